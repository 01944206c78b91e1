package io.closeout.workflow.guard;

import static io.closeout.access.Group.ASSESSOR;
import static io.closeout.access.Group.CAMUNDA_ADMIN;
import static io.closeout.access.Group.ISSM;
import static io.closeout.access.Group.LEADERSHIP;
import static io.closeout.access.Group.PROCESS_ANALYST;
import static io.closeout.access.Group.REMEDIATOR;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.MIGRATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.SUSPEND;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.SUSPEND_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;

import io.closeout.access.Group;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;

/**
 * Who may do what in the engine. Nobody may start instances, correlate messages or set variables from outside: that
 * is how a gate would be passed without its step. Administrators operate, they do not decide.
 */
final class Grants {

    /** @param resourceId a process key, an application, or {@code *} */
    record Grant(Group group, Resource resource, String resourceId, List<Permission> permissions) {

        AuthorizationEntity toEntity() {
            AuthorizationEntity entity = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
            entity.setGroupId(group.id());
            entity.setResource(resource);
            entity.setResourceId(resourceId);
            entity.setPermissions(permissions.toArray(Permission[]::new));
            return entity;
        }
    }

    private Grants() {}

    static List<Grant> onProcess(String key) {
        List<Grant> grants = new ArrayList<>();
        for (Group group : List.of(REMEDIATOR, ISSM, LEADERSHIP)) {
            // READ_INSTANCE shows the item id in task lists, and nothing else is in the variables.
            grants.add(onProcess(group, key, READ, READ_INSTANCE, READ_TASK, TASK_WORK));
        }
        grants.add(onProcess(ASSESSOR, key, READ, READ_INSTANCE, READ_HISTORY));
        grants.add(onProcess(
                PROCESS_ANALYST, key, READ, READ_INSTANCE, READ_TASK, READ_HISTORY, RETRY_JOB, MIGRATE_INSTANCE));
        grants.add(onProcess(
                CAMUNDA_ADMIN,
                key,
                READ,
                READ_INSTANCE,
                READ_TASK,
                READ_HISTORY,
                RETRY_JOB,
                SUSPEND,
                SUSPEND_INSTANCE));
        return grants;
    }

    static List<Grant> everywhere() {
        List<Grant> grants = new ArrayList<>();
        for (Group group : List.of(REMEDIATOR, ISSM, LEADERSHIP)) {
            grants.add(new Grant(group, Resources.APPLICATION, "tasklist", List.of(ACCESS)));
        }
        for (Group group : List.of(PROCESS_ANALYST, CAMUNDA_ADMIN)) {
            grants.add(new Grant(group, Resources.APPLICATION, "cockpit", List.of(ACCESS)));
            grants.add(new Grant(group, Resources.DECISION_DEFINITION, "*", List.of(READ)));
        }
        grants.add(new Grant(PROCESS_ANALYST, Resources.DEPLOYMENT, "*", List.of(READ, CREATE)));
        grants.add(new Grant(
                PROCESS_ANALYST,
                Resources.BATCH,
                "*",
                List.of(READ, BatchPermissions.CREATE_BATCH_MIGRATE_PROCESS_INSTANCES)));
        grants.add(new Grant(CAMUNDA_ADMIN, Resources.APPLICATION, "admin", List.of(ACCESS)));
        for (Resource resource : List.of(
                Resources.DEPLOYMENT, Resources.BATCH, Resources.USER, Resources.GROUP, Resources.AUTHORIZATION)) {
            grants.add(new Grant(CAMUNDA_ADMIN, resource, "*", List.of(READ)));
        }
        return grants;
    }

    private static Grant onProcess(Group group, String key, Permission... permissions) {
        return new Grant(group, Resources.PROCESS_DEFINITION, key, List.of(permissions));
    }
}
