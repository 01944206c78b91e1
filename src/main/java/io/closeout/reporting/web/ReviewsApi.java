package io.closeout.reporting.web;

import io.closeout.reporting.Figures;
import io.closeout.review.period.PoamReview;
import io.closeout.review.period.PoamReview.SignOff;
import io.closeout.review.period.ReviewState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Monthly reviews for programs. */
@RestController
@RequestMapping("/api/reviews")
@Tag(name = "Reviews", description = "Monthly reviews of the plan, with the figures that were signed")
class ReviewsApi {

    private final ReviewLines lines;

    ReviewsApi(ReviewLines lines) {
        this.lines = lines;
    }

    record ReviewList(List<ReviewDocument> items) {}

    /** @param snapshotDigest SHA-256 of what was frozen; missing while the review is planned, as are the figures */
    record ReviewDocument(
            String period,
            ReviewState state,
            LocalDate opensOn,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate due,
            String missedBefore,
            @Nullable String snapshotDigest,
            @Nullable Figures figures,
            @Nullable SignOff signOff) {

        private static ReviewDocument of(ReviewLine line) {
            PoamReview review = line.review();
            return new ReviewDocument(
                    review.period().toString(),
                    review.state(),
                    review.opensOn(),
                    review.openedOn(),
                    review.due(),
                    review.missedBefore(),
                    review.snapshotDigest(),
                    line.figures(),
                    review.signOff());
        }
    }

    @GetMapping
    @Operation(summary = "All reviews, newest first, the planned one included")
    ReviewList list() {
        return new ReviewList(lines.all().stream().map(ReviewDocument::of).toList());
    }

    @GetMapping("/{period}")
    @Operation(summary = "The review of a month, such as 2026-11")
    ReviewDocument get(@PathVariable String period) {
        return ReviewDocument.of(lines.get(period));
    }
}
