package io.closeout.review.status;

import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.IT;
import static io.closeout.register.Situations.LEADER;
import static io.closeout.register.Situations.OT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.register.Situations;
import io.closeout.review.ReviewTest;
import io.closeout.review.approval.Judgement;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.extension.MoreTime;
import io.closeout.review.status.StatusRound.EndedHow;
import io.closeout.review.vendor.AwaitedFix;
import io.closeout.shared.Refused;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Items are HIGH and owned by {@code it}; the shipped table wants a word on them every seven days, within two. */
class StatusRoundsDatabaseTest {

    @Nested
    @ReviewTest
    @RecordApplicationEvents
    class OnH2 extends Rules {}

    @Nested
    @ReviewTest
    @RecordApplicationEvents
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

        private static final StatusWord ON_TRACK = StatusWord.said(Outlook.ON_TRACK, 40, "Half of the hosts", null);

        @Autowired
        StatusRounds rounds;

        @Autowired
        StatusUpdates updates;

        @Autowired
        StatusCollections collections;

        @Autowired
        ExtensionRequests extensions;

        @Autowired
        Register register;

        @Autowired
        Situations situations;

        @Autowired
        Ledger ledger;

        @Autowired
        JdbcClient jdbc;

        @Autowired
        TransactionTemplate transaction;

        @Autowired
        ApplicationEvents events;

        @BeforeEach
        void nobodyIsAsked() {
            jdbc.sql("delete from status_round").update();
            jdbc.sql("delete from status_collection").update();
            jdbc.sql("update poam_item set stage_since = ?")
                    .param(situations.today())
                    .update();
        }

        @Test
        void isOpenedForTheOwnerOfWhatWasNotHeardOfForAWeek() {
            PoamId heardLastWeek = heardDaysAgo(7, situations.anItemInProgress());
            heardDaysAgo(6, situations.anItemInProgress());

            assertThat(rounds.ownersToAsk()).containsExactly("it");
            rounds.open("it");

            StatusRound round = open();
            assertThat(round.due()).isEqualTo(situations.today().plusDays(2));
            assertThat(ids(round)).containsExactly(heardLastWeek);
            assertThat(events.stream(RoundOpened.class)).containsExactly(new RoundOpened(round.id()));
            assertThat(kinds(round.subject())).containsExactly("statusAsked");
        }

        @Test
        void asksAboutPlannedWorkAndWorkInProgressOnly() {
            PoamId planned = heardDaysAgo(8, situations.aPlannedItem());
            heardDaysAgo(8, situations.aNewItem());
            heardDaysAgo(8, situations.anItemAwaitingVerification());
            heardDaysAgo(8, situations.aClosedItem());

            rounds.open("it");
            assertThat(ids(open())).containsExactly(planned);
        }

        @Test
        void leavesAloneWhatWaitsForAVendorWhoIsAskedByItself() {
            PoamId item = heardDaysAgo(8, situations.anItemInProgress());
            rounds.open("it");
            StatusRound round = open();

            waitForVendor(item);

            assertThat(rounds.get(round.id()).endedHow()).isEqualTo(EndedHow.NOTHING_LEFT);
            assertThat(rounds.ownersToAsk()).isEmpty();
        }

        private void waitForVendor(PoamId item) {
            AwaitedFix fix = AwaitedFix.asked("Northline", "PLC", "https://northline.example/4711", null);
            MoreTime wanted =
                    MoreTime.asked("No firmware yet", situations.today().plusDays(20), "In a zone of its own", fix);
            extensions.decide(extensions.ask(item, wanted, IT).id(), new Judgement(true, null), ISSM);
        }

