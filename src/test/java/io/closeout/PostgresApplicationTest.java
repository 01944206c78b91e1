package io.closeout;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import io.closeout.testing.RunningCloseout;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole program on a real PostgreSQL: it makes its tables, and takes the scans of the tour. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresApplicationTest {

    private static final Duration WITHIN = Duration.ofMinutes(2);

    private final Database database = Databases.emptyPostgres();
    private final JdbcClient jdbc = database.jdbc();

    @TempDir
    static Path folder;

    private RunningCloseout closeout;

    @BeforeAll
    void start() throws Exception {
        closeout = RunningCloseout.start(folder, database.url(), database.user());
    }

    @AfterAll
    void stop() {
        closeout.close();
    }

    @Test
    @Order(1)
    void theFirstScanOpensItemsWithAProcessATaskAndATimerEach() throws Exception {
        imports("samples/halyard-first-scan.nessus");

        int items = count("poam_item");
        assertThat(items).isBetween(35, 45);
        assertThat(count("act_ru_execution where parent_id_ is null and proc_def_id_ like 'remediatePoamItem:%'"))
                .isEqualTo(items);
        assertThat(count("act_ru_task")).isEqualTo(items);
        assertThat(count("act_ru_job where type_ = 'timer' and process_def_key_ = 'remediatePoamItem'"))
                .isEqualTo(items);
        assertThat(count("scan where new_findings = findings and findings > 0 and items_opened = " + items))
                .isEqualTo(1);
        assertThat(closeout.get("/api/items?size=1")).get().asString().contains("\"total\":" + items);
    }

    @Test
    @Order(2)
    void theSecondScanProvesWhatIsGoneAndLeavesWhatItCannotSee() throws Exception {
        int items = count("poam_item");

        imports("samples/halyard-second-scan.nessus");

        assertThat(count("scan where id = 2 and verified_absent > 0 and not_observed > 0 and items_verified > 0"
                        + " and seen_again > 0 and findings = new_findings + seen_again + reappeared"))
                .isEqualTo(1);
        assertThat(count("poam_item")).isGreaterThan(items);
        int open = count("poam_item where status <> 'CLOSED'");
        assertThat(count("act_ru_execution where parent_id_ is null and proc_def_id_ like 'remediatePoamItem:%'"))
                .isEqualTo(open);
        assertThat(count("act_ru_job where type_ = 'timer' and process_def_key_ = 'remediatePoamItem'"))
                .isEqualTo(open);
        assertThat(
                        count(
                                "finding f join asset a on a.id = f.asset_id where a.name = 'LT-SALES04' and f.state = 'ABSENT'"))
                .isZero();
        assertThat(count("staged_finding")).isZero();
    }

    @Test
    @Order(3)
    void theSameFileAgainIsOnlySeenAgain() throws Exception {
        imports("samples/halyard-second-scan.nessus");

        assertThat(count("scan where id = 3 and findings = seen_again and findings > 0 and verified_absent = 0"
                        + " and items_opened = 0"))
                .isEqualTo(1);
    }

    private void imports(String file) throws Exception {
        closeout.awaitDone(closeout.upload(Path.of(file)), WITHIN);
    }

    private int count(String fromWhere) {
        return jdbc.sql("select count(*) from " + fromWhere)
                .query(Integer.class)
                .single();
    }
}
