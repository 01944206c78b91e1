package io.closeout.workflow.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.register.MilestoneProgress;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.acceptance.AcceptanceRequests;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.extension.MoreTime;
import io.closeout.review.falsepositive.FalsePositiveClaim;
import io.closeout.review.falsepositive.FalsePositiveRequests;
import io.closeout.review.vendor.AwaitedFix;
import io.closeout.workflow.Acting;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.TaskForms;
import io.closeout.workflow.demo.SampleStory.Act;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Does what a sample person did, as that person, by the ways that are open to people: a task's form, added evidence, a request. */
@Component
@Profile({"demo", "drill"})
public class SampleWork {

    private static final String USER_TASK = "UserTask_";
    private static final String ASK = "AskForMoreTime";
    private static final String ASK_TO_ACCEPT = "AskToAcceptRisk";
    private static final String CLAIM_FALSE_POSITIVE = "ClaimFalsePositive";
    private static final String MILESTONE_DONE = "CompleteMilestone";

    private final TaskService tasks;
    private final Acting acting;
    private final People people;
    private final Register register;
    private final EvidenceLocker evidence;
    private final ExtensionRequests requests;
    private final AcceptanceRequests acceptances;
    private final FalsePositiveRequests falsePositives;
    private final MilestoneProgress milestones;
    private final ObjectMapper json;

    SampleWork(
            TaskService tasks,
            Acting acting,
            People people,
            Register register,
            EvidenceLocker evidence,
            ExtensionRequests requests,
            AcceptanceRequests acceptances,
            FalsePositiveRequests falsePositives,
            MilestoneProgress milestones,
            ObjectMapper json) {
        this.tasks = tasks;
        this.acting = acting;
        this.people = people;
        this.register = register;
        this.evidence = evidence;
        this.requests = requests;
        this.acceptances = acceptances;
        this.falsePositives = falsePositives;
        this.milestones = milestones;
        this.json = json;
    }

    public void perform(PoamId item, Act act) {
        Actor by = people.get(act.who()).through(act.evidence() == null ? "tasklist" : "page");
        if (act.does().equals(ASK)) {
            requests.ask(item, wanted(act), people.get(act.who()).through("page"));
        } else if (act.does().equals(ASK_TO_ACCEPT)) {
            acceptances.ask(
                    item,
                    SampleAcceptance.wanted(act, json),
                    people.get(act.who()).through("page"));
        } else if (act.does().equals(CLAIM_FALSE_POSITIVE)) {
            falsePositives.ask(item, claimed(act), people.get(act.who()).through("page"));
        } else if (act.does().equals(MILESTONE_DONE)) {
            milestones.complete(item, number(act), people.get(act.who()).through("page"));
        } else if (act.evidence() != null) {
            evidence.add(act.evidence().of(item.subject(), act.on()), by);
        } else {
            acting.as(by, () -> complete(item, act));
        }
    }

    private static int number(Act act) {
        return (Integer)
                Objects.requireNonNull(Objects.requireNonNull(act.answers()).get("number"));
    }

    private static MoreTime wanted(Act act) {
        Map<String, Object> answers = Objects.requireNonNull(act.answers());
        return MoreTime.asked(
                (String) answers.get("reason"),
                LocalDate.parse((String) answers.get("newDate")),
                (String) answers.get("interimMitigation"),
                answers.containsKey("vendor") ? awaited(answers) : null);
    }

    private static AwaitedFix awaited(Map<String, Object> answers) {
        return AwaitedFix.asked(
                (String) answers.get("vendor"), (String) answers.get("product"), (String) answers.get("link"), null);
    }

    /** For everything that the item has. */
    private static FalsePositiveClaim claimed(Act act) {
        Map<String, Object> answers = Objects.requireNonNull(act.answers());
        return FalsePositiveClaim.of(
                (String) answers.get("reason"), Set.of(), LocalDate.parse((String) answers.get("until")));
    }

    private void complete(PoamId item, Act act) {
        Task task = tasks.createTaskQuery()
                .processVariableValueEquals(RemediatePoamItem.VARIABLE_ITEM_ID, item.text())
                .taskDefinitionKey(USER_TASK + act.does())
                .singleResult();
        if (task == null) {
            throw new IllegalStateException(item + " has no task " + act.does() + " for " + act.who());
        }
        tasks.complete(task.getId(), submitted(item, act));
    }

    private Map<String, Object> submitted(PoamId item, Act act) {
        Map<String, Object> values = new HashMap<>();
        if (RemediatePoamItem.TASK_TRIAGE.equals(USER_TASK + act.does())) {
            values.put(TaskForms.PRIORITY, register.get(item).priority().name());
            values.put(TaskForms.OWNER_GROUP, Group.REMEDIATOR.id());
            values.put(TaskForms.TRACK, register.get(item).track().name());
        }
        if (act.answers() != null) {
            act.answers().forEach((field, answer) -> values.put(field, asSubmitted(answer)));
        }
        return values;
    }

    /** Lists arrive as JSON text, as from a form. */
    private Object asSubmitted(Object answer) {
        try {
            return answer instanceof List<?> list ? json.writeValueAsString(list) : answer;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts and numbers can always be written", impossible);
        }
    }
}
