package io.closeout.assessment.web;

import io.closeout.assessment.AssessmentKind;
import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.StatusState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CMMC status as programs read it. */
record StatusDocument(
        long id,
        String scope,
        StatusState state,
        String label,
        AssessmentKind kind,
        String assessor,
        LocalDate statusDate,
        int score,
        LocalDate lastDay,
        @Nullable LocalDate closedOutOn,
        @Nullable LocalDate endedOn,
        @Nullable String endedWhy,
        List<EntryDocument> poam) {

    record EntryDocument(String requirement, int points, String item) {}

    static StatusDocument of(CmmcStatus status) {
        return new StatusDocument(
                status.id(),
                status.scope(),
                status.state(),
                status.label(),
                status.kind(),
                status.assessor(),
                status.statusDate(),
                status.score(),
                status.lastDay(),
                status.closedOutOn().orElse(null),
                status.endedOn(),
                status.endedWhy(),
                status.entries().stream()
                        .map(each -> new EntryDocument(each.requirement().id(), each.points(), each.item()))
                        .toList());
    }
}
