package io.closeout.workflow.identity;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/** Our people and groups in the engine's words. Nobody signs in through the engine: it knows no password. */
class Identities implements ReadOnlyIdentityProvider {

    private final Directory directory;

    Identities(Directory directory) {
        this.directory = directory;
    }

    List<UserEntity> users() {
        return directory.people().stream().map(Identities::user).toList();
    }

    List<UserEntity> membersOf(String groupId) {
        return directory.people().stream()
                .filter(person -> isIn(person, groupId))
                .map(Identities::user)
                .toList();
    }

    List<GroupEntity> groups() {
        return Arrays.stream(io.closeout.access.Group.values())
                .map(Identities::group)
                .toList();
    }

    List<GroupEntity> groupsOf(String userId) {
        return directory.people().stream()
                .filter(person -> person.id().equals(userId))
                .flatMap(person -> person.groups().stream().sorted())
                .map(Identities::group)
                .toList();
    }

    @Override
    public @Nullable User findUserById(String userId) {
        return users().stream()
                .filter(user -> user.getId().equals(userId))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable Group findGroupById(String groupId) {
        return io.closeout.access.Group.withId(groupId).map(Identities::group).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new Users(executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new Users(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new Groups(executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new Groups(null);
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants(executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NoTenants(null);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("People are not kept in the engine's tables");
    }

    @Override
    public @Nullable Tenant findTenantById(String tenantId) {
        return null;
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public void flush() {
        // nothing is ever changed here
    }

    @Override
    public void close() {
        // nothing is held
    }

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }

    private static boolean isIn(Directory.Entry person, String groupId) {
        return person.groups().stream().anyMatch(group -> group.id().equals(groupId));
    }

    private static UserEntity user(Directory.Entry person) {
        UserEntity user = new UserEntity(person.id());
        int lastName = person.name().lastIndexOf(' ');
        user.setFirstName(lastName < 0 ? "" : person.name().substring(0, lastName));
        user.setLastName(person.name().substring(lastName + 1));
        user.setEmail(person.email());
        return user;
    }

    private static GroupEntity group(io.closeout.access.Group group) {
        GroupEntity entity = new GroupEntity(group.id());
        entity.setName(group.label());
        entity.setType("WORKFLOW");
        return entity;
    }
}
