package io.closeout.workflow.guard;

import io.closeout.workflow.guard.Grants.Grant;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Writes the grants into the engine. Writing twice changes nothing. */
@Component
public class GrantBook {

    private final AuthorizationService authorizations;
    private final RepositoryService repository;

    GrantBook(AuthorizationService authorizations, RepositoryService repository) {
        this.authorizations = authorizations;
        this.repository = repository;
    }

    /** To be called once all models are deployed. */
    public void writeAll() {
        Grants.everywhere().forEach(this::write);
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .flatMap(key -> Grants.onProcess(key).stream())
                .forEach(this::write);
    }

    private void write(Grant grant) {
        Authorization authorization = authorizations
                .createAuthorizationQuery()
                .groupIdIn(grant.group().id())
                .resourceType(grant.resource())
                .resourceId(grant.resourceId())
                .singleResult();
        if (authorization == null) {
            authorization = grant.toEntity();
        }
        authorization.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(authorization);
    }
}
