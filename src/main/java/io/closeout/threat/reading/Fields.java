package io.closeout.threat.reading;

import io.closeout.shared.Shortened;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts of a file as values; what does not fit is told by the field's name and what stands there. */
final class Fields {

    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,19}");
    /** An exponent of two digits at most: a hundred million zeros would be written out to round them. */
    private static final Pattern PROBABILITY = Pattern.compile("[0-9]{0,3}\\.?[0-9]{1,20}([eE]-[0-9]{1,2})?");
    /** EPSS writes its offset without a colon. */
    private static final DateTimeFormatter BASIC_OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx");

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final int LONGEST_QUOTE = 60;

    private Fields() {}

    static String cve(@Nullable String text) throws EntryBroken {
        String id = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
        if (!CVE.matcher(id).matches()) {
            throw EntryBroken.because(quoted(text) + " is no CVE id, which looks like CVE-2024-1709.");
        }
        return id;
    }

    static String text(String field, @Nullable String text) throws EntryBroken {
        if (text == null || text.isBlank()) {
            throw EntryBroken.because(field + " is missing.");
        }
        return text.strip();
    }

    static LocalDate date(String field, @Nullable String text) throws EntryBroken {
        String given = text(field, text);
        try {
            LocalDate date = LocalDate.parse(given);
            if (date.isAfter(EARLIEST) && date.isBefore(LATEST)) {
                return date;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw EntryBroken.because(field + " is " + quoted(given) + ", which is no date such as 2026-03-01.");
    }

    /** From 0 to 1, with at most five decimals kept. */
    static BigDecimal probability(String field, @Nullable String text) throws EntryBroken {
        String given = text(field, text);
        if (PROBABILITY.matcher(given).matches()) {
            BigDecimal number = new BigDecimal(given);
            if (number.compareTo(BigDecimal.ONE) <= 0) {
                return number.setScale(5, RoundingMode.HALF_UP);
            }
        }
        throw EntryBroken.because(field + " is " + quoted(given) + ", which is no number from 0 to 1.");
    }

    /** With any number of decimals of the second, with {@code Z} or an offset, or a day alone; null for anything else. */
    static @Nullable Instant instant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String given = text.strip();
        try {
            return given.length() == 10
                    ? LocalDate.parse(given).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException e) {
            return withBasicOffset(given);
        }
    }

    private static @Nullable Instant withBasicOffset(String given) {
        try {
            return OffsetDateTime.parse(given, BASIC_OFFSET).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    static String quoted(@Nullable String text) {
        return text == null ? "Nothing" : '"' + Shortened.to(LONGEST_QUOTE, text.strip()) + '"';
    }
}
