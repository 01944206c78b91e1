package io.closeout.assessment.web;

import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatus.Affirmation;
import io.closeout.assessment.Occasion;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CMMC status as its page shows it.
 *
 * @param recordedBy name of the person
 * @param affirmations those that fall to it, made or not, in their order
 */
record StatusView(CmmcStatus status, String recordedBy, long daysLeft, List<AffirmationLine> affirmations) {

    /**
     * @param made null as long as it is not
     * @param by name of the person
     * @param dueOn only of the one that is pending
     */
    record AffirmationLine(
            Occasion occasion,
            @Nullable Affirmation made,
            String by,
            @Nullable LocalDate dueOn) {}
}
