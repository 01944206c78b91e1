package io.closeout.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.NewPerson;
import io.closeout.access.People;
import io.closeout.notify.Audience;
import io.closeout.notify.Notices;
import io.closeout.notify.Word;
import io.closeout.register.PoamId;
import io.closeout.register.Situations;
import io.closeout.shared.Severity;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import io.closeout.testing.SetClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The ISSMs of the sample company are {@code issm} and {@code script}. */
class SenderDatabaseTest {

    @Nested
    @MailTest
    class OnH2 extends Rules {}

    @Nested
    @MailTest
    class OnPostgres extends Rules {

        private static final Database DATABASE = Databases.postgres();

        @DynamicPropertySource
        static void isMigratedAlready(DynamicPropertyRegistry properties) {
            properties.add("spring.datasource.url", DATABASE::url);
            properties.add("spring.datasource.username", DATABASE::user);
            properties.add("spring.flyway.enabled", () -> false);
        }
    }

    abstract static class Rules {

        private static final Actor ADMIN = new Actor("admin", Set.of(Group.CAMUNDA_ADMIN), "page");
        private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

        @Autowired
        Post post;

        @Autowired
        Sender sender;

        @Autowired
        DeliveryRows deliveries;

        @Autowired
        MailChoices choices;

        @Autowired
        MailDesk desk;

        @Autowired
        MailHealth health;

        @Autowired
        Notices notices;

        @Autowired
        People people;

        @Autowired
        Situations situations;

        @Autowired
        SetClock clock;

        @Autowired
        JdbcClient jdbc;

        @Autowired
        TransactionTemplate transaction;

        PoamId item;

        @BeforeEach
        void anEmptyPost() throws Exception {
            post.startsEmpty();
            item = situations.aNewItem();
        }

