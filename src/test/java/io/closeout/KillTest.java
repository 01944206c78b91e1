package io.closeout;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.tenable.NessusFileGenerator;
import io.closeout.testing.RunningCloseout;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The program is killed in the middle of an import, three times: while it reads, and twice while it commits. Started again it goes on,
 * and nothing is lost and nothing there twice.
 */
class KillTest {

    private static final int ITEMS = 300;
    private static final int FINDINGS = 10_000;

    /** One in five of the generated weaknesses is informational. */
    private static final NessusFileGenerator SCAN = new NessusFileGenerator(50, ITEMS * 5 / 4, 250, 200);

    private static final Pattern PROGRESS = Pattern.compile("\"state\":\"(\\w+)\".*\"progress\":(\\d+)");
    /** Of the moment in which the program answers again. */
    private static final Duration WITHIN = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void anImportThatIsKilledAgainAndAgainEndsWithTheRightRegister() throws Exception {
        long seed = System.nanoTime();
        System.out.println("KillTest: seed " + seed);
        Random random = new Random(seed);
        Path file = folder.resolve("large.nessus");
        SCAN.write(file);

        String scan;
        try (RunningCloseout first = RunningCloseout.start(folder)) {
            scan = first.upload(file);
            killAt(first, scan, 1 + random.nextInt(48));
        }
        for (int part = 0; part < 2; part++) {
            try (RunningCloseout again = RunningCloseout.start(folder)) {
                killAt(again, scan, 66 + 16 * part + random.nextInt(16));
            }
        }
        try (RunningCloseout last = RunningCloseout.start(folder)) {
            last.awaitDone(scan, WITHIN);
            last.stop();
        }
        assertRegisterIsRight();
    }

    private static void killAt(RunningCloseout running, String scan, int percent) throws Exception {
        Instant end = Instant.now().plus(WITHIN);
        int seen = progress(running, scan);
        while (seen < percent) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        "Still at %d %% after %s:%n%s".formatted(seen, WITHIN, running.lastOutput()));
            }
            seen = progress(running, scan);
        }
        running.kill();
        System.out.println("KillTest: killed at " + seen + " %");
    }

    private static int progress(RunningCloseout running, String scan) throws InterruptedException {
        Matcher answer = PROGRESS.matcher(running.get(scan).orElse(""));
        return answer.find() ? Integer.parseInt(answer.group(2)) : 0;
    }

    private void assertRegisterIsRight() {
        // Opened once: each opening and closing rewrites parts of the file.
        SingleConnectionDataSource database =
                new SingleConnectionDataSource(RunningCloseout.databaseIn(folder), "closeout", "", true);
        try {
            assertRegisterIsRight(JdbcClient.create(database));
        } finally {
            database.destroy();
        }
    }

    private static void assertRegisterIsRight(JdbcClient jdbc) {
        assertCount(jdbc, ITEMS, "poam_item where status = 'NEW'");
        assertCount(jdbc, ITEMS, "(select distinct weakness_id from poam_item) distinct_weaknesses");
        assertCount(jdbc, FINDINGS, "finding where state = 'OPEN' and superseded = false and occurrence = 1");
        assertCount(jdbc, FINDINGS, "import_change where kind = 'NEW'");
        assertCount(jdbc, 50, "asset");
        assertCount(jdbc, ITEMS, "ledger_event where kind = 'itemOpened'");
        assertCount(jdbc, 1, "ledger_event where kind = 'scanCommitted'");
        assertCount(
                jdbc,
                1,
                "scan where state = 'DONE' and new_findings = 10000 and findings = 10000"
                        + " and items_opened = 300 and seen_again + reappeared + not_observed = 0");
        assertCount(jdbc, 0, "staged_finding");
        assertCount(jdbc, 0, "staged_check");
        assertCount(jdbc, 0, "staged_item");
        assertCount(jdbc, 0, "scope_lease");
        assertCount(
                jdbc, ITEMS, "act_ru_execution where parent_id_ is null and proc_def_id_ like 'remediatePoamItem:%'");
        assertCount(
                jdbc,
                ITEMS,
                "poam_item i join act_ru_execution e on e.id_ = i.process_instance_id" + " and e.business_key_ = i.id");
        assertEachProcessHasOneTimer(jdbc);
        assertCount(jdbc, ITEMS, "act_ru_task");
        assertCount(jdbc, 0, "act_ru_ext_task");
        assertCount(jdbc, 0, "act_ru_incident");
    }

    /** Tells of each that has none, or several, what they are. */
    private static void assertEachProcessHasOneTimer(JdbcClient jdbc) {
        assertThat(jdbc.sql("""
                        select p.id_ as process, p.business_key_, j.id_ as timer, j.rev_, j.handler_cfg_, j.duedate_, j.lock_owner_,
                          j.retries_, j.create_time_, e.act_id_, e.is_active_, e.is_concurrent_
                        from act_ru_execution p
                        left join act_ru_job j on j.process_instance_id_ = p.id_ and j.type_ = 'timer'
                        left join act_ru_execution e on e.id_ = j.execution_id_
                        where p.parent_id_ is null and p.proc_def_id_ like 'remediatePoamItem:%'
                          and (select count(*) from act_ru_job o where o.process_instance_id_ = p.id_ and o.type_ = 'timer') <> 1
                        order by p.id_, j.create_time_
                        """).query().listOfRows()).isEmpty();
        assertCount(jdbc, ITEMS, "act_ru_job where type_ = 'timer' and process_def_key_ = 'remediatePoamItem'");
    }

    private static void assertCount(JdbcClient jdbc, int expected, String fromWhere) {
        assertThat(jdbc.sql("select count(*) from " + fromWhere)
                        .query(Integer.class)
                        .single())
                .as(fromWhere)
                .isEqualTo(expected);
    }
}
