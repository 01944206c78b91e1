package io.closeout.access;

import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who has or had an account. Lists are by name and hold leavers too, who are not enabled. */
@Service
@Transactional(readOnly = true)
public class People {

    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(Accounts accounts, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Person> find(String id) {
        return accounts.find(id).map(Account::person);
    }

    /** @throws NotFound if nobody has or had this id */
    public Person get(String id) {
        return account(id).person();
    }

    public Account account(String id) {
        return accounts.find(id).orElseThrow(() -> NotFound.of("person", id));
    }

    public List<Account> accounts() {
        return accounts.all();
    }

    public List<Person> all() {
        return accounts.all().stream().map(Account::person).toList();
    }

    /** Who can act in this group now: without leavers. */
    public List<Person> in(Group group) {
        return all().stream()
                .filter(Person::enabled)
                .filter(person -> person.isIn(group))
                .toList();
    }

    /** Whether what someone was told at this moment about themselves still holds: still here, same groups, same password. */
    public boolean isStillEntitled(SignedIn signedIn) {
        return accounts.find(signedIn.id())
                .filter(account -> account.person().enabled())
                .filter(account -> !account.accessChangedAt().isAfter(signedIn.since()))
                .isPresent();
    }

    @Transactional
    public Person add(NewPerson newPerson, Actor by) {
        mustAdminister(by);
        return insert(newPerson, null, by);
    }

    @Transactional
    public Person change(String id, String name, @Nullable String email, Set<Group> groups, Actor by) {
        NewPerson checked = new NewPerson(id, name, email, groups);
        Person before = get(id);
        return store(before, new Person(id, checked.name(), checked.email(), checked.groups(), before.enabled()), by);
    }

    /** A leaver keeps name and history, and is signed out at once; {@code true} lets someone back in. */
    @Transactional
    public Person setEnabled(String id, boolean enabled, Actor by) {
        Person before = get(id);
        return store(before, new Person(id, before.name(), before.email(), before.groups(), enabled), by);
    }

    /** For the set-up and the demo, where nobody is there yet to be entitled. */
    Person insert(NewPerson newPerson, @Nullable String passwordHash, Actor by) {
        if (accounts.find(newPerson.id()).isPresent()) {
            throw Refused.because("The sign-in name \"" + newPerson.id() + "\" is taken. Choose another.");
        }
        accounts.insert(newPerson, passwordHash, clock.instant());
        Person person = get(newPerson.id());
        events.publishEvent(new PersonAdded(person, by));
        return person;
    }

    private Person store(Person before, Person after, Actor by) {
        mustAdminister(by);
        if (after.equals(before)) {
            return before;
        }
        mustLeaveAnAdministrator(before, after);
        accounts.update(after, accessChange(before, after));
        events.publishEvent(new PersonChanged(before, after, by));
        return after;
    }

    private Instant accessChange(Person before, Person after) {
        boolean same = before.groups().equals(after.groups()) && before.enabled() == after.enabled();
        return same ? account(before.id()).accessChangedAt() : clock.instant();
    }

    private void mustLeaveAnAdministrator(Person before, Person after) {
        boolean staysOne = after.enabled() && after.isIn(Group.CAMUNDA_ADMIN);
        if (!staysOne
                && in(Group.CAMUNDA_ADMIN).stream().allMatch(admin -> admin.id().equals(before.id()))) {
            throw Refused.because(
                    before.name() + " is the last administrator. Make someone else an administrator first.");
        }
    }

    private static void mustAdminister(Actor by) {
        by.mustBeIn("manage people", Group.CAMUNDA_ADMIN);
    }
}