        @Test
        void severalWordsAreOneMailInTheMorning() throws Exception {
            notices.tell(item.subject(), "reminder", MONDAY, "it", item + " is due soon.");
            post.task("taskAssigned", item, Audience.person("it"));
            post.task("taskOffered", item, Audience.group("remediator"));
            sender.round();
            assertThat(post.received()).isEmpty();

            clock.set(Post.TUESDAY_DIGEST);
            sender.round();
            sender.round();

            assertThat(post.receivedBy("it")).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).isEqualTo("Closeout: 1 task for you, 1 task for your group, 1 due soon");
                assertThat(Post.text(mail)).contains(item + " is due soon.", "Plan remediation");
            });
            assertThat(post.receivedBy("ot")).hasSize(1);
            assertThat(post.received()).hasSize(2);
        }

        @Test
        void whatIsUrgentGoesOutAtOnce() {
            notices.tell(item.subject(), "escalation", MONDAY, "issm", item + " is late.");

            sender.round();

            assertThat(post.received())
                    .extracting(Post::to)
                    .containsExactlyInAnyOrder("issm@halyard.example", "script@halyard.example");
        }

        @Test
        void whatIsUrgentWithinMinutesSharesTheNextMail() throws Exception {
            PoamId critical = situations.found("Grave", Severity.CRITICAL, situations.today(), "Shop-PC07");
            post.task("taskAssigned", critical, Audience.person("it"));
            sender.round();
            post.task("taskAssigned", critical, Audience.person("it"));
            post.task("taskAssigned", critical, Audience.person("it"));
            clock.set("2026-03-02T15:09:00Z");
            sender.round();
            assertThat(post.receivedBy("it")).hasSize(1);

            clock.set("2026-03-02T15:10:00Z");
            sender.round();

            assertThat(post.receivedBy("it")).hasSize(2);
            assertThat(post.receivedBy("it").get(1).getSubject()).isEqualTo("Closeout: 2 tasks for you");
        }

        @Test
        void aWordThatComesLateWaitsForTheNextDigest() {
            post.task("taskAssigned", item, Audience.person("it"));
            clock.set(Post.TUESDAY_DIGEST);
            sender.round();
            clock.set("2026-03-03T14:29:00Z");
            post.task("taskAssigned", item, Audience.person("it"));
            clock.set("2026-03-03T22:00:00Z");
            sender.round();
            assertThat(post.receivedBy("it")).hasSize(1);

            clock.set("2026-03-04T14:30:00Z");
            sender.round();

            assertThat(post.receivedBy("it")).hasSize(2);
        }

        @Test
        void whatTheTableKeepsBackIsNotMailed() {
            notices.tell("scan:7", "scanImported", MONDAY, "issm", "first.nessus: nothing new");

            clock.set(Post.TUESDAY_DIGEST);
            sender.round();

            assertThat(post.received()).isEmpty();
            assertThat(desk.report(ADMIN).pending()).isZero();
        }

        @Test
        void nobodyHearsOfTheirOwnDoing() {
            post.task("taskOffered", item, Audience.group("remediator"), "it", "Plan remediation");

            clock.set(Post.TUESDAY_DIGEST);
            sender.round();

            assertThat(post.received()).extracting(Post::to).containsExactly("ot@halyard.example");
        }

        @Test
        void whatIsDoneByTheMorningIsNotMailed() {
            post.takeBack(post.task("taskAssigned", item, Audience.person("it")));

            clock.set(Post.TUESDAY_DIGEST);
            sender.round();

            assertThat(post.received()).isEmpty();
        }

        @Test
        void aRecordedMailOfWhichEverythingIsDoneIsNotSent() {
            post.isDown();
            String task = post.task("taskAssigned", item, Audience.person("it"));
            clock.set(Post.TUESDAY_DIGEST);
            sender.round();
            post.takeBack(task);
            post.isUp();

            clock.set("2026-03-03T15:31:00Z");
            sender.round();

            assertThat(post.received()).isEmpty();
            assertThat(desk.report(ADMIN).counts()).containsEntry(DeliveryState.NEEDLESS, 1);
        }

        @Test
        void somebodyInTwoGroupsReadsAWordOnce() {
            String subject = post.task("approvalAsked", item, Audience.group("issm"));
            post.put(new Word(
                    subject, "approvalAsked", MONDAY, Audience.group("camunda-admin"), item.text(), null, "Sign"));

            sender.round();

            assertThat(post.receivedBy("script")).singleElement().satisfies(mail -> assertThat(mail.getSubject())
                    .isEqualTo("Closeout: 1 approval asked"));
        }

        @Test
        void groupsAreTheirPeopleOfTheMoment() {
            people.add(
                    new NewPerson(
                            "noor" + System.nanoTime() % 100_000,
                            "Noor Haddad",
                            "noor@halyard.example",
                            Set.of(Group.ISSM)),
                    ADMIN);
            people.setEnabled("script", false, ADMIN);
            try {
                notices.tell(item.subject(), "escalation", MONDAY, "issm", item + " is late.");
                sender.round();
            } finally {
                people.setEnabled("script", true, ADMIN);
            }

            assertThat(post.received())
                    .extracting(Post::to)
                    .contains("noor@halyard.example", "issm@halyard.example")
                    .doesNotContain("script@halyard.example");
            people.all().stream()
                    .filter(person -> person.id().startsWith("noor"))
                    .forEach(person -> people.setEnabled(person.id(), false, ADMIN));
        }

        @Test
        void peopleChooseAndAssessorsHearNothingUnlessTheyWantTo() {
            choices.choose(false, new Actor("it", Set.of(Group.REMEDIATOR), "page"));
            for (String person : List.of("it", "ot", "assessor")) {
                post.task("taskAssigned", item, Audience.person(person));
            }
            clock.set(Post.TUESDAY_DIGEST);
            sender.round();
            assertThat(post.received()).extracting(Post::to).containsExactly("ot@halyard.example");

            choices.choose(true, new Actor("assessor", Set.of(Group.ASSESSOR), "page"));
            post.task("taskAssigned", item, Audience.person("assessor"));
            clock.set("2026-03-04T14:30:00Z");
            sender.round();

            assertThat(post.receivedBy("assessor")).hasSize(1);
        }

        @Test
        void nobodyHearsOfThePastAfterAPause() {
            post.task("taskAssigned", item, Audience.person("it"));
            notices.tell(item.subject(), "escalation", MONDAY, "issm", item + " is late.");

            clock.set("2026-03-09T15:00:00Z");
            sender.round();

            assertThat(post.received()).isEmpty();
        }

        @Test
        void aMailServerThatIsAwayIsTriedAgainWithTheSameMail() throws Exception {
            anUrgentMail();
            post.isDown();
            sender.round();
            assertThat(desk.report(ADMIN).problem()).isEqualTo("The mail server 127.0.0.1:1 does not answer.");
            assertThat(health.health().getStatus()).isEqualTo(MailHealth.TROUBLED);
            String messageId = theDelivery().messageId();

            post.isUp();
            sender.round();
            assertThat(post.received()).as("before the pause is over").isEmpty();
            clock.set("2026-03-02T15:01:00Z");
            sender.round();

            assertThat(post.received()).singleElement().satisfies(mail -> assertThat(mail.getMessageID())
                    .isEqualTo(messageId));
            assertThat(desk.report(ADMIN).problem()).isNull();
        }

        @Test
        void afterEightAttemptsAMailIsGivenUpAndShown() {
            anUrgentMail();
            post.isDown();
            for (String moment : List.of(
                    "2026-03-02T15:00:00Z",
                    "2026-03-02T15:01:00Z",
                    "2026-03-02T15:06:00Z",
                    "2026-03-02T15:21:00Z",
                    "2026-03-02T16:21:00Z",
                    "2026-03-02T20:21:00Z",
                    "2026-03-03T08:21:00Z")) {
                clock.set(moment);
                sender.round();
                assertThat(theDelivery().state()).as(moment).isEqualTo(DeliveryState.WAITING);
            }
            clock.set("2026-03-04T08:21:00Z");
            sender.round();

            assertThat(desk.report(ADMIN).troubles()).singleElement().satisfies(trouble -> {
                assertThat(trouble.state()).isEqualTo(DeliveryState.GIVEN_UP);
                assertThat(trouble.attempts()).isEqualTo(Retries.MOST_ATTEMPTS);
                assertThat(trouble.person()).isEqualTo("Dana Whitfield");
                assertThat(trouble.problem()).contains("does not answer");
            });
        }

        @Test
        void anAdministratorSendsAGivenUpMailAgain() {
            afterEightAttemptsAMailIsGivenUpAndShown();
            post.isUp();

            desk.sendAgain(desk.report(ADMIN).troubles().get(0).id(), ADMIN);
            sender.round();

            assertThat(post.received()).hasSize(1);
            assertThat(desk.report(ADMIN).troubles()).isEmpty();
        }

        @Test
        void whatTheServerRefusesIsTriedAgain() throws Exception {
            anUrgentMail();
            try (GruffMailServer gruff = GruffMailServer.thatRefuses()) {
                post.isAt(gruff.port());
                sender.round();
            }

            assertThat(theDelivery().state()).isEqualTo(DeliveryState.WAITING);
            assertThat(theDelivery().problem()).contains("554").contains("not today");
        }

        @Test
        void aMailOfWhichNobodyKnowsIsNotSentAgainButShown() throws Exception {
            anUrgentMail();
            try (GruffMailServer gruff = GruffMailServer.thatHangsUpAfterTheMail()) {
                post.isAt(gruff.port());
                sender.round();
            }
            post.isUp();
            clock.set("2026-03-03T08:21:00Z");
            sender.round();

            assertThat(post.received()).isEmpty();
            assertThat(desk.report(ADMIN).troubles())
                    .extracting(MailReport.Trouble::state)
                    .containsExactly(DeliveryState.IN_DOUBT);
        }

        @Test
        void whatANodeWasSendingWhenItWasKilledIsInDoubt() {
            anUrgentMail();
            post.isDown();
            sender.round();
            post.isUp();
            clock.set("2026-03-02T15:01:00Z");
            boolean claimed = Boolean.TRUE.equals(
                    transaction.execute(tx -> deliveries.claim(theDelivery().id(), clock.instant())));
            assertThat(claimed).isTrue();

            sender.round();
            assertThat(theDelivery().state())
                    .as("perhaps it is still being sent")
                    .isEqualTo(DeliveryState.SENDING);
            clock.set("2026-03-02T15:11:01Z");
            sender.round();

            assertThat(theDelivery().state()).isEqualTo(DeliveryState.IN_DOUBT);
            assertThat(post.received()).isEmpty();
        }

        @RepeatedTest(5)
        void twoNodesSendEachMailOnce() throws Exception {
            notices.tell(item.subject(), "escalation", MONDAY, "issm", item + " is late.");
            notices.tell(item.subject(), "leadershipEscalation", MONDAY, "leadership", item + " is late.");
            notices.tell(item.subject(), "taskEscalation", MONDAY, "remediator", item + " waits.");
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService nodes = Executors.newFixedThreadPool(2);
            try {
                List<Future<?>> rounds =
                        List.of(nodes.submit(() -> round(together)), nodes.submit(() -> round(together)));
                for (Future<?> round : rounds) {
                    round.get();
                }
            } finally {
                nodes.shutdown();
            }

            assertThat(post.received())
                    .extracting(Post::to)
                    .containsExactlyInAnyOrder(
                            "issm@halyard.example",
                            "script@halyard.example",
                            "leader@halyard.example",
                            "it@halyard.example",
                            "ot@halyard.example");
        }

        private Void round(CyclicBarrier together) throws Exception {
            together.await();
            sender.round();
            return null;
        }

        /** To leadership, which is one person. */
        private void anUrgentMail() {
            notices.tell(item.subject(), "leadershipEscalation", MONDAY, "leadership", item + " is late.");
        }

        private Delivery theDelivery() {
            long newest = jdbc.sql("select max(id) from mail_delivery")
                    .query(Long.class)
                    .single();
            return deliveries.find(newest).orElseThrow();
        }
    }
}
