package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.register.Situations;
import io.closeout.testing.Databases;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/**
 * An import in which everything happens is killed before each of its commits in turn and called again, as the worker does. It ends
 * each time as if nothing had been. Killed after a commit is killed before the next.
 */
class ImportCrashTest {

    private final ImportLab lab = new ImportLab(Databases.h2(), MortalTransactions.Configuration.class);
    private final MortalTransactions transactions = lab.bean(MortalTransactions.class);
    private final EventfulImport sample = new EventfulImport(lab);
    private final List<LongConsumer> steps = sample.steps();

    @Test
    void anImportThatIsKilledAtAnyCommitEndsAsIfNothingHadBeen() {
        long undisturbed = aScan();
        transactions.liveOn();
        steps.forEach(step -> step.accept(undisturbed));
        int commits = transactions.commits();
        List<String> expected = sample.outcome();
        assertThat(expected).as("what should happen does").contains(EventfulImport.COUNTS);

        for (int commit = 1; commit <= commits; commit++) {
            long scan = aScan();
            Map<String, List<String>> before = lab.everything();
            transactions.dieAt(commit);
            int kills = workedToTheEnd(scan);
            assertThat(kills).as("kills at commit %d", commit).isEqualTo(1);
            assertThat(sample.outcome())
                    .as("killed at commit %d of %d", commit, commits)
                    .isEqualTo(expected);
            undo(scan);
            assertThat(lab.everything())
                    .as("undone after it was killed at commit %d", commit)
                    .isEqualTo(before);
        }
    }

    @Test
    void anUndoThatIsKilledHasNotHappenedOrHas() {
        long scan = aScan();
        Map<String, List<String>> before = lab.everything();
        steps.forEach(step -> step.accept(scan));
        Map<String, List<String>> imported = lab.everything();
        int kills = 0;
        boolean killed = true;
        for (int commit = 1; killed; commit++) {
            transactions.dieAt(commit);
            killed = isKilledInUndo(scan);
            transactions.liveOn();
            assertThat(lab.everything()).as("killed at commit %d", commit).isEqualTo(killed ? imported : before);
            kills += killed ? 1 : 0;
        }
        assertThat(kills).isPositive();
    }

    private boolean isKilledInUndo(long scan) {
        try {
            undo(scan);
            return false;
        } catch (MortalTransactions.Killed killed) {
            return true;
        }
    }

    private void undo(long scan) {
        lab.bean(ImportUndo.class).undo(scan, "Somebody took the wrong file", Situations.ISSM);
    }

    @Test
    void everyStepMayBeCalledAgainAfterItsEnd() {
        long once = aScan();
        steps.forEach(step -> step.accept(once));
        List<String> expected = sample.outcome();

        long twice = aScan();
        steps.forEach(step -> {
            step.accept(twice);
            step.accept(twice);
        });

        assertThat(sample.outcome()).isEqualTo(expected);
    }

    private long aScan() {
        transactions.liveOn();
        return sample.received();
    }

    /** @return how often it was killed */
    private int workedToTheEnd(long scan) {
        int kills = 0;
        int step = 0;
        while (step < steps.size()) {
            try {
                steps.get(step).accept(scan);
                step++;
            } catch (MortalTransactions.Killed killed) {
                kills++;
            }
        }
        transactions.liveOn();
        return kills;
    }
}
