package io.closeout.workflow.scan;

import io.closeout.intake.HeldImports;
import io.closeout.workflow.ImportScan;
import io.closeout.workflow.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Asks whether a person should look before the import is committed. */
@Step("judgeImport")
class JudgeImport implements JavaDelegate {

    private final HeldImports held;

    JudgeImport(HeldImports held) {
        this.held = held;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean waits = held.judge(Long.parseLong(execution.getProcessBusinessKey()));
        execution.setVariable(ImportScan.VARIABLE_IMPORT_HELD, waits);
    }
}
