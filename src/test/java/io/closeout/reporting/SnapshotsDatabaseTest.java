package io.closeout.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.closeout.access.PolicyCalendar;
import io.closeout.register.ItemStatus;
import io.closeout.shared.Severity;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

class SnapshotsDatabaseTest {

    @Nested
    class OnH2 extends Rules {
        OnH2() {
            super(Databases.h2());
        }
    }

    @Nested
    class OnPostgres extends Rules {
        OnPostgres() {
            super(Databases.postgres());
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Rules {

        private static final int ITEMS = 30_000;
        private static final LocalDate FROM = SampleRegister.TODAY.minusMonths(1);

        private final JdbcClient jdbc;
        private final Snapshots snapshots;
        private final Snapshot snapshot;

        Rules(Database database) {
            SampleRegister.fill(database.dataSource(), ITEMS);
            jdbc = database.jdbc();
            jdbc.sql("insert into status_update (item_id, outlook, percent_done, given_by, given_on, given_at)"
                            + " select id, 'ON_TRACK', 40, 'it', detected_on, created_at from poam_item"
                            + " where status = 'IN_PROGRESS'")
                    .update();
            AnnotationConfigApplicationContext context =
                    ReportingBeans.on(database.dataSource(), Clock.fixed(SampleRegister.NOW, ZoneOffset.UTC));
            snapshots = database.transactional(new Snapshots(
                    new SnapshotRows(jdbc),
                    new FigureQueries(jdbc, context.getBean(PolicyCalendar.class)),
                    context.getBean(PolicyCalendar.class),
                    new ObjectMapper().registerModule(new JavaTimeModule())));
            snapshot = snapshots.freeze("2026-11", FROM);
        }

        @Test
        void freezesEveryOpenItem() {
            assertThat(frozen("status <> 'CLOSED'")).isEqualTo(count("status <> 'CLOSED'"));
        }

        @Test
        void countsWhatIsFrozen() {
            Figures figures = snapshot.figures();
            assertThat(figures.asOf()).isEqualTo(SampleRegister.TODAY);
            assertThat(figures.open()).isEqualTo(count("status <> 'CLOSED'"));
            assertThat(figures.bySeverity().get(Severity.HIGH))
                    .isEqualTo(count("status <> 'CLOSED' and severity = 'HIGH'"));
            assertThat(figures.byStatus().get(ItemStatus.NEW)).isEqualTo(count("status = 'NEW'"));
            assertThat(figures.overdue().count())
                    .isEqualTo(
                            count("status <> 'CLOSED' and coalesce(planned_completion, deadline) < date '2026-11-22'"))
                    .isPositive();
            assertThat(figures.overdue().percent())
                    .isEqualTo(Math.round(1000.0 * figures.overdue().count() / figures.open()) / 10.0);
            assertThat(figures.overdue().mostDays()).isPositive();
            assertThat(figures.closed()).isEqualTo(count("status = 'CLOSED' and closed_on >= date '2026-10-22'"));
            assertThat(figures.remediation().items())
                    .isEqualTo(count("status = 'CLOSED' and closed_on >= date '2025-11-22'"));
            assertThat(figures.withoutOwner()).isEqualTo(count("status <> 'CLOSED' and owner_id is null"));
            assertThat(figures.withoutPlan()).isEqualTo(count("status <> 'CLOSED' and planned_completion is null"));
            assertThat(figures.oldest()).isNotNull();
        }

        @Test
        void keepsTheLastPercentOfEachItem() {
            assertThat(frozen("status = 'IN_PROGRESS' and percent_done = 40"))
                    .isEqualTo(count("status = 'IN_PROGRESS'"));
        }

        @Test
        void givesTheLongestOverdueFirst() {
            assertThat(snapshots.overdue(snapshot, 20))
                    .hasSize(20)
                    .isSortedAccordingTo(Comparator.comparing(FrozenItem::due))
                    .allSatisfy(item -> assertThat(item.due()).isBefore(SampleRegister.TODAY));
            assertThat(snapshots.overdueOf(snapshot, "nobody")).isZero();
        }

        @Test
        void isFrozenOnce() {
            assertThatThrownBy(() -> snapshots.freeze("2026-11", FROM)).isInstanceOf(DuplicateKeyException.class);
            assertThat(snapshots.get("2026-11")).isEqualTo(snapshot);
        }

        @Test
        void showsThatSomebodyAlteredARow() {
            assertThat(snapshots.isUnaltered("2026-11")).isTrue();
            String item = jdbc.sql("select min(item_id) from snapshot_item")
                    .query(String.class)
                    .single();
            String title = jdbc.sql("select title from snapshot_item where item_id = ?")
                    .param(item)
                    .query(String.class)
                    .single();
            retitle(item, "Nothing to see here");
            assertThat(snapshots.isUnaltered("2026-11")).isFalse();
            retitle(item, title);
            assertThat(snapshots.isUnaltered("2026-11")).isTrue();
        }

        private void retitle(String item, String title) {
            jdbc.sql("update snapshot_item set title = ? where item_id = ?")
                    .params(title, item)
                    .update();
        }

        private int frozen(String which) {
            return jdbc.sql("select count(*) from snapshot_item where " + which)
                    .query(Integer.class)
                    .single();
        }

        private int count(String which) {
            return jdbc.sql("select count(*) from poam_item where " + which)
                    .query(Integer.class)
                    .single();
        }
    }
}
