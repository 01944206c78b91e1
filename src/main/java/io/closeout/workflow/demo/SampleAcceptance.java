package io.closeout.workflow.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.policy.AcceptanceKind;
import io.closeout.review.acceptance.RiskLevel;
import io.closeout.review.acceptance.WantedAcceptance;
import io.closeout.review.acceptance.WantedControl;
import io.closeout.shared.Severity;
import io.closeout.workflow.demo.SampleStory.Act;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sample person asks for who asks to accept a risk, as the story tells it. */
record SampleAcceptance(
        AcceptanceKind kind,
        String justification,
        RiskLevel likelihood,
        RiskLevel impact,
        Severity residual,
        List<SampleControl> controls,
        @Nullable LocalDate until,
        boolean monthly,
        @Nullable String notFeasible,
        @Nullable String sspText) {

    record SampleControl(String what, String howChecked, int everyDays) {}

    static WantedAcceptance wanted(Act act, ObjectMapper json) {
        SampleAcceptance told = json.convertValue(act.answers(), SampleAcceptance.class);
        return new WantedAcceptance(
                told.kind,
                told.justification,
                told.likelihood,
                told.impact,
                told.residual,
                told.controls.stream()
                        .map(each -> WantedControl.asked(each.what, each.howChecked, each.everyDays, null))
                        .toList(),
                told.until,
                told.monthly,
                told.notFeasible,
                told.sspText);
    }
}
