package io.closeout.exchange.reader;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as a cell holds it: a real date, the number of one without its format, or text that somebody typed. */
final class WrittenDay {

    /** Within a text. */
    static final String PATTERN = "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})";

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");

    /** As FedRAMP's and eMASS's people write: the month first. */
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})(?:[T ].*)?");

    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.\\d+)?");

    /** What a spreadsheet calls 1990-01-01 and 2099-12-31; other numbers are none of days. */
    private static final int FIRST_SERIAL = 32_874;

    private static final int LAST_SERIAL = 73_050;
    private static final LocalDate DAY_NULL = LocalDate.of(1899, 12, 30);
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2099;

    private static final List<DateTimeFormatter> IN_WORDS = List.of(
            words("d-MMM-yyyy"),
            words("d-MMM-yy"),
            words("d MMM yyyy"),
            words("d MMMM yyyy"),
            words("MMM d, yyyy"),
            words("MMMM d, yyyy"));

    private WrittenDay() {}

    private static DateTimeFormatter words(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US);
    }

    /** Empty for what is no day between 1990 and 2099. */
    static Optional<LocalDate> of(String text) {
        String day = text.strip();
        return yearFirst(day)
                .or(() -> monthFirst(day))
                .or(() -> serial(day))
                .or(() -> inWords(day))
                .filter(each -> each.getYear() >= FIRST_YEAR && each.getYear() <= LAST_YEAR);
    }

    private static Optional<LocalDate> yearFirst(String day) {
        Matcher parts = YEAR_FIRST.matcher(day);
        return parts.matches() ? date(number(parts, 1), number(parts, 2), number(parts, 3)) : Optional.empty();
    }

    private static Optional<LocalDate> monthFirst(String day) {
        Matcher parts = MONTH_FIRST.matcher(day);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = number(parts, 3);
        return date(year < 100 ? 2000 + year : year, number(parts, 1), number(parts, 2));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> serial(String day) {
        Matcher number = SERIAL.matcher(day);
        if (!number.matches()) {
            return Optional.empty();
        }
        int days = number(number, 1);
        return days >= FIRST_SERIAL && days <= LAST_SERIAL ? Optional.of(DAY_NULL.plusDays(days)) : Optional.empty();
    }

    private static Optional<LocalDate> inWords(String day) {
        for (DateTimeFormatter format : IN_WORDS) {
            try {
                return Optional.of(LocalDate.parse(day, format));
            } catch (DateTimeParseException otherwise) {
                // the next one
            }
        }
        return Optional.empty();
    }
}
