package io.closeout.workflow.drill;

import java.util.List;
import java.util.Map;

/**
 * How the drill went.
 *
 * @param verdicts one per expectation, by day
 * @param happenings in the order in which they happened
 * @param caseNames of the items of the portfolio, by item id, in the order in which they opened
 */
record DrillOutcome(
        List<Verdict> verdicts, List<Happening> happenings, List<Fault> faults, Map<String, String> caseNames) {

    boolean passed() {
        return faults.isEmpty() && verdicts.stream().allMatch(Verdict::rang);
    }

    List<Verdict> silent() {
        return verdicts.stream().filter(verdict -> !verdict.rang()).toList();
    }
}