        @Test
        void isOpenedOnceAtATime() {
            heardDaysAgo(8, situations.anItemInProgress());
            rounds.open("it");

            assertThat(rounds.ownersToAsk()).isEmpty();
            assertThatThrownBy(() -> rounds.open("it")).isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        void isOpenedOnceWhenTwoNodesCollectAtOnce() throws Exception {
            heardDaysAgo(8, situations.anItemInProgress());

            assertThat(atOnce(() -> rounds.open("it"), () -> rounds.open("it"))).containsExactlyInAnyOrder(true, false);
            assertThat(rounds.open()).hasSize(1);
        }

        @Test
        void isNotOpenedForNobody() {
            rounds.open("it");
            assertThat(rounds.openFor("it")).isEmpty();
        }

        @Test
        void takesWordsWhichCountUntilTheCadenceIsOver() {
            PoamId item = heardDaysAgo(8, situations.anItemInProgress());
            rounds.open("it");
            StatusRound round = open();

            answer(round, Map.of(item, ON_TRACK), IT);

            assertThat(rounds.get(round.id()).endedHow()).isEqualTo(EndedHow.ANSWERED);
            assertThat(updates.of(item))
                    .singleElement()
                    .satisfies(update -> assertThat(update.word()).isEqualTo(ON_TRACK))
                    .satisfies(update -> assertThat(update.givenBy()).isEqualTo("it"))
                    .satisfies(update -> assertThat(update.givenOn()).isEqualTo(situations.today()));
            assertThat(kinds(item.subject())).endsWith("statusGiven");
            assertThat(rounds.ownersToAsk()).isEmpty();
            assertThat(kinds(round.subject())).containsExactly("statusAsked", "statusAnswered");
        }

        @Test
        void letsWhatBecomesDueMeanwhileJoinAndPrefillsWhatWasSaidLast() {
            heardDaysAgo(8, situations.anItemInProgress());
            rounds.open("it");
            PoamId joins = situations.anItemInProgress();
            updates.give(joins, StatusWord.said(Outlook.BLOCKED, 10, null, "No maintenance window"), IT);
            heardDaysAgo(9, joins);

            assertThat(rounds.itemsOf(open()))
                    .filteredOn(item -> item.id().equals(joins))
                    .singleElement()
                    .satisfies(item -> assertThat(item.percent()).isEqualTo(10))
                    .satisfies(item -> assertThat(item.blocker()).isEqualTo("No maintenance window"));
        }

        @Test
        void wantsAWordOnAllThatWasDueWhenItOpenedAndNamesWhatIsMissing() {
            PoamId one = heardDaysAgo(8, situations.anItemInProgress());
            PoamId other = heardDaysAgo(8, situations.anItemInProgress());
            rounds.open("it");

            assertRefused(() -> answer(open(), Map.of(one, ON_TRACK), IT), other + ": say how it stands");
            assertThat(updates.of(one)).isEmpty();
            assertThat(open().isOpen()).isTrue();
        }

        @Test
        void isForTheOwnerAndTheIssm() {
            PoamId item = heardDaysAgo(8, situations.anItemInProgress());
            rounds.open("it");
            assertRefused(() -> answer(open(), Map.of(item, ON_TRACK), OT), "Only the owner");
            answer(open(), Map.of(item, ON_TRACK), ISSM);
        }

        @Test
        void asksForMoreTimeAlongWithTheWord() {
            PoamId item = heardDaysAgo(8, situations.anItemInProgress());
            rounds.open("it");

            rounds.answer(open().id(), new RoundAnswer(Map.of(item, ON_TRACK), Map.of(item, moreTime(30))), IT);

            assertThat(extensions.of(item)).hasSize(1);
        }

        @Test
        void isRefusedAsAWholeWhereMoreTimeIsAndNamesTheItem() {
            PoamId fine = heardDaysAgo(8, situations.anItemInProgress());
            PoamId refused = heardDaysAgo(8, situations.anItemInProgress());
            rounds.open("it");

            assertRefused(
                    () -> rounds.answer(
                            open().id(),
                            new RoundAnswer(Map.of(fine, ON_TRACK, refused, ON_TRACK), Map.of(refused, moreTime(10))),
                            IT),
                    refused + ": The new date");
            assertThat(updates.of(fine)).isEmpty();
            assertThat(open().isOpen()).isTrue();
        }

        @Test
        void followsAnItemToItsNewOwner() {
            PoamId item = heardDaysAgo(8, situations.anItemInProgress());
            PoamId stays = heardDaysAgo(8, situations.anItemInProgress());
            rounds.open("it");
            jdbc.sql("update poam_item set owner_id = 'ot' where id = ?")
                    .param(item.text())
                    .update();

            assertThat(ids(open())).containsExactly(stays);
            assertThat(rounds.ownersToAsk()).containsExactly("ot");
            answer(open(), Map.of(item, ON_TRACK, stays, ON_TRACK), IT);
            assertThat(updates.of(item)).isEmpty();
        }

        @Test
        void endsWhenItsLastItemCloses() {
            PoamId item = heardDaysAgo(8, situations.anItemInProgress());
            rounds.open("it");
            StatusRound round = open();
            situations.closed(situations.reportedFixed(item));

            assertThat(rounds.get(round.id()).endedHow()).isEqualTo(EndedHow.NOTHING_LEFT);
            assertThat(events.stream(NothingLeftToSay.class)).containsExactly(new NothingLeftToSay(round.id()));
        }

        @Test
        void endsWhenTheLastWordIsGivenOnThePageOfTheItem() {
            PoamId item = heardDaysAgo(8, situations.anItemInProgress());
            PoamId other = heardDaysAgo(8, situations.anItemInProgress());
            rounds.open("it");
            StatusRound round = open();

            updates.give(item, ON_TRACK, OT);
            assertThat(rounds.get(round.id()).isOpen()).isTrue();
            updates.give(other, ON_TRACK, ISSM);
            assertThat(rounds.get(round.id()).endedHow()).isEqualTo(EndedHow.NOTHING_LEFT);
        }

        @Test
        void losesNothingWhenAnItemClosesWhileTheFormIsSubmitted() throws Exception {
            PoamId closes = situations.reportedFixed(heardDaysAgo(8, situations.anItemInProgress()));
            jdbc.sql("update poam_item set status = 'IN_PROGRESS', stage_since = ? where id = ?")
                    .params(situations.today().minusDays(8), closes.text())
                    .update();
            PoamId stays = heardDaysAgo(8, situations.anItemInProgress());
            rounds.open("it");
            StatusRound round = open();

            List<Boolean> done = atOnce(
                    () -> transaction.executeWithoutResult(tx -> {
                        register.hold(closes);
                        jdbc.sql("update poam_item set status = 'CLOSED' where id = ?")
                                .param(closes.text())
                                .update();
                    }),
                    () -> answer(round, Map.of(closes, ON_TRACK, stays, ON_TRACK), IT));

            assertThat(done).containsExactly(true, true);
            assertThat(updates.of(stays)).hasSize(1);
            assertThat(rounds.get(round.id()).endedHow()).isEqualTo(EndedHow.ANSWERED);
        }

        @Test
        void isAnsweredOnce() throws Exception {
            PoamId item = heardDaysAgo(8, situations.anItemInProgress());
            rounds.open("it");
            StatusRound round = open();

            assertThat(atOnce(
                            () -> answer(round, Map.of(item, ON_TRACK), IT),
                            () -> answer(round, Map.of(item, ON_TRACK), ISSM)))
                    .containsExactlyInAnyOrder(true, false);
            assertThat(updates.of(item)).hasSize(1);
        }

        @Test
        void aWordIsForTheOwnerItsGroupAndTheIssmAndForWorkThatGoesOn() {
            assertRefused(() -> updates.give(situations.anItemInProgress(), ON_TRACK, LEADER), "Only the owner");
            assertRefused(() -> updates.give(situations.aNewItem(), ON_TRACK, ISSM), "is new");
            assertRefused(() -> updates.give(situations.aClosedItem(), ON_TRACK, IT), "is closed");
            assertThat(updates.mayGive(register.get(situations.aPlannedItem()), OT))
                    .isTrue();
        }

        @Test
        void collectionsArePlannedForOneWorkingDayAfterTheOther() {
            collections.planFirst();
            collections.planFirst();
            LocalDate first = planned();
            collections.collected(first, 2, 0);

            assertThat(planned()).isAfter(situations.today());
            assertThat(planned().getDayOfWeek().getValue()).isLessThan(6);
            assertThat(events.stream(CollectionPlanned.class).map(CollectionPlanned::day))
                    .containsExactly(first, planned());
        }

        private LocalDate planned() {
            return jdbc.sql("select collected_for from status_collection where collected_at is null")
                    .query(LocalDate.class)
                    .single();
        }

        private PoamId heardDaysAgo(int days, PoamId item) {
            LocalDate day = situations.today().minusDays(days);
            jdbc.sql("update poam_item set stage_since = ? where id = ?")
                    .params(day, item.text())
                    .update();
            jdbc.sql("update status_update set given_on = ? where item_id = ?")
                    .params(day, item.text())
                    .update();
            return item;
        }

        private void answer(StatusRound round, Map<PoamId, StatusWord> words, Actor by) {
            rounds.answer(round.id(), new RoundAnswer(words, Map.of()), by);
        }

        private MoreTime moreTime(int days) {
            return MoreTime.asked(
                    "Part is on back order", situations.today().plusDays(days), "Passwords are changed weekly");
        }

        private StatusRound open() {
            return rounds.openFor("it").orElseThrow();
        }

        private List<PoamId> ids(StatusRound round) {
            return rounds.itemsOf(round).stream().map(DueItem::id).toList();
        }

        private List<String> kinds(String subject) {
            return ledger.of(subject).stream().map(LedgerEvent::kind).toList();
        }

        /** @return in the order given, whether each went through */
        private static List<Boolean> atOnce(Runnable... deeds) throws Exception {
            ExecutorService people = Executors.newFixedThreadPool(deeds.length);
            CountDownLatch ready = new CountDownLatch(deeds.length);
            try {
                List<Future<Boolean>> done = Arrays.stream(deeds)
                        .map(deed -> people.submit(() -> goesThrough(deed, ready)))
                        .toList();
                return List.of(
                        done.get(0).get(30, TimeUnit.SECONDS), done.get(1).get(30, TimeUnit.SECONDS));
            } finally {
                people.shutdownNow();
            }
        }

        private static boolean goesThrough(Runnable deed, CountDownLatch ready) throws InterruptedException {
            ready.countDown();
            ready.await();
            try {
                deed.run();
                return true;
            } catch (DuplicateKeyException | Refused lost) {
                return false;
            }
        }

        private static void assertRefused(ThrowingCallable deed, @Nullable String words) {
            assertThatThrownBy(deed).isInstanceOf(Refused.class).hasMessageContaining(words);
        }
    }
}
