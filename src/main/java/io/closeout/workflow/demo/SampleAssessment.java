package io.closeout.workflow.demo;

import io.closeout.access.Actor;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.assessment.AssessmentKind;
import io.closeout.assessment.Assessments;
import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.assessment.NewResult;
import io.closeout.assessment.NewStatus;
import io.closeout.assessment.Requirement;
import io.closeout.assessment.Requirements;
import io.closeout.assessment.Result;
import io.closeout.register.Scopes;
import io.closeout.workflow.Acting;
import io.closeout.workflow.TrackConditionalStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The self-assessment of the sample company: five requirements not met, all allowed to wait, a Conditional status, its affirmation. */
@Component
@Profile("demo")
class SampleAssessment {

    /** What is not met, with why. */
    private static final Map<String, String> NOT_MET = Map.of(
            "AC.L2-3.1.9", "The press controller and two CAD stations show no notice at log-on.",
            "AU.L2-3.3.3", "Which events are logged was decided in 2022 and not reviewed since.",
            "CM.L2-3.4.9", "Nobody notices software that people install on the laptops themselves.",
            "MP.L2-3.8.4", "Drawings on paper in the shop carry no CUI marking.");

    private static final String NOT_VALIDATED = "SC.L2-3.13.11";
    private static final String WHY_NOT_VALIDATED =
            "The VPN encrypts with AES-256, but the module of its firmware is not FIPS-validated.";
    private static final Map<String, String> NOT_APPLICABLE =
            Map.of("AC.L2-3.1.18", "Mobile devices are not permitted in the enclave (policy IT-07).");

    private final Assessments assessments;
    private final CmmcStatuses statuses;
    private final Scopes scopes;
    private final TaskService tasks;
    private final Acting acting;
    private final People people;
    private final PolicyCalendar calendar;

    SampleAssessment(
            Assessments assessments,
            CmmcStatuses statuses,
            Scopes scopes,
            TaskService tasks,
            Acting acting,
            People people,
            PolicyCalendar calendar) {
        this.assessments = assessments;
        this.statuses = statuses;
        this.scopes = scopes;
        this.tasks = tasks;
        this.acting = acting;
        this.people = people;
        this.calendar = calendar;
    }

    /** On the day on which the clock stands. */
    void record() {
        LocalDate today = calendar.today();
        Actor issm = people.get("issm").through("page");
        String scope = scopes.all().get(0).id();
        List<NewResult> results =
                Requirements.all().stream().map(each -> found(each, today)).toList();
        assessments.record(scope, results, issm);
        affirm(statuses.record(scope, new NewStatus(AssessmentKind.SELF, "Mara Lindqvist", today), issm), today);
    }

    private static NewResult found(Requirement requirement, LocalDate on) {
        String id = requirement.id();
        if (id.equals(NOT_VALIDATED)) {
            return new NewResult(requirement, Result.PARTIAL, WHY_NOT_VALIDATED, on);
        }
        if (NOT_MET.containsKey(id)) {
            return new NewResult(requirement, Result.NOT_MET, NOT_MET.get(id), on);
        }
        return NOT_APPLICABLE.containsKey(id)
                ? new NewResult(requirement, Result.NOT_APPLICABLE, NOT_APPLICABLE.get(id), on)
                : new NewResult(requirement, Result.MET, null, on);
    }

    private void affirm(CmmcStatus status, LocalDate on) {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(Long.toString(status.id()))
                .taskDefinitionKey(TrackConditionalStatus.TASK_AFFIRM_CONDITIONAL)
                .singleResult()
                .getId();
        Map<String, Object> affirmation = Map.of(
                TrackConditionalStatus.AFFIRMED,
                true,
                TrackConditionalStatus.AFFIRMED_ON,
                on.toString(),
                TrackConditionalStatus.OFFICIAL_TITLE,
                "President",
                TrackConditionalStatus.CONTACT,
                "leader@halyard.example");
        acting.as(people.get("leader").through("tasklist"), () -> tasks.complete(task, affirmation));
    }
}
