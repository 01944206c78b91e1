package io.closeout.workflow.guard;

import io.closeout.shared.Refused;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;

/**
 * A task is worked by its assignee or, as long as nobody has it, by its candidates. Administrators are no exception:
 * they make no business decisions. Runs before the model's own listeners.
 */
class TaskGuard implements TaskListener {

    @Override
    public void notify(DelegateTask delegate) {
        TaskEntity task = (TaskEntity) delegate;
        Authentication person = Context.getCommandContext().getAuthentication();
        if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            if (person == null) {
                throw Refused.because("A task is completed by a person, not by the program.");
            }
            mustHold(task, task.getAssignee(), person, "complete");
        } else if (person != null && !isBeingCreated(task)) {
            checkAssignment(task, person);
        }
    }

    private static void checkAssignment(TaskEntity task, Authentication person) {
        mustHold(task, assigneeBefore(task), person, "assign");
        String assignee = task.getAssignee();
        if (assignee == null && task.getCandidates().isEmpty()) {
            throw Refused.because("Nobody else could take the task \"" + task.getName()
                    + "\": it has no group. Change the owner of the item instead.");
        }
        if (assignee != null
                && !assignee.equals(person.getUserId())
                && !isCandidate(task, assignee, groupsOf(assignee))) {
            throw Refused.because("The task \"" + task.getName() + "\" can only be given to somebody of its group.");
        }
    }

    private static void mustHold(TaskEntity task, @Nullable String assignee, Authentication person, String doing) {
        boolean holds = assignee == null
                ? isCandidate(task, person.getUserId(), person.getGroupIds())
                : assignee.equals(person.getUserId());
        if (!holds) {
            throw Refused.because("You cannot " + doing + " the task \"" + task.getName() + "\": "
                    + (assignee == null ? "it is for another group." : "it is assigned to somebody else."));
        }
    }

    private static boolean isCandidate(TaskEntity task, String personId, @Nullable List<String> groups) {
        return task.getCandidates().stream().anyMatch(link -> personId.equals(link.getUserId()) || isIn(groups, link));
    }

    private static boolean isIn(@Nullable List<String> groups, IdentityLink link) {
        return groups != null && link.getGroupId() != null && groups.contains(link.getGroupId());
    }

    private static List<String> groupsOf(String personId) {
        CommandContext context = Context.getCommandContext();
        return context.getReadOnlyIdentityProvider().createGroupQuery(context).groupMember(personId).list().stream()
                .map(Group::getId)
                .toList();
    }

    private static @Nullable String assigneeBefore(TaskEntity task) {
        PropertyChange change = task.getPropertyChanges().get(TaskEntity.ASSIGNEE);
        return change == null ? task.getAssignee() : (String) change.getOrgValue();
    }

    /** The engine assigns what the model says; not yet written, so its revision is 0. */
    private static boolean isBeingCreated(TaskEntity task) {
        return task.getRevision() == 0;
    }
}
