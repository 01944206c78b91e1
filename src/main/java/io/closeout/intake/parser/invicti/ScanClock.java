package io.closeout.intake.parser.invicti;

import io.closeout.intake.parser.ScanTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a scan ran. Whether day or month stands first is a setting of whoever exported the file; another date of the same file tells it, or
 * nothing is known.
 */
final class ScanClock {

    private static final Pattern NUMBERS = Pattern.compile("\\s*(\\d{1,2})/(\\d{1,2})/\\d{4}\\b.*");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,3}):(\\d{2}):(\\d{2})(\\.\\d+)?");

    private String initiated = "";
    private String duration = "";
    private boolean dayFirst;
    private boolean monthFirst;

    void initiated(String text) {
        initiated = text;
        note(text);
    }

    void duration(String text) {
        duration = text;
    }

    /** Any date of the file. */
    void note(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            dayFirst |= Integer.parseInt(numbers.group(1)) > 12;
            monthFirst |= Integer.parseInt(numbers.group(2)) > 12;
        }
    }

    @Nullable
    Instant start() {
        if (dayFirst == monthFirst) {
            return ScanTimes.of(initiated);
        }
        return dayFirst ? ScanTimes.dayFirst(initiated) : ScanTimes.monthFirst(initiated);
    }

    @Nullable
    Instant end() {
        Instant start = start();
        Matcher clock = DURATION.matcher(duration.strip());
        return start == null || !clock.matches()
                ? null
                : start.plus(Duration.ofHours(Integer.parseInt(clock.group(1)))
                        .plusMinutes(Integer.parseInt(clock.group(2)))
                        .plusSeconds(Integer.parseInt(clock.group(3))));
    }
}
