package io.closeout.assessment.web;

import io.closeout.assessment.AssessmentKind;
import io.closeout.assessment.NewStatus;
import io.closeout.shared.Refused;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A CMMC status as a page or a script sends it.
 *
 * @param kind {@code SELF} or {@code C3PAO}
 * @param statusDate ISO
 */
record StatusForm(
        @Nullable String kind,
        @Nullable String assessor,
        @Nullable String statusDate) {

    NewStatus wanted() {
        return NewStatus.asked(knownKind(), assessor, WrittenDate.read(statusDate, "status date"));
    }

    private @Nullable AssessmentKind knownKind() {
        if (kind == null || kind.isBlank()) {
            return null;
        }
        return Arrays.stream(AssessmentKind.values())
                .filter(each -> each.name().equals(kind.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refused.because("\"" + kind + "\" is no kind of assessment. Use SELF or C3PAO."));
    }
}
