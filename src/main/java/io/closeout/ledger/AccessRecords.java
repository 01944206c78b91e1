package io.closeout.ledger;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.OrganizationChanged;
import io.closeout.access.OrganizationSetUp;
import io.closeout.access.PasswordChanged;
import io.closeout.access.PasswordLinkIssued;
import io.closeout.access.Person;
import io.closeout.access.PersonAdded;
import io.closeout.access.PersonChanged;
import io.closeout.access.PersonSignedIn;
import io.closeout.access.SignInPaused;
import io.closeout.access.TokenCreated;
import io.closeout.access.TokenRevoked;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Records what {@code access} announces, in the transaction that did it: who was added, changed and signed in, and which tokens exist.
 * Neither passwords nor tokens are in the events, so neither can get into the ledger.
 */
@Component
class AccessRecords {

    private final Ledger ledger;

    AccessRecords(Ledger ledger) {
        this.ledger = ledger;
    }

    @EventListener
    void on(OrganizationSetUp event) {
        ledger.append(LedgerEntry.of("organizationSetUp", "organization", event.by())
                .with("company", event.company())
                .with("scope", event.scopeName())
                .with("zone", event.zone()));
    }

    @EventListener
    void on(OrganizationChanged event) {
        ledger.append(LedgerEntry.of("organizationChanged", "organization", event.by())
                .changed("company", event.nameBefore(), event.name())
                .changed("zone", event.zoneBefore(), event.zone())
                .because(event.reason()));
    }

    @EventListener
    void on(PersonAdded event) {
        Person person = event.person();
        ledger.append(LedgerEntry.of("personAdded", subject(person.id()), event.by())
                .with("name", person.name())
                .with("email", person.email())
                .with("groups", groups(person)));
    }

    @EventListener
    void on(PersonChanged event) {
        Person before = event.before();
        Person after = event.after();
        ledger.append(LedgerEntry.of("personChanged", subject(after.id()), event.by())
                .changed("name", before.name(), after.name())
                .changed("email", before.email(), after.email())
                .changed("groups", groups(before), groups(after))
                .changed("enabled", before.enabled(), after.enabled()));
    }

    @EventListener
    void on(PersonSignedIn event) {
        ledger.append(LedgerEntry.of("personSignedIn", subject(event.person().id()), event.by()));
    }

    @EventListener
    void on(SignInPaused event) {
        ledger.append(LedgerEntry.of("signInPaused", subject(event.personId()), Actor.system("sign-in"))
                .with("failedAttempts", event.failedAttempts())
                .with("until", event.until()));
    }

    @EventListener
    void on(PasswordChanged event) {
        ledger.append(LedgerEntry.of("passwordChanged", subject(event.personId()), event.by()));
    }

    @EventListener
    void on(PasswordLinkIssued event) {
        ledger.append(LedgerEntry.of("passwordLinkIssued", subject(event.personId()), event.by())
                .with("until", event.until()));
    }

    @EventListener
    void on(TokenCreated event) {
        ledger.append(LedgerEntry.of("tokenCreated", subject(event.token().personId()), event.by())
                .with("token", event.token().name())
                .with("scopes", event.token().scopes())
                .with("expiresAt", event.token().expiresAt()));
    }

    @EventListener
    void on(TokenRevoked event) {
        ledger.append(LedgerEntry.of("tokenRevoked", subject(event.token().personId()), event.by())
                .with("token", event.token().name()));
    }

    private static String subject(String personId) {
        return "person:" + personId;
    }

    private static String groups(Person person) {
        return person.groups().stream().map(Group::id).sorted().collect(Collectors.joining(", "));
    }
}
