package io.closeout.review.period;

import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.IT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.review.ReviewTest;
import io.closeout.shared.Refused;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Reviews of the month that comes next, opened as its timer does. */
class ReviewsDatabaseTest {

    @Nested
    @ReviewTest
    @RecordApplicationEvents
    class OnH2 extends Rules {}

    @Nested
    @ReviewTest
    @RecordApplicationEvents
    class OnPostgres extends Rules {

        private static final Database DATABASE = Databases.postgres();

        @DynamicPropertySource
        static void isMigratedAlready(DynamicPropertyRegistry properties) {
            properties.add("spring.datasource.url", DATABASE::url);
            properties.add("spring.datasource.username", DATABASE::user);
            properties.add("spring.flyway.enabled", () -> false);
        }
    }

    abstract static class Rules {

        private static final Actor ADMIN = new Actor("admin", Set.of(Group.CAMUNDA_ADMIN), "page");
        private static final String DIGEST = "0".repeat(64);

        @Autowired
        Reviews reviews;

        @Autowired
        PolicyCalendar calendar;

        @Autowired
        Ledger ledger;

        @Autowired
        JdbcClient jdbc;

        @Autowired
        ApplicationEvents events;

        @BeforeEach
        void noReviewIsPlanned() {
            jdbc.sql("delete from poam_review").update();
            jdbc.sql("update review_calendar set day_of_month = null, days_to_sign = 5")
                    .update();
        }

        @Test
        void theFirstIsPlannedOnce() {
            reviews.planFirst();
            reviews.planFirst();

            assertThat(reviews.all()).singleElement().satisfies(planned -> {
                assertThat(planned.state()).isEqualTo(ReviewState.PLANNED);
                assertThat(planned.opensOn()).isAfter(calendar.today());
                assertThat(planned.openedOn()).isNull();
            });
        }

        @Test
        void theFirstIsPlannedByOneOfTwoNodesThatStartTogether() throws Exception {
            List<Boolean> planned = twice(() -> {
                try {
                    reviews.planFirst();
                    return true;
                } catch (DuplicateKeyException other) {
                    return false;
                }
            });

            assertThat(planned).contains(true);
            assertThat(reviews.all()).hasSize(1);
        }

        @Test
        void openingOnePlansTheNextAndKeepsWhatItIsAbout() {
            YearMonth period = opened(3);

            PoamReview review = reviews.get(period);
            assertThat(review.state()).isEqualTo(ReviewState.OPEN);
            assertThat(review.openedOn()).isEqualTo(calendar.today());
            assertThat(review.due()).isEqualTo(calendar.today().plusDays(5));
            assertThat(review.overdue()).isEqualTo(3);
            assertThat(review.snapshotDigest()).isEqualTo(DIGEST);
            assertThat(reviews.get(period.plusMonths(1)).state()).isEqualTo(ReviewState.PLANNED);
        }

        @Test
        void isSignedOnceWithRemarksWhereSomethingIsOverdue() {
            YearMonth period = opened(3);

            assertThatThrownBy(() -> reviews.sign(period, " ", 1, ISSM))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("3 items are overdue");
            assertThatThrownBy(() -> reviews.sign(period, "Mine", 1, IT)).isInstanceOf(Refused.class);
            reviews.sign(period, "Two wait for a vendor", 1, ISSM);
            assertThatThrownBy(() -> reviews.sign(period, "Again", 1, ISSM))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("signed or given up meanwhile");

            PoamReview.SignOff signOff = reviews.get(period).signOff();
            assertThat(signOff.by()).isEqualTo("issm");
            assertThat(signOff.remarks()).isEqualTo("Two wait for a vendor");
            assertThat(signOff.ownOverdue()).isEqualTo(1);
            assertThat(last(period).kind()).isEqualTo("reviewSigned");
        }

        @Test
        void twoWhoSignAtOnceLeaveOneSignature() throws Exception {
            YearMonth period = opened(0);

            List<Boolean> signed = twice(() -> {
                try {
                    reviews.sign(period, null, 0, ISSM);
                    return true;
                } catch (Refused late) {
                    return false;
                }
            });

            assertThat(signed).containsExactlyInAnyOrder(true, false);
        }

        @Test
        void isMissedOnceTheNextOpensAndNamedThere() {
            YearMonth missed = opened(0);

            reviews.open(missed.plusMonths(1), DIGEST, 0);

            assertThat(reviews.get(missed).state()).isEqualTo(ReviewState.MISSED);
            assertThat(reviews.get(missed.plusMonths(1)).missedBefore()).isEqualTo(missed.toString());
            assertThat(events.stream(ReviewMissed.class)).containsExactly(new ReviewMissed(missed));
        }

        @Test
        void anotherDayOfTheMonthMovesThePlannedOneOnly() {
            YearMonth period = opened(0);

            reviews.change(new ReviewCalendar(17, 7), "Payroll week", ADMIN);

            YearMonth next = period.plusMonths(1);
            assertThat(reviews.get(next).opensOn()).isEqualTo(next.atDay(17));
            assertThat(reviews.get(period).due()).isEqualTo(calendar.today().plusDays(5));
            assertThat(reviews.calendar()).isEqualTo(new ReviewCalendar(17, 7));
            assertThat(events.stream(ReviewMoved.class)).containsExactly(new ReviewMoved(next));
            reviews.change(new ReviewCalendar(null, 7), null, ADMIN);
            assertThat(reviews.calendar().dayOfMonth()).isNull();
        }

        /** Before its day, which the timer would wait for. */
        private YearMonth opened(int overdue) {
            reviews.planFirst();
            YearMonth period = reviews.all().get(0).period();
            reviews.open(period, DIGEST, overdue);
            return period;
        }

        private LedgerEvent last(YearMonth period) {
            List<LedgerEvent> all = ledger.of(reviews.get(period).subject());
            return all.get(all.size() - 1);
        }

        private static <T> List<T> twice(Callable<T> work) throws Exception {
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService two = Executors.newFixedThreadPool(2);
            try {
                Callable<T> started = () -> {
                    together.await();
                    return work.call();
                };
                List<Future<T>> both = List.of(two.submit(started), two.submit(started));
                return List.of(both.get(0).get(), both.get(1).get());
            } finally {
                two.shutdown();
            }
        }
    }
}
