package io.closeout.intake.web.byhand;

import io.closeout.assessment.Requirement;
import io.closeout.assessment.Requirements;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words of forms and requests, read or refused. */
final class Written {

    private Written() {}

    static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** One a line, as names may hold blanks and commas. */
    static List<String> lines(@Nullable String given) {
        return text(given).lines().filter(each -> !each.isBlank()).toList();
    }

    /** Ids, separated by blanks, commas or semicolons. */
    static List<String> ids(@Nullable String given) {
        return Arrays.stream(text(given).split("[\\s,;]+"))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    static List<Requirement> requirements(List<String> given) {
        return given.stream()
                .map(String::strip)
                .map(word -> Requirements.named(word)
                        .orElseThrow(() -> Refused.because(
                                "There is no requirement \"%s\" in NIST SP 800-171. Write numbers such as 3.1.1, or ids such as AC.L2-3.1.1."
                                        .formatted(word))))
                .toList();
    }

    /** @param what the list's name, such as {@code severity} */
    static <E extends Enum<E>> E word(Class<E> words, String what, @Nullable String given) {
        String wanted = text(given).toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Arrays.stream(words.getEnumConstants())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Refused.because(
                        (wanted.isEmpty() ? "Say which " + what : "There is no " + what + " \"" + text(given) + "\"")
                                + ". Use one of: "
                                + Arrays.stream(words.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    static LocalDate date(@Nullable String given, String what) {
        try {
            return LocalDate.parse(text(given));
        } catch (DateTimeParseException e) {
            throw Refused.because("Give the %s as year-month-day, such as 2026-03-01.".formatted(what));
        }
    }
}
