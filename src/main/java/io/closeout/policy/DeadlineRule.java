package io.closeout.policy;

import java.time.LocalDate;

/**
 * How long policy allows.
 *
 * @param days calendar days from detection
 * @param source where the number comes from
 */
public record DeadlineRule(int days, String source) {

    public LocalDate from(LocalDate detectedOn) {
        return detectedOn.plusDays(days);
    }
}
