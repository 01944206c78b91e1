package io.closeout.workflow.web;

import io.closeout.access.Person;
import io.closeout.web.HomePanel;
import io.closeout.web.Panel;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What waits for the person: first what is theirs, then what their groups may take. */
@Component
class TasksPanel implements HomePanel {

    private static final int MOST = 8;

    private final TaskLines tasks;

    TasksPanel(TaskLines tasks) {
        this.tasks = tasks;
    }

    @Override
    public Column column() {
        return Column.NEEDS_YOU;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Optional<Panel> panel(Person viewer) {
        long mine = tasks.countMine(viewer);
        long groups = tasks.countOfMyGroups(viewer);
        return mine + groups == 0
                ? Optional.empty()
                : Optional.of(new Panel(
                        "workflow/panel-tasks",
                        Map.of(
                                "mine",
                                tasks.mine(viewer, MOST),
                                "mineCount",
                                mine,
                                "groups",
                                tasks.ofMyGroups(viewer, MOST),
                                "groupsCount",
                                groups)));
    }
}
