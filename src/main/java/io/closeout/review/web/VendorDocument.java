package io.closeout.review.web;

import io.closeout.review.vendor.CheckIn;
import io.closeout.review.vendor.ToldAnswer;
import io.closeout.review.vendor.VendorDependency;
import io.closeout.review.vendor.VendorOutcome;
import io.closeout.review.vendor.VendorState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wait for a vendor as programs read it.
 *
 * @param extensionRequest id of the request that it was asked for with
 * @param expectedRelease as the vendor said last
 * @param checkIns newest first
 */
record VendorDocument(
        long extensionRequest,
        VendorState state,
        String vendor,
        String product,
        String link,
        @Nullable LocalDate expectedRelease,
        List<Answer> checkIns) {

    /** @param by id of the person */
    record Answer(
            LocalDate askedOn,
            VendorOutcome outcome,
            String answer,
            @Nullable LocalDate expectedRelease,
            @Nullable LocalDate releasedOn,
            @Nullable String link,
            String by,
            Instant at) {

        private static Answer of(ToldAnswer told) {
            CheckIn checkIn = told.checkIn();
            return new Answer(
                    checkIn.askedOn(),
                    checkIn.outcome(),
                    checkIn.answer(),
                    checkIn.expectedRelease(),
                    checkIn.releasedOn(),
                    checkIn.link(),
                    told.by(),
                    told.at());
        }
    }

    static VendorDocument of(VendorDependency dependency) {
        return new VendorDocument(
                dependency.requestId(),
                dependency.state(),
                dependency.fix().vendor(),
                dependency.fix().product(),
                dependency.fix().link(),
                dependency.expectedRelease(),
                dependency.answers().stream().map(Answer::of).toList());
    }
}
