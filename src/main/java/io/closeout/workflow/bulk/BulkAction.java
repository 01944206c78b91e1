package io.closeout.workflow.bulk;

import io.closeout.access.Group;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What can be done with many items at once, and who may try. */
public enum BulkAction {
    /** As the tables propose. */
    TRIAGE("Triage as proposed", Group.ISSM),
    ASSIGN("Assign an owner", Group.ISSM),
    PLAN("Submit one plan", Group.REMEDIATOR, Group.ISSM),
    DECIDE_DATES("Decide planned dates", Group.ISSM, Group.LEADERSHIP),
    DECIDE_EXTENSIONS("Decide requests for more time", Group.ISSM, Group.LEADERSHIP);

    private final String label;
    private final Set<Group> groups;

    BulkAction(String label, Group... groups) {
        this.label = label;
        this.groups = Set.of(groups);
    }

    public String label() {
        return label;
    }

    /** For somebody in these groups; each item is checked again by the rules of its own work. */
    public static List<BulkAction> of(Set<Group> groups) {
        return Arrays.stream(values())
                .filter(action -> action.groups.stream().anyMatch(groups::contains))
                .toList();
    }
}
