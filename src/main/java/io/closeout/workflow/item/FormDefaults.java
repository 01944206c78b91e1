package io.closeout.workflow.item;

import io.closeout.register.Milestone;
import io.closeout.register.PoamItem;
import io.closeout.workflow.TaskForms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the fields of task forms hold before a person writes: the proposed triage, and the plan as it was made last. */
final class FormDefaults {

    private FormDefaults() {}

    /** By key of the field. A field that is missing starts empty; so does a planned date that is over. */
    static Map<String, Object> of(PoamItem item, LocalDate today) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put(TaskForms.PRIORITY, item.priority().name());
        defaults.put(TaskForms.TRACK, item.track().name());
        defaults.put(TaskForms.OWNER_GROUP, item.ownerGroup());
        item.ownerId().ifPresent(owner -> defaults.put(TaskForms.OWNER_ID, owner));
        item.estimatedHours()
                .map(BigDecimal::doubleValue)
                .ifPresent(hours -> defaults.put(TaskForms.ESTIMATED_HOURS, hours));
        item.resources().ifPresent(text -> defaults.put(TaskForms.RESOURCES, text));
        item.remediationPlan().ifPresent(text -> defaults.put(TaskForms.REMEDIATION_PLAN, text));
        defaults.put(TaskForms.MILESTONES, milestones(item));
        item.proposedCompletion()
                .or(item::plannedCompletion)
                .filter(date -> !date.isBefore(today))
                .ifPresent(date -> defaults.put(TaskForms.PLANNED_COMPLETION, date.toString()));
        item.residualRisk().ifPresent(risk -> defaults.put(TaskForms.RESIDUAL_RISK, risk.name()));
        item.comments().ifPresent(text -> defaults.put(TaskForms.COMMENTS, text));
        return defaults;
    }

    /** Without a plan one empty row, so that the list opens ready to write in. */
    private static List<Map<String, String>> milestones(PoamItem item) {
        return item.milestones().isEmpty()
                ? List.of(Map.of())
                : item.milestones().stream().map(FormDefaults::milestone).toList();
    }

    private static Map<String, String> milestone(Milestone milestone) {
        return Map.of(
                TaskForms.MILESTONE_DESCRIPTION,
                milestone.description(),
                TaskForms.MILESTONE_DUE,
                milestone.due().toString());
    }
}
