package io.closeout.access;

import io.closeout.access.OneTimeLinks.Purpose;
import io.closeout.shared.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first quarter of an hour: company, scope, zone and the people without whom no item can be worked to its end. Only
 * the holder of the link on the console gets through, once.
 */
@Service
@Transactional
public class SetUp {

    /** Without one of each nobody could plan, sign off, decide or add people. */
    private static final List<Group> NEEDED =
            List.of(Group.CAMUNDA_ADMIN, Group.ISSM, Group.LEADERSHIP, Group.REMEDIATOR);

    private static final Actor BY = Actor.system("set-up");

    private final Organization organization;
    private final OneTimeLinks links;
    private final People people;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;

    SetUp(
            Organization organization,
            OneTimeLinks links,
            People people,
            Passwords passwords,
            ApplicationEventPublisher events) {
        this.organization = organization;
        this.links = links;
        this.people = people;
        this.passwords = passwords;
        this.events = events;
    }

    /** The secret of a fresh link, valid for a day; an older link dies. */
    public String issueLink() {
        if (organization.isSetUp()) {
            throw Refused.because("Closeout is set up already.");
        }
        return links.issue(Purpose.SET_UP, null);
    }

    @Transactional(readOnly = true)
    public boolean isOpenTo(String linkSecret) {
        return !organization.isSetUp() && links.isLive(Purpose.SET_UP, linkSecret);
    }

    /**
     * @return the secret of a password link for each person but the first, who chose a password; in the given order
     * @throws Refused if the link is dead, or somebody is missing
     */
    public Map<Person, String> complete(
            String linkSecret, NewOrganization company, List<NewPerson> team, String password) {
        mustHoldAllNeeded(team);
        if (organization.isSetUp() || !links.use(Purpose.SET_UP, linkSecret)) {
            throw Refused.because(
                    "This link is used up or older than a day. Start Closeout again: the console shows a new one.");
        }
        establish(company, BY);
        return addAll(company, team, password);
    }

    void establish(NewOrganization company, Actor by) {
        organization.setUp(company.name(), company.zone());
        events.publishEvent(new OrganizationSetUp(company.name(), company.scopeName(), company.zone(), by));
    }

    private Map<Person, String> addAll(NewOrganization company, List<NewPerson> team, String password) {
        NewPerson first = team.get(0);
        people.insert(first, passwords.hashOf(password, first.id(), first.name(), company.name()), BY);
        Map<Person, String> secrets = new LinkedHashMap<>();
        for (NewPerson other : team.subList(1, team.size())) {
            Person person = people.insert(other, null, BY);
            secrets.put(person, passwords.issueLinkFor(person, BY));
        }
        return secrets;
    }

    private static void mustHoldAllNeeded(List<NewPerson> team) {
        String missing = NEEDED.stream()
                .filter(group ->
                        team.stream().noneMatch(person -> person.groups().contains(group)))
                .map(Group::label)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw Refused.because("Nobody is chosen yet as: " + missing + ". One person may be several.");
        }
    }
}
