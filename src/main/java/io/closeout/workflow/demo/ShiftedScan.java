package io.closeout.workflow.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sample scan of another day: its HOST_START and HOST_END tags move, everything else stays byte for byte. Only for the
 * small samples, which fit into memory; their dates are in UTC.
 */
class ShiftedScan {

    private static final Pattern DATE =
            Pattern.compile("<tag name=\"(HOST_START|HOST_END)(_TIMESTAMP)?\">([^<]+)</tag>");
    /** As Nessus writes it: {@code Mon Oct  5 20:14:00 2026}. */
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern(
                    "EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** One character per byte, so that all but the dates stays as it was. */
    private final String scan;

    ShiftedScan(byte[] scan) {
        this.scan = new String(scan, StandardCharsets.ISO_8859_1);
    }

    /** When the last host was done. */
    Instant end() {
        return DATE.matcher(scan)
                .results()
                .map(ShiftedScan::instant)
                .max(Instant::compareTo)
                .orElseThrow(() -> new IllegalStateException("This scan carries no dates"));
    }

    /** The distances between the hosts stay. */
    byte[] endingAt(Instant end) {
        Duration shift = Duration.between(end(), end);
        return rewritten(tag -> instant(tag).plus(shift));
    }

    /** All hosts at the same moment, so that every fix reported before it is judged. */
    byte[] happeningAt(Instant moment) {
        return rewritten(tag -> moment);
    }

    /** Whether both are one scan but for its dates. */
    boolean isAs(ShiftedScan other) {
        return Arrays.equals(happeningAt(Instant.EPOCH), other.happeningAt(Instant.EPOCH));
    }

    private byte[] rewritten(Function<MatchResult, Instant> date) {
        return DATE.matcher(scan)
                .replaceAll(found -> Matcher.quoteReplacement(tag(found, date.apply(found))))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Instant instant(MatchResult tag) {
        return tag.group(2) == null
                ? Instant.from(WORDS.parse(tag.group(3)))
                : Instant.ofEpochSecond(Long.parseLong(tag.group(3)));
    }

    private static String tag(MatchResult found, Instant instant) {
        String mark = found.group(2) == null ? "" : found.group(2);
        String text = mark.isEmpty() ? WORDS.format(instant) : Long.toString(instant.getEpochSecond());
        return "<tag name=\"" + found.group(1) + mark + "\">" + text + "</tag>";
    }
}
