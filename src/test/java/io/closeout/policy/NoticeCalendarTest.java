package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.policy.NoticeCalendar.Anchor;
import io.closeout.policy.NoticeCalendar.NoticeRow;
import io.closeout.policy.NoticeFacts.Told;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NoticeCalendarTest {

    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);

    private static final NoticeRow REMINDER_7 = new NoticeRow("reminder", Anchor.DUE, -7, 0, "owner", 11);
    private static final NoticeRow REMINDER_1 = new NoticeRow("reminder", Anchor.DUE, -1, 0, "owner", 12);
    private static final NoticeRow NAG = new NoticeRow("untriaged", Anchor.STAGE, 5, 7, "issm", 20);
    private static final NoticeRow OVERDUE = new NoticeRow("overdue", Anchor.DUE, 1, 0, "owner", 40);
    private static final NoticeRow ESCALATION = new NoticeRow("escalation", Anchor.DUE, 14, 7, "leadership", 60);
    private static final NoticeRow AFTER_DETECTION = new NoticeRow("welcome", Anchor.DETECTED, 2, 0, "owner", 1);

    private final LocalDate detectedOn = MARCH_1;
    private LocalDate due = MARCH_1.plusDays(30);
    private LocalDate stageSince = MARCH_1;
    private LocalDate today = MARCH_1;
    private List<NoticeRow> rows = List.of(REMINDER_7, REMINDER_1, NAG, OVERDUE, ESCALATION);
    private final Set<Told> told = new HashSet<>();

    @Nested
    class OfAFreshItem {

        @Test
        void waitsForTheEarliestDateToCome() {
            assertThat(next()).contains(new Notice("untriaged", MARCH_1.plusDays(5), "issm"));
        }

        @Test
        void tellsOnTheVeryDay() {
            today = MARCH_1.plusDays(5);

            assertThat(next()).contains(new Notice("untriaged", today, "issm"));
        }

        @Test
        void countsFromDetectionWhereTheTableSaysSo() {
            rows = List.of(AFTER_DETECTION);
            stageSince = MARCH_1.plusDays(10);

            assertThat(next()).contains(new Notice("welcome", MARCH_1.plusDays(2), "owner"));
        }

        @Test
        void prefersTheMoreUrgentOfOneDay() {
            rows = List.of(REMINDER_7, new NoticeRow("word", Anchor.DUE, -7, 0, "issm", 90));

            assertThat(next().orElseThrow().kind()).isEqualTo("word");
        }

        @Test
        void hasNoNoticeWithoutRows() {
            rows = List.of();

            assertThat(next()).isEmpty();
        }

        @Test
        void passesEachNoticeOnceInItsOrder() {
            rows = List.of(REMINDER_7, REMINDER_1, OVERDUE);

            assertThat(tellNext()).isEqualTo(due.minusDays(7));
            assertThat(tellNext()).isEqualTo(due.minusDays(1));
            assertThat(tellNext()).isEqualTo(due.plusDays(1));
            assertThat(next()).isEmpty();
        }
    }

    @Nested
    class OfAnItemFoundInAnOldScan {

        @BeforeEach
        void isImportedToday() {
            today = MARCH_1.plusDays(200);
            stageSince = today;
        }

        @Test
        void tellsOnlyTheLatestEscalation() {
            assertThat(next()).contains(new Notice("escalation", due.plusDays(14 + 22 * 7), "leadership"));
        }

        @Test
        void continuesInTheFutureOnceThatIsTold() {
            tellNext();

            assertThat(next()).contains(new Notice("escalation", due.plusDays(14 + 23 * 7), "leadership"));
            assertThat(next().orElseThrow().date()).isAfter(today);
        }
    }

    @Nested
    class AfterALongDownTime {

        @Test
        void tellsTheMostUrgentOfWhatWasMissed() {
            today = due.plusDays(2);

            assertThat(next()).contains(new Notice("overdue", due.plusDays(1), "owner"));
        }

        @Test
        void staysSilentAboutTheRest() {
            rows = List.of(REMINDER_7, REMINDER_1, OVERDUE, ESCALATION);
            today = due.plusDays(2);
            tellNext();

            assertThat(next()).contains(new Notice("escalation", due.plusDays(14), "leadership"));
        }

        @Test
        void tellsALessUrgentNoticeOnlyIfItIsTheLaterOne() {
            today = due.plusDays(2);
            stageSince = due.minusDays(3);
            tellNext();

            assertThat(next()).contains(new Notice("untriaged", due.plusDays(2), "issm"));
        }

        @Test
        void treatsALessUrgentNoticeOfTheSameDayAsMissed() {
            today = due.plusDays(1);
            stageSince = due.minusDays(4);
            tellNext();

            assertThat(next()).contains(new Notice("untriaged", due.plusDays(8), "issm"));
        }
    }

    @Nested
    class WhenADateMoves {

        @Test
        void remindsAgainAtTheLaterDate() {
            rows = List.of(REMINDER_7, REMINDER_1, OVERDUE);
            told.add(new Told("reminder", due.minusDays(7)));
            told.add(new Told("overdue", due.plusDays(1)));
            today = due.plusDays(1);
            due = due.plusDays(30);

            assertThat(next()).contains(new Notice("reminder", due.minusDays(7), "owner"));
        }

        @Test
        void skipsAReminderThatLiesBeforeAnAnnouncedDelay() {
            rows = List.of(REMINDER_7, REMINDER_1, OVERDUE);
            told.add(new Told("overdue", due.plusDays(1)));
            today = due.plusDays(1);
            due = due.plusDays(5);

            assertThat(next()).contains(new Notice("reminder", due.minusDays(1), "owner"));
        }

        @Test
        void tellsWhatAnEarlierDateMakesDue() {
            rows = List.of(REMINDER_7, REMINDER_1, OVERDUE);
            today = MARCH_1.plusDays(10);
            due = MARCH_1.plusDays(5);

            assertThat(next()).contains(new Notice("overdue", due.plusDays(1), "owner"));
        }
    }

    @Nested
    class OfARepeatingRow {

        @Test
        void comesAgainAfterEachPeriod() {
            rows = List.of(NAG);

            assertThat(tellNext()).isEqualTo(MARCH_1.plusDays(5));
            assertThat(tellNext()).isEqualTo(MARCH_1.plusDays(12));
            assertThat(tellNext()).isEqualTo(MARCH_1.plusDays(19));
        }

        @Test
        void isNeverLostWhenItWasToldAheadOfTheClock() {
            rows = List.of(NAG);
            told.add(new Told("untriaged", MARCH_1.plusDays(5)));

            assertThat(next()).contains(new Notice("untriaged", MARCH_1.plusDays(12), "issm"));
        }

        @Test
        void startsAnewWithTheStage() {
            rows = List.of(NAG);
            told.add(new Told("untriaged", MARCH_1.plusDays(5)));
            stageSince = MARCH_1.plusDays(20);
            today = stageSince;

            assertThat(next()).contains(new Notice("untriaged", MARCH_1.plusDays(25), "issm"));
        }
    }

    @Test
    void aKindOfAnotherStageSilencesNothing() {
        told.add(new Told("unverified", due.plusDays(100)));
        today = due.plusDays(1);

        assertThat(next()).contains(new Notice("overdue", due.plusDays(1), "owner"));
    }

    /** Lets time pass to the next notice and tells it. */
    private LocalDate tellNext() {
        Notice notice = next().orElseThrow();
        today = notice.date().isAfter(today) ? notice.date() : today;
        told.add(new Told(notice.kind(), notice.date()));
        return notice.date();
    }

    private Optional<Notice> next() {
        return new NoticeCalendar(
                        rows, new NoticeFacts("TRIAGE", Severity.HIGH, detectedOn, due, stageSince, today, told))
                .next();
    }
}
