package io.closeout.register;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The owner says that the weakness is remediated.
 *
 * @param milestonesDone numbers of the milestones completed with it
 */
public record FixReport(String workDone, @Nullable LocalDate fixedOn, Set<Integer> milestonesDone) {

    public FixReport {
        milestonesDone = Collections.unmodifiableSet(new TreeSet<>(milestonesDone));
    }
}
