package io.closeout.workflow.identity;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.jspecify.annotations.Nullable;

/** Finds groups, in the order in which we name them. */
class Groups extends GroupQueryImpl {

    Groups(@Nullable CommandExecutor executor) {
        super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
        return found(context).count();
    }

    @Override
    public List<Group> executeList(CommandContext context, @Nullable Page page) {
        return Matching.page(found(context), firstResult, maxResults);
    }

    private Stream<GroupEntity> found(CommandContext context) {
        Identities identities = (Identities) context.getReadOnlyIdentityProvider();
        List<GroupEntity> groups = userId == null ? identities.groups() : identities.groupsOf(userId);
        return groups.stream().filter(this::matches);
    }

    private boolean matches(GroupEntity group) {
        return tenantId == null
                && Matching.same(id, group.getId())
                && Matching.among(ids, group.getId())
                && Matching.same(name, group.getName())
                && Matching.like(nameLike, group.getName())
                && Matching.same(type, group.getType());
    }
}
