package io.closeout.workflow.identity;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/** Finds people, always by name. */
class Users extends UserQueryImpl {

    Users(@Nullable CommandExecutor executor) {
        super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
        return found(context).count();
    }

    @Override
    public List<User> executeList(CommandContext context, @Nullable Page page) {
        return Matching.page(found(context), firstResult, maxResults);
    }

    private Stream<UserEntity> found(CommandContext context) {
        Identities identities = (Identities) context.getReadOnlyIdentityProvider();
        List<UserEntity> users = groupId == null ? identities.users() : identities.membersOf(groupId);
        return users.stream().filter(this::matches);
    }

    private boolean matches(UserEntity user) {
        return tenantId == null
                && Matching.same(id, user.getId())
                && Matching.among(ids, user.getId())
                && Matching.same(firstName, user.getFirstName())
                && Matching.like(firstNameLike, user.getFirstName())
                && Matching.same(lastName, user.getLastName())
                && Matching.like(lastNameLike, user.getLastName())
                && Matching.same(email, user.getEmail())
                && Matching.like(emailLike, user.getEmail());
    }
}
