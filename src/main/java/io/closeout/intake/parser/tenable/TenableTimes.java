package io.closeout.intake.parser.tenable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The ways in which Tenable's tables write moments: {@code 2023-06-28T11:50:44.895Z}, {@code Jan 7, 2014 08:19:25 UTC}, {@code 2014/01/07}. */
final class TenableTimes {

    private static final DateTimeFormatter SECURITY_CENTER =
            DateTimeFormatter.ofPattern("MMM d, yyyy HH:mm:ss z", Locale.US);
    private static final DateTimeFormatter NESSUS = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final DateTimeFormatter C_TIME = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ROOT);

    /** Without a zone they are read as UTC. */
    private static final List<Function<String, Instant>> WAYS = List.of(
            Instant::parse,
            text -> ZonedDateTime.parse(text, SECURITY_CENTER).toInstant(),
            text -> LocalDateTime.parse(text.replaceAll("\\s+", " "), C_TIME).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text, NESSUS).atStartOfDay().toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

    private TenableTimes() {}

    static Optional<Instant> instant(String text) {
        return WAYS.stream().flatMap(way -> read(way, text).stream()).findFirst();
    }

    private static Optional<Instant> read(Function<String, Instant> way, String text) {
        try {
            return Optional.of(way.apply(text));
        } catch (DateTimeException otherWay) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> date(String text) {
        return instant(text).map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }
}
