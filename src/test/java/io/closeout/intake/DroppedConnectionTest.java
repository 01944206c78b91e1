package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.register.Situations;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import io.closeout.testing.WatchedDataSource;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/**
 * The database hangs up in the middle of an import, which is called again, as the worker does. It ends as if nothing had been. On
 * PostgreSQL, whose connections can be lost.
 */
class DroppedConnectionTest {

    /** Of some 200 statements: all of them would take minutes and meet the same transactions again. */
    private static final int STEP = 11;

    private final WatchedDataSource connections;
    private final ImportLab lab;
    private final EventfulImport sample;

    DroppedConnectionTest() {
        Database database = Databases.postgres();
        connections = new WatchedDataSource(database.dataSource());
        lab = new ImportLab(database.through(connections));
        sample = new EventfulImport(lab);
    }

    @Test
    void anImportThatLosesItsConnectionAtAnyTimeEndsAsIfNothingHadBeen() {
        long undisturbed = sample.received();
        connections.dropNothing();
        sample.steps().forEach(step -> step.accept(undisturbed));
        int statements = connections.statements();
        List<String> expected = sample.outcome();
        assertThat(expected).as("what should happen does").contains(EventfulImport.COUNTS);
        assertThat(statements).isGreaterThan(10 * STEP);

        int failures = 0;
        for (int statement = 1; statement <= statements; statement += STEP) {
            long scan = sample.received();
            Map<String, List<String>> before = lab.everything();
            connections.dropAt(statement);
            failures += worked(scan);
            connections.dropNothing();
            assertThat(sample.outcome())
                    .as("dropped at statement %d of %d", statement, statements)
                    .isEqualTo(expected);
            lab.bean(ImportUndo.class).undo(scan, "The wrong file", Situations.ISSM);
            assertThat(lab.everything())
                    .as("undone after the connection was dropped at statement %d", statement)
                    .isEqualTo(before);
        }
        // A batch of findings that fails is tried again at once, without a failure of its step.
        assertThat(failures).isGreaterThan(statements / STEP / 2);
    }

    /** @return how often a step failed and was called again */
    private int worked(long scan) {
        int failures = 0;
        for (LongConsumer step : sample.steps()) {
            boolean done = false;
            while (!done) {
                try {
                    step.accept(scan);
                    done = true;
                } catch (RuntimeException lost) {
                    failures++;
                    assertThat(failures).as(lost.toString()).isLessThan(5);
                }
            }
        }
        return failures;
    }
}
