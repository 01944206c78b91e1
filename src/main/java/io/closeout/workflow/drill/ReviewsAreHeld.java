package io.closeout.workflow.drill;

import io.closeout.access.Group;
import io.closeout.review.period.PoamReview;
import io.closeout.review.period.Reviews;
import io.closeout.workflow.ReviewPoam;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * With the settings as they come, the ISSM is asked to sign a review on the first working day of each month. In the drill nobody ever
 * signs one, so {@code roundNotices} urges.
 */
@Component
@Profile("drill")
@Order(5)
class ReviewsAreHeld implements Exercise {

    private final RoundTable table;
    private final Reviews reviews;

    ReviewsAreHeld(RoundTable table, Reviews reviews) {
        this.table = table;
        this.reviews = reviews;
    }

    @Override
    public String title() {
        return "The plan is reviewed every month";
    }

    @Override
    public List<Expected> on(LocalDate day) {
        Optional<Expected> opened = opened(day);
        if (opened.isPresent()) {
            // With a new review the one before is given up, and nobody is urged any more.
            return List.of(opened.get());
        }
        return reviews.all().stream()
                .filter(PoamReview::isOpen)
                .flatMap(review -> notice(review, day).stream())
                .toList();
    }

    private static Optional<Expected> opened(LocalDate day) {
        return day.equals(firstWorkingDay(YearMonth.from(day)))
                ? Optional.of(new Expected(
                        day,
                        ReviewPoam.KEY,
                        Channel.TASK,
                        ReviewPoam.TASK_SIGN_OFF,
                        Group.ISSM.id(),
                        "The calendar of reviews: the first working day of the month"))
                : Optional.empty();
    }

    private static LocalDate firstWorkingDay(YearMonth month) {
        LocalDate first = month.atDay(1);
        return switch (first.getDayOfWeek()) {
            case SATURDAY -> first.plusDays(2);
            case SUNDAY -> first.plusDays(1);
            default -> first;
        };
    }

    private Optional<Expected> notice(PoamReview review, LocalDate day) {
        return table.notice(
                "REVIEW",
                review.subject(),
                Objects.requireNonNull(review.openedOn()),
                Objects.requireNonNull(review.due()),
                word -> word.equals("leadership") ? Group.LEADERSHIP.id() : Group.ISSM.id(),
                day);
    }
}
