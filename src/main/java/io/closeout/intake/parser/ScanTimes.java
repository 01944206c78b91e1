package io.closeout.intake.parser;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Moments as scanners write them. Those without a zone are read as UTC. What may be day or month first is read in the order that the
 * caller names; nothing is guessed.
 */
public final class ScanTimes {

    private static final List<DateTimeFormatter> UNMISTAKABLE = formats(
            "EEE, d MMM yyyy HH:mm:ss",
            "EEE MMM d HH:mm:ss yyyy",
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd hh:mm a",
            "yyyy-MM-dd'T'HH:mm:ss");
    private static final List<DateTimeFormatter> DAY_FIRST =
            formats("d/M/yyyy h:mm a", "d/M/yyyy h:mm:ss a", "d/M/yyyy, HH:mm:ss", "d/M/yyyy HH:mm:ss");
    private static final List<DateTimeFormatter> MONTH_FIRST =
            formats("M/d/yyyy h:mm a", "M/d/yyyy h:mm:ss a", "M/d/yyyy, HH:mm:ss", "M/d/yyyy HH:mm:ss");

    private ScanTimes() {}

    private static List<DateTimeFormatter> formats(String... patterns) {
        return List.of(patterns).stream()
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.US))
                .toList();
    }

    /** Null for what is no moment in a form of which the meaning is certain. */
    public static @Nullable Instant of(String text) {
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException otherForm) {
            return local(text, UNMISTAKABLE);
        }
    }

    /** As {@code 25/06/2021 09:59 AM}; a zone behind it, as in {@code (UTC-06:00)}, is not understood and left out. */
    public static @Nullable Instant dayFirst(String text) {
        return local(text, DAY_FIRST);
    }

    public static @Nullable Instant monthFirst(String text) {
        return local(text, MONTH_FIRST);
    }

    private static @Nullable Instant local(String text, List<DateTimeFormatter> formats) {
        String plain = text.replaceFirst("\\(.*", "").strip().replaceAll("\\s+", " ");
        for (DateTimeFormatter format : formats) {
            try {
                return LocalDateTime.parse(plain, format).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException otherForm) {
                // the next one
            }
        }
        return null;
    }
}
