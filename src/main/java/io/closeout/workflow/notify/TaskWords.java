package io.closeout.workflow.notify;

import io.closeout.access.Actor;
import io.closeout.access.CurrentActor;
import io.closeout.access.Group;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.notify.Audience;
import io.closeout.notify.Outbox;
import io.closeout.notify.Word;
import io.closeout.workflow.Acting;
import io.closeout.workflow.ApprovalProcess;
import io.closeout.workflow.ItemId;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a task says to the outbox, in the transaction that makes, gives or ends it. */
@Component
class TaskWords {

    static final String ASSIGNED = "taskAssigned";
    static final String OFFERED = "taskOffered";
    static final String APPROVAL = "approvalAsked";
    static final String REVIEW = "reviewDue";

    private static final Set<String> DECIDERS = Set.of(Group.ISSM.id(), Group.LEADERSHIP.id());

    private final Outbox outbox;
    private final Acting acting;
    private final CurrentActor currentActor;
    private final PolicyCalendar calendar;

    TaskWords(Outbox outbox, Acting acting, CurrentActor currentActor, PolicyCalendar calendar) {
        this.outbox = outbox;
        this.acting = acting;
        this.currentActor = currentActor;
        this.calendar = calendar;
    }

    /** Open to its groups; who is assigned at once is told by {@link #given}. */
    void made(DelegateTask task) {
        if (outbox.isOpen() && task.getAssignee() == null) {
            task.getCandidates().stream()
                    .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                    .map(TaskWords::audience)
                    .distinct()
                    .forEach(candidate -> outbox.put(word(task, isApproval(task) ? APPROVAL : offer(task), candidate)));
        }
    }

    /** Somebody has it, so the others need not hear that they could take it. */
    void given(DelegateTask task) {
        if (outbox.isOpen() && task.getAssignee() != null) {
            outbox.takeBack(subject(task));
            outbox.put(word(task, isApproval(task) ? APPROVAL : ASSIGNED, Audience.person(task.getAssignee())));
        }
    }

    /** Done or gone: whoever was not told of it yet need not hear. */
    void over(DelegateTask task) {
        outbox.takeBack(subject(task));
    }

    private Word word(DelegateTask task, String kind, Audience audience) {
        return new Word(subject(task), kind, calendar.today(), audience, item(task), actor(), text(task));
    }

    /** A task of a request that only deciders may take: to renew one is work of its owner. */
    static boolean isApproval(DelegateTask task) {
        return task.getExecution().hasVariable(ApprovalProcess.VARIABLE_REQUEST_ID)
                && task.getCandidates().stream()
                        .map(IdentityLink::getGroupId)
                        .allMatch(group -> group == null || DECIDERS.contains(group));
    }

    /** What is open to a group and about no item is a review or a statement. */
    private static String offer(DelegateTask task) {
        return item(task) == null ? REVIEW : OFFERED;
    }

    private static @Nullable String item(DelegateTask task) {
        return ItemId.find(task.getExecution()).orElse(null);
    }

    private static Audience audience(IdentityLink link) {
        return link.getGroupId() == null ? Audience.person(link.getUserId()) : Audience.group(link.getGroupId());
    }

    /** Whoever completes the task before; where a page or the API began the process, whoever sits there. */
    private @Nullable String actor() {
        Actor actor = acting.current("process");
        return actor.isSystem() ? currentActor.person().map(Person::id).orElse(null) : actor.id();
    }

    private static String subject(DelegateTask task) {
        return "task:" + task.getId();
    }

    private static String text(DelegateTask task) {
        return Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey());
    }
}
