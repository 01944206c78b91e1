package io.closeout.workflow.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.closeout.workflow.TaskForms;
import io.closeout.workflow.bulk.BulkAction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer for many items, by the fields of the forms that single items have. Dates are ISO.
 *
 * @param milestone the one step of a plan that all share, beside its date
 * @param decision {@code approve} or {@code refuse}
 */
record BulkForm(
        BulkAction action,
        List<String> ids,
        @Nullable String ownerId,
        @Nullable String note,
        @Nullable String estimatedHours,
        @Nullable String resources,
        @Nullable String remediationPlan,
        @Nullable String milestone,
        @Nullable String milestoneDue,
        @Nullable String plannedCompletion,
        @Nullable String residualRisk,
        @Nullable String comments,
        @Nullable String decision,
        @Nullable String reason) {

    static BulkForm blank(BulkAction action, List<String> ids) {
        return new BulkForm(action, ids, "", "", "", "", "", "", "", "", "", "", "", "");
    }

    /** By the keys of the form of the task. */
    Map<String, Object> answers() {
        Map<String, Object> answers = new HashMap<>();
        switch (action) {
            case TRIAGE -> {
                put(answers, TaskForms.OWNER_ID, ownerId);
                put(answers, TaskForms.NOTE, note);
            }
            case ASSIGN -> put(answers, TaskForms.OWNER_ID, ownerId);
            case PLAN -> plan(answers);
            case DECIDE_DATES, DECIDE_EXTENSIONS -> {
                put(answers, TaskForms.DECISION, decision);
                put(answers, TaskForms.REASON, reason);
            }
        }
        return answers;
    }

    private void plan(Map<String, Object> answers) {
        put(answers, TaskForms.OWNER_ID, ownerId);
        put(answers, TaskForms.ESTIMATED_HOURS, estimatedHours);
        put(answers, TaskForms.RESOURCES, resources);
        put(answers, TaskForms.REMEDIATION_PLAN, remediationPlan);
        put(answers, TaskForms.PLANNED_COMPLETION, plannedCompletion);
        put(answers, TaskForms.RESIDUAL_RISK, residualRisk);
        put(answers, TaskForms.COMMENTS, comments);
        put(answers, TaskForms.MILESTONES, milestones());
    }

    private String milestones() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return json.arrayNode()
                .add(json.objectNode()
                        .put(TaskForms.MILESTONE_DESCRIPTION, text(milestone))
                        .put(TaskForms.MILESTONE_DUE, text(milestoneDue)))
                .toString();
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    private static void put(Map<String, Object> answers, String key, @Nullable String written) {
        if (!text(written).isEmpty()) {
            answers.put(key, text(written));
        }
    }
}
