package io.closeout.access;

import io.closeout.access.OneTimeLinks.Purpose;
import io.closeout.shared.Refused;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people come to their passwords, which nobody else ever knows. Each change ends the person's other sessions. */
@Service
@Transactional
public class Passwords {

    private final People people;
    private final Accounts accounts;
    private final OneTimeLinks links;
    private final Organization organization;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Passwords(
            People people,
            Accounts accounts,
            OneTimeLinks links,
            Organization organization,
            PasswordEncoder encoder,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.links = links;
        this.organization = organization;
        this.encoder = encoder;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A link through which the person chooses a password within 24 hours; an older one dies.
     *
     * @return the secret that the link carries, shown this once
     */
    public String issueLink(String personId, Actor by) {
        by.mustBeIn("reset passwords", Group.CAMUNDA_ADMIN);
        return issueLinkFor(people.get(personId), by);
    }

    /** Whose link it is; empty if it is used up or too old. */
    @Transactional(readOnly = true)
    public Optional<Person> holderOf(String linkSecret) {
        return links.personOf(linkSecret).flatMap(people::find).filter(Person::enabled);
    }

    public Person choose(String linkSecret, String password) {
        Person person = holderOf(linkSecret).orElseThrow(Passwords::linkIsDead);
        String hash = hashOf(password, person.id(), person.name(), organization.name());
        if (!links.use(Purpose.PASSWORD, linkSecret)) {
            throw linkIsDead();
        }
        store(person.id(), hash, person.through("link"));
        return person;
    }

    /** Own password, with the old one as proof that it is the person and not a screen left open. */
    public void change(String current, String password, Actor by) {
        Account account = people.account(by.id());
        if (!encoder.matches(PasswordRule.normal(current), account.passwordHash())) {
            throw Refused.because("The current password is not right.");
        }
        store(by.id(), hashOf(password, by.id(), account.person().name(), organization.name()), by);
    }

    String issueLinkFor(Person person, Actor by) {
        String secret = links.issue(Purpose.PASSWORD, person.id());
        events.publishEvent(new PasswordLinkIssued(person.id(), clock.instant().plus(OneTimeLinks.VALID), by));
        return secret;
    }

    /** @throws Refused if the password is not good enough */
    String hashOf(String password, String... names) {
        PasswordRule.check(password, names);
        return encoder.encode(PasswordRule.normal(password));
    }

    private void store(String personId, String hash, Actor by) {
        accounts.storePassword(personId, hash, clock.instant());
        links.revoke(Purpose.PASSWORD, personId);
        events.publishEvent(new PasswordChanged(personId, by));
    }

    private static Refused linkIsDead() {
        return Refused.because(
                "This link was used already or is older than a day. Ask an administrator for a new one.");
    }
}
