package io.closeout.register.web;

import io.closeout.shared.Refused;
import io.closeout.web.Option;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words of a closed list, as addresses and requests give them: repeated or separated by commas, in any case. */
final class Choice {

    private Choice() {}

    /**
     * @param what the list's name, such as {@code severity}
     * @throws Refused naming the words that exist
     */
    static <E extends Enum<E>> Set<E> of(Class<E> words, String what, @Nullable Collection<String> given) {
        Set<E> chosen = EnumSet.noneOf(words);
        if (given != null) {
            given.stream()
                    .flatMap(each -> Arrays.stream(each.split(",")))
                    .filter(each -> !each.isBlank())
                    .forEach(each -> chosen.add(one(words, what, each)));
        }
        return chosen;
    }

    static <E extends Enum<E>> E one(Class<E> words, String what, @Nullable String given) {
        String wanted = given == null ? "" : given.strip();
        return EnumSet.allOf(words).stream()
                .filter(word -> word.name().equals(wanted.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refused.because((wanted.isEmpty() ? "Say which " + what : unknown(what, wanted))
                        + ". Use one of: "
                        + EnumSet.allOf(words).stream().map(Enum::name).collect(Collectors.joining(", ")) + "."));
    }

    private static String unknown(String what, String wanted) {
        return "There is no " + what + " \"" + wanted + "\"";
    }

    static <E extends Enum<E>> List<Option> options(Collection<E> words, Function<E, String> label) {
        return words.stream()
                .map(word -> new Option(word.name(), label.apply(word)))
                .toList();
    }
}
