package io.closeout.exchange.reader;

import io.closeout.shared.Severity;
import java.util.Locale;
import java.util.Optional;

/** Ratings in the words of the layouts. */
final class RatingWord {

    private RatingWord() {}

    /** Empty for a word that is none: it is reported, not guessed. */
    static Optional<Severity> of(String word) {
        return switch (word.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT)) {
            case "critical", "very high", "cat i critical" -> Optional.of(Severity.CRITICAL);
            case "high", "cat i", "i", "cat i high" -> Optional.of(Severity.HIGH);
            case "moderate", "medium", "cat ii", "ii" -> Optional.of(Severity.MEDIUM);
            case "low", "very low", "cat iii", "iii" -> Optional.of(Severity.LOW);
            default -> Optional.empty();
        };
    }
}
