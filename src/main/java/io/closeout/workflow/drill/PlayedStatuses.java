package io.closeout.workflow.drill;

import io.closeout.access.Actor;
import io.closeout.access.People;
import io.closeout.assessment.AssessmentKind;
import io.closeout.assessment.Assessments;
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
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Two Conditional CMMC statuses with two requirements not met, recorded on the first day. The one of the enclave is left alone. The one of
 * the plant is affirmed, closed out and affirmed as Final; a year after its date leadership is late.
 */
@Component
@Profile("drill")
class PlayedStatuses {

    private static final String PLANT = "Plant network";
    private static final Set<String> NOT_MET = Set.of("AC.L2-3.1.3", "AU.L2-3.3.3");
    private static final int AFFIRMED_ON = 3;
    private static final int CLOSED_OUT_ON = 120;
    private static final int AFFIRMED_AS_FINAL_ON = 125;
    private static final int AFFIRMED_AFTER_A_YEAR_ON = 375;

    private final Assessments assessments;
    private final CmmcStatuses statuses;
    private final Scopes scopes;
    private final People people;
    private final Acting acting;
    private final TaskService tasks;

    PlayedStatuses(
            Assessments assessments,
            CmmcStatuses statuses,
            Scopes scopes,
            People people,
            Acting acting,
            TaskService tasks) {
        this.assessments = assessments;
        this.statuses = statuses;
        this.scopes = scopes;
        this.people = people;
        this.acting = acting;
        this.tasks = tasks;
    }

    void work(LocalDate day) {
        switch ((int) ChronoUnit.DAYS.between(DrillCalendar.FIRST_DAY, day)) {
            case 0 -> {
                record(scopes.resolve(DrillCompany.ENCLAVE).id(), day);
                record(scopes.add(PLANT, null, as("admin")).id(), day);
            }
            case AFFIRMED_ON -> complete("leader", TrackConditionalStatus.TASK_AFFIRM_CONDITIONAL, affirmation(day));
            case CLOSED_OUT_ON -> complete("issm", TrackConditionalStatus.TASK_RECORD_CLOSEOUT, closeout(day));
            case AFFIRMED_AS_FINAL_ON, AFFIRMED_AFTER_A_YEAR_ON ->
                complete("leader", TrackConditionalStatus.TASK_AFFIRM_FINAL, affirmation(day));
            default -> {
                // Nobody does anything.
            }
        }
    }

    private void record(String scope, LocalDate day) {
        assessments.record(
                scope,
                Requirements.all().stream().map(each -> result(each, day)).toList(),
                as("issm"));
        statuses.record(scope, new NewStatus(AssessmentKind.SELF, "Mara Lindqvist", day), as("issm"));
    }

    private static NewResult result(Requirement requirement, LocalDate day) {
        return NOT_MET.contains(requirement.id())
                ? new NewResult(requirement, Result.NOT_MET, "Not written down.", day)
                : new NewResult(requirement, Result.MET, null, day);
    }

    private static Map<String, Object> affirmation(LocalDate day) {
        return Map.of(
                TrackConditionalStatus.AFFIRMED,
                true,
                TrackConditionalStatus.AFFIRMED_ON,
                day.toString(),
                TrackConditionalStatus.OFFICIAL_TITLE,
                "President",
                TrackConditionalStatus.CONTACT,
                "leader@halyard.example");
    }

    private static Map<String, Object> closeout(LocalDate day) {
        return Map.of(
                TrackConditionalStatus.ASSESSMENT_KIND,
                AssessmentKind.SELF.name(),
                TrackConditionalStatus.ASSESSOR,
                "Mara Lindqvist",
                TrackConditionalStatus.ASSESSED_ON,
                day.toString(),
                TrackConditionalStatus.POSTED_ON,
                day.toString(),
                TrackConditionalStatus.MET,
                NOT_MET.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",", "[", "]")));
    }

    /** As the person does it in the task of the plant's status. */
    private void complete(String who, String task, Map<String, Object> answers) {
        String plant = scopes.resolve(PLANT).id();
        String status = Long.toString(statuses.active(plant).orElseThrow().id());
        String id = tasks.createTaskQuery()
                .processDefinitionKey(TrackConditionalStatus.KEY)
                .processInstanceBusinessKey(status)
                .taskDefinitionKey(task)
                .singleResult()
                .getId();
        acting.as(as(who), () -> tasks.complete(id, answers));
    }

    private Actor as(String who) {
        return people.get(who).through("tasklist");
    }
}
