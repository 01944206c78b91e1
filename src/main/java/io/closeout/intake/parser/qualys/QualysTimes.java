package io.closeout.intake.parser.qualys;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ways in which Qualys writes moments. Without a zone they are read as UTC. */
final class QualysTimes {

    private static final Pattern END = Pattern.compile("End time:\\s*\\w+,\\s*(\\w+ \\d+ \\d+, [\\d:]+) GMT");

    private static final DateTimeFormatter OF_REPORTS = pattern("d MMM yyyy hh:mma 'GMT'[xx]");
    private static final DateTimeFormatter OF_HOSTS = pattern("MMM d yyyy, HH:mm:ss");
    private static final DateTimeFormatter OF_VM = pattern("MM/dd/yyyy HH:mm:ss");
    private static final DateTimeFormatter OF_VMDR = pattern("MMM dd, yyyy hh:mm a");
    private static final DateTimeFormatter OF_PCI = pattern("yyyy-MM-dd HH:mm:ss");

    private static final List<Function<String, Instant>> WAYS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> inReports(text),
            text -> utc(text, OF_VM),
            text -> utc(text, OF_VMDR),
            text -> utc(text, OF_PCI),
            text -> utc(text, OF_HOSTS));

    private QualysTimes() {}

    private static DateTimeFormatter pattern(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US);
    }

    private static Instant utc(String text, DateTimeFormatter form) {
        return LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC);
    }

    private static Instant inReports(String text) {
        return text.endsWith("GMT")
                ? utc(text, OF_REPORTS)
                : OffsetDateTime.parse(text, OF_REPORTS).toInstant();
    }

    /** Null for what is written in another way, or in a way that leaves day and month open. */
    static @Nullable Instant moment(String text) {
        String trimmed = text.strip();
        return WAYS.stream()
                .map(way -> read(way, trimmed))
                .filter(moment -> moment != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant read(Function<String, Instant> way, String text) {
        try {
            return way.apply(text);
        } catch (DateTimeException otherWay) {
            return null;
        }
    }

    /** The end in the result of "Host Scan Time", {@code End time: Tue, Dec 20 2011, 19:09:44 GMT}; the day of the week is not trusted. */
    static @Nullable Instant endOfHost(String result) {
        Matcher end = END.matcher(result);
        return end.find() ? moment(end.group(1)) : null;
    }

    static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
