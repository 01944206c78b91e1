package io.closeout.workflow.period;

import java.time.YearMonth;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The business key of the process is the month, such as {@code 2026-11}. */
final class PeriodOf {

    private PeriodOf() {}

    static YearMonth execution(DelegateExecution execution) {
        return YearMonth.parse(execution.getProcessBusinessKey());
    }
}
