package io.closeout.review.web;

import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what pages and scripts send as words. */
final class Words {

    private Words() {}

    /** Null for nothing; blanks and hyphens count as underscores. */
    static <E extends Enum<E>> @Nullable E choice(Class<E> type, @Nullable String word, String label) {
        if (word == null || word.isBlank()) {
            return null;
        }
        String name = word.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.because("\"%s\" is no %s. Use one of: %s."
                        .formatted(
                                word.strip(),
                                label,
                                Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))));
    }

    static @Nullable LocalDate date(@Nullable String text, String label) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Refused.because("Give the %s as year-month-day, such as 2026-12-24.".formatted(label));
        }
    }
}
