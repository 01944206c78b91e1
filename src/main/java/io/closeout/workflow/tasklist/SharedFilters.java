package io.closeout.workflow.tasklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The filters that everybody sees in Tasklist. Nobody may make others: a filter can hold expressions. */
@Component
public class SharedFilters {

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    SharedFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    /** Writing twice changes nothing. Tasklist opens on the first, so that is the one which holds whatever there is to do. */
    public void writeAll() {
        write("Open to me", 5, "#14263f", "Yours, and what anybody of your group may take", reachable());
        write("My tasks", 10, "#1f3a5f", "Assigned to you", mine());
        write("My group's tasks", 20, "#2e6f95", "Anybody of your group may take them", ofMyGroups());
        write(
                "Overdue",
                30,
                "#b3261e",
                "Past their date, yours and your group's",
                reachable().dueBeforeExpression("${now()}"));
        write(
                "Due this week",
                40,
                "#b26a00",
                "In the next seven days",
                reachable().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(7)}"));
    }

    private TaskQuery mine() {
        return byDate(tasks.createTaskQuery().taskAssigneeExpression(ME));
    }

    private TaskQuery ofMyGroups() {
        return byDate(tasks.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS));
    }

    private TaskQuery reachable() {
        return byDate(tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression(ME)
                .taskCandidateGroupInExpression(MY_GROUPS)
                .endOr());
    }

    private static TaskQuery byDate(TaskQuery query) {
        return query.orderByDueDate().asc();
    }

    private void write(String name, int priority, String color, String description, TaskQuery query) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        filter.setQuery(query);
        filter.setProperties(properties(priority, color, description));
        filters.saveFilter(filter);
        letAllRead(filter.getId());
    }

    private static Map<String, Object> properties(int priority, String color, String description) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("priority", priority);
        properties.put("color", color);
        properties.put("description", description);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of(Map.of("name", "itemId", "label", "Item")));
        return properties;
    }

    private void letAllRead(String filterId) {
        long existing = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                .resourceType(Resources.FILTER)
                .resourceId(filterId)
                .count();
        if (existing == 0) {
            Authorization all = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
            all.setResource(Resources.FILTER);
            all.setResourceId(filterId);
            all.addPermission(Permissions.READ);
            authorizations.saveAuthorization(all);
        }
    }
}
