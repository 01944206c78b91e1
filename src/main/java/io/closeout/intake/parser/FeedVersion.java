package io.closeout.intake.parser;

import java.util.Arrays;
import java.util.List;

/**
 * How new the scanner's checks were, in its own numbering, such as {@code 202603010615} (Nessus), {@code 2.5.100-2} (Qualys) or
 * {@code 2.5} (release of a STIG). A scan with older checks than those that found a weakness may miss it and proves nothing of it.
 *
 * @param text as the file has it; empty if it does not say
 */
public record FeedVersion(String text) {

    public static final FeedVersion UNKNOWN = new FeedVersion("");

    /** Longer ones are no version of any known scanner, and are cut where they are kept. */
    private static final int LONGEST = 60;

    public static FeedVersion of(String text) {
        return new FeedVersion(text.strip());
    }

    public FeedVersion {
        text = text.length() <= LONGEST ? text : "";
    }

    /** Both must be known and of one format, since each numbers its own way. */
    public boolean isOlderThan(FeedVersion other) {
        List<Long> own = numbers();
        List<Long> others = other.numbers();
        for (int i = 0; i < Math.min(own.size(), others.size()); i++) {
            int order = own.get(i).compareTo(others.get(i));
            if (order != 0) {
                return order < 0;
            }
        }
        return !own.isEmpty() && own.size() < others.size();
    }

    private List<Long> numbers() {
        return Arrays.stream(text.split("\\D+"))
                .filter(number -> !number.isEmpty() && number.length() < 18)
                .map(Long::valueOf)
                .toList();
    }
}
