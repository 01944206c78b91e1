package io.closeout.browser;

import io.closeout.access.Actor;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.shared.Severity;
import io.closeout.workflow.Acting;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.TaskForms;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.BeanFactory;

/** Items that are planned and signed off and being worked on, because the sample people completed their tasks. */
class ItemsAtWork {

    static final String OWNER = "ot";

    private final ItemsByHand byHand;
    private final PolicyCalendar calendar;
    private final People people;
    private final TaskService tasks;
    private final Acting acting;

    ItemsAtWork(BeanFactory application) {
        byHand = application.getBean(ItemsByHand.class);
        calendar = application.getBean(PolicyCalendar.class);
        people = application.getBean(People.class);
        tasks = application.getBean(TaskService.class);
        acting = application.getBean(Acting.class);
    }

    /** High, found today, and planned for its deadline. */
    PoamId open(String title) {
        PoamId item = byHand.open(
                        new ItemByHand(
                                title,
                                "The maker ended support; the built-in password is public.",
                                Severity.HIGH,
                                null,
                                "Plant walk-down",
                                calendar.today(),
                                Track.OPERATIONAL,
                                List.of()),
                        person("issm"))
                .id();
        complete(
                "issm",
                item,
                RemediatePoamItem.TASK_TRIAGE,
                Map.of(
                        TaskForms.PRIORITY, "HIGH",
                        TaskForms.OWNER_GROUP, "remediator",
                        TaskForms.OWNER_ID, OWNER,
                        TaskForms.TRACK, "OPERATIONAL"));
        complete(OWNER, item, RemediatePoamItem.TASK_PLAN, plan());
        complete("issm", item, RemediatePoamItem.TASK_SIGN_OFF, Map.of(TaskForms.DECISION, "approve"));
        return item;
    }

    private Map<String, Object> plan() {
        String completion = calendar.today().plusDays(20).toString();
        return Map.of(
                TaskForms.OWNER_ID,
                OWNER,
                TaskForms.ESTIMATED_HOURS,
                120,
                TaskForms.RESOURCES,
                "Press builder, one week of standstill",
                TaskForms.REMEDIATION_PLAN,
                "Shield the controller now, replace it in the next break.",
                TaskForms.MILESTONES,
                "[{\"description\":\"Controller replaced\",\"due\":\"%s\"}]".formatted(completion),
                TaskForms.PLANNED_COMPLETION,
                completion,
                TaskForms.RESIDUAL_RISK,
                "MEDIUM");
    }

    /** The task of that kind that waits for the item, answered by that person. */
    void complete(String who, PoamId item, String definition, Map<String, Object> answers) {
        Task task = tasks.createTaskQuery()
                .processVariableValueEquals(RemediatePoamItem.VARIABLE_ITEM_ID, item.text())
                .taskDefinitionKey(definition)
                .singleResult();
        acting.as(person(who), () -> tasks.complete(task.getId(), answers));
    }

    Actor person(String id) {
        return people.get(id).through("tasklist");
    }
}
