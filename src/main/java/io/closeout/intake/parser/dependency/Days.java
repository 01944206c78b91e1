package io.closeout.intake.parser.dependency;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Dates as tools write them, with or without a time behind the day. */
public final class Days {

    private static final int DAY = "2026-11-23".length();

    private Days() {}

    /** Null if the text does not begin with a day such as {@code 2026-11-23}, or says that there is none by the year 1. */
    public static @Nullable LocalDate day(String text) {
        if (text.length() < DAY || text.startsWith("0001-")) {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, DAY));
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /** Null if the text is no moment with its offset from UTC. */
    public static @Nullable Instant moment(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noMoment) {
            return null;
        }
    }
}
