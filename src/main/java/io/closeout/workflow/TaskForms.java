package io.closeout.workflow;

import java.util.List;

/** The keys of the fields that task forms submit, as {@code forms/*.form} spell them. A test compares both. */
public final class TaskForms {

    public static final String PRIORITY = "priority";
    public static final String OWNER_GROUP = "ownerGroup";
    public static final String OWNER_ID = "ownerId";
    public static final String TRACK = "track";
    public static final String NOTE = "note";

    public static final String ESTIMATED_HOURS = "estimatedHours";
    public static final String RESOURCES = "resources";
    public static final String REMEDIATION_PLAN = "remediationPlan";
    public static final String MILESTONES = "milestones";
    public static final String MILESTONE_DESCRIPTION = "description";
    public static final String MILESTONE_DUE = "due";
    public static final String PLANNED_COMPLETION = "plannedCompletion";
    public static final String RESIDUAL_RISK = "residualRisk";
    public static final String COMMENTS = "comments";

    public static final String DECISION = "decision";
    public static final String REASON = "reason";

    public static final String WORK_DONE = "workDone";
    public static final String FIXED_ON = "fixedOn";
    public static final String MILESTONES_DONE = "milestonesDone";

    public static final String VERIFIED = "verified";

    /** Fields that open with a value: a proposal, or what was submitted last. Judgements and reports always start empty. */
    public static final List<String> PREFILLED = List.of(
            PRIORITY,
            TRACK,
            OWNER_GROUP,
            OWNER_ID,
            ESTIMATED_HOURS,
            RESOURCES,
            REMEDIATION_PLAN,
            MILESTONES,
            PLANNED_COMPLETION,
            RESIDUAL_RISK,
            COMMENTS);

    private TaskForms() {}
}
