package io.closeout.workflow.identity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The engine's query conditions over a list in memory: a criterion that is not given matches everything. */
final class Matching {

    private Matching() {}

    static boolean same(@Nullable String wanted, @Nullable String actual) {
        return wanted == null || wanted.equals(actual);
    }

    /** {@code %} stands for any text, as in SQL; upper and lower case are the same. */
    static boolean like(@Nullable String pattern, @Nullable String actual) {
        if (pattern == null) {
            return true;
        }
        String regex = Stream.of(pattern.toLowerCase(Locale.ROOT).split("%", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return actual != null && actual.toLowerCase(Locale.ROOT).matches(regex);
    }

    static boolean among(String @Nullable [] wanted, String actual) {
        return wanted == null || List.of(wanted).contains(actual);
    }

    /** @param first from 0 */
    static <T> List<T> page(Stream<? extends T> found, int first, int most) {
        return found.skip(first).limit(most).collect(Collectors.toList());
    }
}
