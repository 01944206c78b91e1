package io.closeout.review.extension;

import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.IT;
import static io.closeout.register.Situations.LEADER;
import static io.closeout.register.Situations.OT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.register.DeadlineFacts;
import io.closeout.register.DeadlineLimit;
import io.closeout.register.ItemDatesMoved;
import io.closeout.register.Milestone;
import io.closeout.register.MilestoneChange;
import io.closeout.register.MilestoneChanges;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.SignOff;
import io.closeout.register.Situations;
import io.closeout.register.Verification;
import io.closeout.review.ReviewTest;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.Judgement;
import io.closeout.review.approval.RequestAsked;
import io.closeout.review.approval.RequestKind;
import io.closeout.review.approval.RequestWithdrawn;
import io.closeout.review.approval.Signature;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Items of {@link Situations#anItemInProgress} are HIGH, owned by {@code it}, and planned for ten days from today. */
class ExtensionRequestsDatabaseTest {

    /** A date that nobody may plan past, once it is set. */
    static class Closeout implements DeadlineLimit {

        private @Nullable LocalDate by;

        @Override
        public Optional<Limit> of(DeadlineFacts item) {
            return Optional.ofNullable(by).map(date -> new Limit(date, "CMMC closeout", true));
        }
    }

    @Nested
    @ReviewTest
    @Import(Closeout.class)
    @RecordApplicationEvents
    class OnH2 extends Rules {}

    @Nested
    @ReviewTest
    @Import(Closeout.class)
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

        private static final Actor SECOND_ISSM = new Actor("issm2", Set.of(Group.ISSM), "page");
        private static final Actor BOTH = new Actor("both", Set.of(Group.ISSM, Group.LEADERSHIP), "page");

        @Autowired
        Closeout closeout;

        @Autowired
        ExtensionRequests requests;

        @Autowired
        Register register;

        @Autowired
        MilestoneChanges milestoneChanges;

        @Autowired
        Situations situations;

        @Autowired
        Ledger ledger;

        @Autowired
        ApplicationEvents events;

        @Test
        void anAskedOneWaitsForTheIssmAndIsAnnouncedAndRecorded() {
            PoamId id = situations.anItemInProgress();

            ExtensionRequest request = requests.ask(id, until(30), IT);

            assertThat(request.state()).isEqualTo(ApprovalState.REQUESTED);
            assertThat(request.approval().decider()).isEqualTo(Group.ISSM);
            assertThat(request.presentCompletion()).isEqualTo(inDays(10));
            assertThat(request.daysAsked()).isEqualTo(20);
            assertThat(request.wanted()).isEqualTo(until(30));
            assertThat(events.stream(RequestAsked.class))
                    .containsExactly(new RequestAsked(RequestKind.EXTENSION, request.id(), id));
            assertThat(last(id).kind()).isEqualTo("extensionAsked");
            assertThat(last(id).reason()).isEqualTo("Part is on back order");
            assertThat(last(id).field("newDate").orElseThrow().after())
                    .isEqualTo(inDays(30).toString());
            assertThat(register.get(id).plannedCompletion()).contains(inDays(10));
        }

        @Test
        void mayBeAskedByTheOwnerItsGroupAndTheIssmOnly() {
            requests.ask(situations.anItemInProgress(), until(20), IT);
            requests.ask(situations.anItemInProgress(), until(20), OT);
            requests.ask(situations.anItemInProgress(), until(20), ISSM);

            PoamId id = situations.anItemInProgress();
            assertRefused(() -> requests.ask(id, until(20), LEADER), "owner group or the ISSM");
            assertThat(requests.of(id)).isEmpty();
        }

        @Test
        void isNotAskedPastADateThatNobodyMayPlanPast() {
            PoamId id = situations.anItemInProgress();
            closeout.by = inDays(25);
            try {
                assertRefused(() -> requests.ask(id, until(26), IT), "nobody may plan past (CMMC closeout)");
                assertThat(requests.of(id)).isEmpty();
                requests.ask(id, until(25), IT);
            } finally {
                closeout.by = null;
            }
        }

        @Test
        void needsASignedOffDateThatCouldMove() {
            assertRefused(() -> requests.ask(situations.aNewItem(), until(60), IT), "no signed-off date");
            assertRefused(() -> requests.ask(situations.aPlannedItem(), until(60), ISSM), "no signed-off date");
            assertRefused(() -> requests.ask(situations.aClosedItem(), until(60), IT), "needs no more time");

            requests.ask(situations.anItemAwaitingVerification(), until(20), IT);
        }

        @Test
        void asksForALaterDateThatIsNotOver() {
            PoamId id = situations.anItemInProgress();
            assertRefused(() -> requests.ask(id, until(10), IT), "must lie after the planned completion");
            assertRefused(() -> requests.ask(id, until(4000), IT), "Check the year");

            PoamId late = situations.signedOff(situations.planned(situations.aNewItem(), inDays(1)));
            assertThat(situations.today()).isBefore(register.get(late).due());
            assertRefused(() -> requests.ask(late, until(1), IT), "must lie after");
        }

        @Test
        void isAskedOnceAtATime() {
            PoamId id = situations.anItemInProgress();
            ExtensionRequest first = requests.ask(id, until(20), IT);

            assertRefused(() -> requests.ask(id, until(25), ISSM), "open already");
            requests.decide(first.id(), new Judgement(false, "Use the weekend"), ISSM);
            requests.ask(id, until(25), IT);
            assertThat(requests.of(id))
                    .extracting(ExtensionRequest::state)
                    .containsExactly(ApprovalState.REQUESTED, ApprovalState.REFUSED);
        }

        @Test
        void approvedByTheIssmAloneMovesThePlanAndKeepsTheOriginalDate() {
            PoamId id = situations.anItemInProgress();
            ExtensionRequest request = requests.ask(id, until(40), IT);
            events.clear();

            assertThat(requests.decide(request.id(), new Judgement(true, null), ISSM))
                    .isEqualTo(ApprovalState.APPROVED);

            PoamItem item = register.get(id);
            assertThat(item.plannedCompletion()).contains(inDays(40));
            assertThat(item.originalCompletion()).contains(inDays(10));
            assertThat(item.due()).isEqualTo(inDays(40));
            assertThat(item.milestones()).extracting(Milestone::due).containsExactly(inDays(8), inDays(40));
            assertThat(item.milestones()).extracting(Milestone::originalDue).containsExactly(inDays(8), inDays(10));
            assertThat(milestoneChanges.of(id))
                    .containsExactly(new MilestoneChange(
                            2,
                            MilestoneChange.Kind.EXTENDED,
                            situations.today(),
                            "issm",
                            "planned completion " + inDays(40) + " instead of " + inDays(10)
                                    + ": Part is on back order"));
            assertThat(events.stream(ItemDatesMoved.class)).containsExactly(new ItemDatesMoved(id));
            assertThat(kinds(id)).endsWith("extensionAsked", "extensionApproved", "completionExtended");
        }

        @Test
        void refusedNeedsAReasonAndMovesNothing() {
            PoamId id = situations.anItemInProgress();
            ExtensionRequest request = requests.ask(id, until(20), IT);

            assertRefused(() -> requests.decide(request.id(), new Judgement(false, " "), ISSM), "Say why");
            assertThat(requests.decide(request.id(), new Judgement(false, "Use the weekend"), ISSM))
                    .isEqualTo(ApprovalState.REFUSED);

            assertThat(register.get(id).plannedCompletion()).contains(inDays(10));
            assertThat(last(id).kind()).isEqualTo("extensionRefused");
            assertThat(last(id).reason()).isEqualTo("Use the weekend");
            assertThat(requests.get(request.id()).approval().signatures())
                    .extracting(Signature::by, Signature::approved, Signature::reason)
                    .containsExactly(tuple("issm", false, "Use the weekend"));
        }

        @Test
        void beyondThirtyDaysIsSignedByLeadershipAsWell() {
            PoamId id = situations.anItemInProgress();
            ExtensionRequest request = requests.ask(id, until(41), IT);

            assertThat(requests.decide(request.id(), new Judgement(true, null), ISSM))
                    .isEqualTo(ApprovalState.AWAITING_LEADERSHIP);
            assertThat(register.get(id).plannedCompletion()).contains(inDays(10));
            assertRefused(
                    () -> requests.decide(request.id(), new Judgement(true, null), SECOND_ISSM), "Only Leadership");
            assertThat(requests.decide(request.id(), new Judgement(true, "Agreed"), LEADER))
                    .isEqualTo(ApprovalState.APPROVED);

            assertThat(register.get(id).plannedCompletion()).contains(inDays(41));
            assertThat(kinds(id)).contains("extensionApprovedByIssm", "extensionApproved");
        }

        @Test
        void fromTheSecondOnIsSignedByLeadershipAsWell() {
            PoamId id = situations.anItemInProgress();
            requests.decide(requests.ask(id, until(20), IT).id(), new Judgement(true, null), ISSM);

            ExtensionRequest second = requests.ask(id, until(25), IT);

            assertThat(requests.rule(second).leadershipSigns()).isTrue();
            assertThat(requests.decide(second.id(), new Judgement(true, null), ISSM))
                    .isEqualTo(ApprovalState.AWAITING_LEADERSHIP);
            assertThat(requests.decide(second.id(), new Judgement(false, "Enough"), LEADER))
                    .isEqualTo(ApprovalState.REFUSED);
            assertThat(register.get(id).plannedCompletion()).contains(inDays(20));
        }

        @Test
        void ofACriticalItemIsSignedByLeadershipAsWell() {
            PoamId id = situations.found("Critical weakness", Severity.CRITICAL, situations.today(), "Shop-PC07");
            situations.signedOff(situations.planned(id, inDays(5)));

            assertThat(requests.decide(requests.ask(id, until(6), IT).id(), new Judgement(true, null), ISSM))
                    .isEqualTo(ApprovalState.AWAITING_LEADERSHIP);
        }

        @Test
        void isNeverDecidedByWhoAskedOrOwnsTheItem() {
            PoamId id = situations.anItemInProgress();
            ExtensionRequest request = requests.ask(id, until(20), ISSM);
            Actor owner = new Actor("it", Set.of(Group.ISSM), "page");

            assertRefused(() -> requests.decide(request.id(), new Judgement(true, null), ISSM), "You asked for this");
            assertRefused(() -> requests.decide(request.id(), new Judgement(true, null), owner), "You own this item");
            assertRefused(() -> requests.decide(request.id(), new Judgement(true, null), IT), "Only ISSM");
            requests.decide(request.id(), new Judgement(true, null), SECOND_ISSM);
        }

        @Test
        void isNeverSignedTwiceByOnePerson() {
            ExtensionRequest request = requests.ask(situations.anItemInProgress(), until(90), IT);
            requests.decide(request.id(), new Judgement(true, null), BOTH);

            assertRefused(
                    () -> requests.decide(request.id(), new Judgement(true, null), BOTH),
                    "signed this request already");
            requests.decide(request.id(), new Judgement(true, null), LEADER);
        }

        @Test
        void isDecidedOnce() {
            ExtensionRequest request = requests.ask(situations.anItemInProgress(), until(20), IT);
            requests.decide(request.id(), new Judgement(true, null), ISSM);

            assertRefused(
                    () -> requests.decide(request.id(), new Judgement(false, "No"), SECOND_ISSM),
                    "decided or withdrawn");
        }

        @Test
        void endsAsWithdrawnWhenItsItemCloses() {
            PoamId id = situations.anItemAwaitingVerification();
            ExtensionRequest request = requests.ask(id, until(20), IT);

            situations.closed(id);

            assertThat(requests.get(request.id()).state()).isEqualTo(ApprovalState.WITHDRAWN);
            assertThat(events.stream(RequestWithdrawn.class))
                    .containsExactly(new RequestWithdrawn(RequestKind.EXTENSION, request.id()));
            assertThat(last(id).kind()).isEqualTo("extensionWithdrawn");
            assertRefused(() -> requests.decide(request.id(), new Judgement(true, null), ISSM), "withdrawn");
        }

        @Test
        void cannotBeApprovedOnceThePlanReachesFurtherAlready() {
            PoamId id = situations.anItemAwaitingVerification();
            ExtensionRequest request = requests.ask(id, until(20), IT);
            register.confirmAbsence(id, new Verification(false, "Still there"), ISSM);
            situations.submitPlan(id, inDays(25));
            register.signOff(id, new SignOff(true, Group.ISSM, null), ISSM);

            assertRefused(() -> requests.decide(request.id(), new Judgement(true, null), ISSM), "must lie after");
            requests.decide(request.id(), new Judgement(false, "Planned anew"), ISSM);
        }

        @RepeatedTest(5)
        void twoAsksAtOnceAreOneRequest() throws Exception {
            PoamId id = situations.anItemInProgress();

            List<Throwable> failures =
                    atOnce(() -> requests.ask(id, until(20), IT), () -> requests.ask(id, until(21), OT));

            assertThat(failures).hasSize(1).allSatisfy(each -> assertThat(each)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("open already"));
            assertThat(requests.of(id)).hasSize(1);
        }

        @RepeatedTest(5)
        void twoDecisionsAtOnceAreOneDecision() throws Exception {
            PoamId id = situations.anItemInProgress();
            ExtensionRequest request = requests.ask(id, until(20), IT);

            List<Throwable> failures = atOnce(
                    () -> requests.decide(request.id(), new Judgement(true, null), ISSM),
                    () -> requests.decide(request.id(), new Judgement(false, "Use the weekend"), SECOND_ISSM));

            assertThat(failures).hasSize(1).allSatisfy(each -> assertThat(each)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("decided or withdrawn"));
            ExtensionRequest decided = requests.get(request.id());
            assertThat(decided.approval().signatures()).hasSize(1);
            assertThat(register.get(id).plannedCompletion())
                    .contains(decided.state() == ApprovalState.APPROVED ? inDays(20) : inDays(10));
        }

        @RepeatedTest(5)
        void aDecisionAndAClosureAtOnceLeaveNothingOpen() throws Exception {
            PoamId id = situations.anItemAwaitingVerification();
            ExtensionRequest request = requests.ask(id, until(20), IT);
            register.verify(id, new Verification(true, null), ISSM);

            List<Throwable> failures =
                    atOnce(() -> requests.decide(request.id(), new Judgement(true, null), ISSM), () -> {
                        register.close(id, Actor.system("process"));
                        return id;
                    });

            assertThat(failures).allSatisfy(each -> assertThat(each)
                    .isInstanceOfAny(Refused.class, ConcurrencyFailureException.class));
            assertThat(failures).hasSizeLessThan(2);
            PoamItem item = register.get(id);
            ApprovalState state = requests.get(request.id()).state();
            assertThat(state.isOpen()).isFalse();
            assertThat(item.plannedCompletion()).contains(state == ApprovalState.APPROVED ? inDays(20) : inDays(10));
            assertThat(state == ApprovalState.WITHDRAWN)
                    .isEqualTo(failures.size() == 1 && !item.status().isOpen());
        }

        private static List<Throwable> atOnce(Callable<?> one, Callable<?> other) throws Exception {
            CyclicBarrier start = new CyclicBarrier(2);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Future<?>> both = new ArrayList<>();
                for (Callable<?> each : List.of(one, other)) {
                    both.add(threads.submit(() -> {
                        start.await(10, TimeUnit.SECONDS);
                        return each.call();
                    }));
                }
                List<Throwable> failures = new ArrayList<>();
                for (Future<?> each : both) {
                    try {
                        each.get(30, TimeUnit.SECONDS);
                    } catch (ExecutionException failed) {
                        failures.add(failed.getCause());
                    }
                }
                return failures;
            } finally {
                threads.shutdownNow();
            }
        }

        private static void assertRefused(Runnable action, String words) {
            assertThatThrownBy(action::run).isInstanceOf(Refused.class).hasMessageContaining(words);
        }

        private MoreTime until(int days) {
            return MoreTime.asked("Part is on back order", inDays(days), "Port 445 is blocked at the switch");
        }

        private LocalDate inDays(int days) {
            return situations.today().plusDays(days);
        }

        private LedgerEvent last(PoamId id) {
            List<LedgerEvent> all = ledger.of(id.subject());
            return all.get(all.size() - 1);
        }

        private List<String> kinds(PoamId id) {
            return ledger.of(id.subject()).stream().map(LedgerEvent::kind).toList();
        }
    }
}
