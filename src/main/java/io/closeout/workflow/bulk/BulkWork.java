package io.closeout.workflow.bulk;

import io.closeout.access.Actor;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.approval.ApprovalRequest;
import io.closeout.review.approval.Approvals;
import io.closeout.review.approval.RequestKind;
import io.closeout.shared.NotFound;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import io.closeout.workflow.Acting;
import io.closeout.workflow.ApproveExtension;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.TaskForms;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does the same with many items: the task of each is completed as the person, with the answers that its form would send, so that every
 * rule, signature and ledger entry is that of a single one. What is refused is named; the others go through.
 */
@Service
public class BulkWork {

    /** More would keep the browser waiting; the register shows what is left. */
    public static final int MOST = PageRequest.LARGEST;

    private static final Logger log = LoggerFactory.getLogger(BulkWork.class);

    private final TaskService tasks;
    private final Register register;
    private final Approvals approvals;
    private final Acting acting;
    private final TransactionTemplate alone;

    BulkWork(
            TaskService tasks,
            Register register,
            Approvals approvals,
            Acting acting,
            PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.register = register;
        this.approvals = approvals;
        this.acting = acting;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * @param answers by the keys of the form of the task ({@link TaskForms})
     * @throws Refused for no items, too many, or an action that is not this person's at all
     */
    public BulkOutcome perform(BulkAction action, List<PoamId> items, Map<String, Object> answers, Actor by) {
        if (!BulkAction.of(by.groups()).contains(action)) {
            throw Refused.because("\"" + action.label() + "\" is not yours to do.");
        }
        if (items.isEmpty()) {
            throw Refused.because("Choose at least one item.");
        }
        if (items.size() > MOST) {
            throw Refused.because("%,d items are chosen; at most %,d are done at once. Narrow the filter and repeat."
                    .formatted(items.size(), MOST));
        }
        return new BulkOutcome(new LinkedHashSet<>(items)
                .stream().map(item -> line(action, item, answers, by)).toList());
    }

    private BulkOutcome.Line line(BulkAction action, PoamId item, Map<String, Object> answers, Actor by) {
        try {
            alone.executeWithoutResult(status -> act(action, item, answers, by));
            return BulkOutcome.Line.done(item);
        } catch (Refused | NotFound refused) {
            return new BulkOutcome.Line(item.text(), Objects.requireNonNull(refused.getMessage()));
        } catch (ConcurrencyFailureException | OptimisticLockingException overtaken) {
            return new BulkOutcome.Line(item.text(), "Somebody else changed it at the same moment. Try it again.");
        } catch (RuntimeException failed) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            log.error("{} of {} failed, reference {}", action, item, reference, failed);
            return new BulkOutcome.Line(
                    item.text(), "It failed for a reason that the log tells under reference " + reference + ".");
        }
    }

    private void act(BulkAction action, PoamId id, Map<String, Object> answers, Actor by) {
        PoamItem item = register.get(id);
        switch (action) {
            case TRIAGE -> complete(own(item, RemediatePoamItem.TASK_TRIAGE), action, triage(item, answers), by);
            case ASSIGN -> register.assign(id, text(answers.get(TaskForms.OWNER_ID)), by);
            case PLAN -> complete(own(item, RemediatePoamItem.TASK_PLAN), action, answers, by);
            case DECIDE_DATES ->
                complete(
                        own(item, RemediatePoamItem.TASK_SIGN_OFF, RemediatePoamItem.TASK_LEADERSHIP_SIGN_OFF),
                        action,
                        answers,
                        by);
            case DECIDE_EXTENSIONS -> complete(extension(item), action, answers, by);
        }
    }

    private static String text(@Nullable Object answer) {
        if (answer == null || answer.toString().isBlank()) {
            throw Refused.because("Choose the owner.");
        }
        return answer.toString().strip();
    }

    private static Map<String, Object> triage(PoamItem item, Map<String, Object> answers) {
        Map<String, Object> proposed = new HashMap<>();
        proposed.put(TaskForms.PRIORITY, item.priority().name());
        proposed.put(TaskForms.TRACK, item.track().name());
        proposed.put(TaskForms.OWNER_GROUP, item.ownerGroup());
        proposed.putAll(answers);
        return proposed;
    }

    private TaskQuery own(PoamItem item, String... definitions) {
        return tasks.createTaskQuery()
                .processInstanceId(item.processInstanceId().orElseThrow())
                .taskDefinitionKeyIn(definitions);
    }

    private TaskQuery extension(PoamItem item) {
        ApprovalRequest open = approvals.openFor(item.id()).stream()
                .filter(request -> request.kind() == RequestKind.EXTENSION)
                .findFirst()
                .orElseThrow(() -> Refused.because("Nobody asks for more time for it."));
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(Long.toString(open.id()))
                .processDefinitionKey(ApproveExtension.KEY);
    }

    /** Finding the task needs no grant; completing it does. */
    private void complete(TaskQuery query, BulkAction action, Map<String, Object> answers, Actor by) {
        Task task = acting.asEngine(query::singleResult);
        if (task == null) {
            throw Refused.because("It does not wait for that now (\"%s\").".formatted(action.label()));
        }
        acting.as(by, () -> tasks.complete(task.getId(), answers));
    }
}
