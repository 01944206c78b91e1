package io.closeout.workflow.scan;

import io.closeout.intake.HeldImports;
import io.closeout.intake.Scan.Verdict;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.ImportScan;
import io.closeout.workflow.Step;
import io.closeout.workflow.TaskForms;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** The decision about a held import. */
@Step("decideImport")
class DecideImport implements TaskListener {

    private final HeldImports held;
    private final Acting acting;

    DecideImport(HeldImports held, Acting acting) {
        this.held = held;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        Answers answers = new Answers(task);
        Verdict verdict = Verdict.of(answers.text(TaskForms.DECISION));
        long scan = Long.parseLong(task.getExecution().getProcessBusinessKey());
        held.decide(scan, verdict, answers.text(TaskForms.REASON), acting.current("process"));
        task.getExecution().setVariable(ImportScan.VARIABLE_IMPORT_DECISION, verdict.word());
    }
}
