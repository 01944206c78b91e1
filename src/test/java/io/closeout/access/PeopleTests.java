package io.closeout.access;

import static io.closeout.access.AccessFixtures.GOOD_PASSWORD;
import static io.closeout.access.AccessFixtures.aNewcomer;
import static io.closeout.access.AccessFixtures.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.shared.Refused;
import io.closeout.web.FrameTest;
import io.closeout.web.MovableClock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

@FrameTest
@Transactional
@RecordApplicationEvents
class PeopleTests {

    @Autowired
    People people;

    @Autowired
    Passwords passwords;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationEvents events;

    @Test
    void areAddedWithTheirGroupsAndAnnounced() {
        Person robin = people.add(aNewcomer("robin", Group.ISSM, Group.REMEDIATOR), anAdministrator());
        assertThat(people.get("robin")).isEqualTo(robin);
        assertThat(robin.groups()).containsExactly(Group.REMEDIATOR, Group.ISSM);
        assertThat(events.stream(PersonAdded.class))
                .extracting(PersonAdded::person)
                .containsExactly(robin);
    }

    @Test
    void areAddedByAdministratorsOnly() {
        Actor issm = people.get("issm").through("test");
        assertThatThrownBy(() -> people.add(aNewcomer("robin"), issm))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Only Administrator may manage people");
    }

    @Test
    void haveNamesOfTheirOwn() {
        assertThatThrownBy(() -> people.add(aNewcomer("it"), anAdministrator())).hasMessageContaining("is taken");
        assertThatThrownBy(() -> aNewcomer("system")).hasMessageContaining("program's own");
        assertThatThrownBy(() -> aNewcomer("a b")).hasMessageContaining("does not fit");
    }

    @Test
    void changeByAnEventThatKnowsBeforeAndAfter() {
        people.change("it", "Ines Tran", null, Set.of(Group.ISSM), anAdministrator());
        assertThat(events.stream(PersonChanged.class)).singleElement().satisfies(change -> {
            assertThat(change.before().groups()).containsExactly(Group.REMEDIATOR);
            assertThat(change.after().groups()).containsExactly(Group.ISSM);
        });
    }

    @Test
    void whoLeftAreKeptButCannotAct() {
        people.setEnabled("ot", false, anAdministrator());
        assertThat(people.all()).extracting(Person::id).contains("ot");
        assertThat(people.in(Group.REMEDIATOR))
                .extracting(Person::id)
                .contains("it")
                .doesNotContain("ot");
    }

    @Test
    void keepAtLeastOneAdministrator() {
        people.setEnabled("script", false, anAdministrator());
        assertThatThrownBy(() -> people.setEnabled("admin", false, anAdministrator()))
                .hasMessageContaining("last administrator");
        assertThatThrownBy(() -> people.change("admin", "Lena", null, Set.of(), anAdministrator()))
                .hasMessageContaining("last administrator");
    }

    @Test
    void choosePasswordsThroughLinksThatWorkOnce() {
        String link = passwords.issueLink("it", anAdministrator());
        passwords.choose(link, GOOD_PASSWORD);
        assertThat(passwords.holderOf(link)).isEmpty();
        assertThatThrownBy(() -> passwords.choose(link, GOOD_PASSWORD)).hasMessageContaining("used already");
    }

    @Test
    void choosePasswordsWithinADayOnly() {
        String link = passwords.issueLink("it", anAdministrator());
        clock.move(Duration.ofHours(25));
        assertThat(passwords.holderOf(link)).isEmpty();
    }

    @Test
    void useOnlyTheirLatestLink() {
        String older = passwords.issueLink("it", anAdministrator());
        passwords.issueLink("it", anAdministrator());
        assertThat(passwords.holderOf(older)).isEmpty();
    }

    @Test
    void changeTheirPasswordOnlyWithTheOldOne() {
        passwords.choose(passwords.issueLink("it", anAdministrator()), GOOD_PASSWORD);
        Actor self = people.get("it").through("test");
        assertThatThrownBy(() -> passwords.change("guess", "dry paper umbrella", self))
                .hasMessageContaining("not right");
        passwords.change(GOOD_PASSWORD, "dry paper umbrella", self);
        assertThat(events.stream(PasswordChanged.class)).hasSize(2);
    }
}
