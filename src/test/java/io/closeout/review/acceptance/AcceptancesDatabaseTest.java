package io.closeout.review.acceptance;

import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.IT;
import static io.closeout.register.Situations.LEADER;
import static io.closeout.register.Situations.OT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.register.Situations;
import io.closeout.review.ReviewTest;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.Judgement;
import io.closeout.review.period.ExpiringAcceptances;
import io.closeout.review.period.ExpiringAcceptances.Expiring;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Items of {@link Situations#anItemInProgress} are HIGH, owned by {@code it}, and planned for ten days from today. */
class AcceptancesDatabaseTest {

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

        private static final Actor SECOND_ISSM = new Actor("issm2", Set.of(Group.ISSM), "page");
        private static final Actor BOTH = new Actor("both", Set.of(Group.ISSM, Group.LEADERSHIP), "page");
        private static final Actor TIMER = Actor.system("timer");
        private static final Judgement YES = new Judgement(true, null);

        @Autowired
        AcceptanceRequests requests;

        @Autowired
        Acceptances acceptances;

        @Autowired
        ExpiringAcceptances forTheReview;

        @Autowired
        AcceptanceReviews reviews;

        @Autowired
        Register register;

        @Autowired
        Situations situations;

        @Autowired
        Ledger ledger;

        @Autowired
        ApplicationEvents events;

        @Test
        void isSignedByTheIssmAndThenByLeadershipBeforeTheRiskIsAccepted() {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance asked = requests.ask(id, Asked.adjusted(Severity.MEDIUM, inDays(180)), IT);

            assertThat(requests.decide(asked.id(), YES, null, ISSM)).isEqualTo(ApprovalState.AWAITING_LEADERSHIP);
            assertThat(register.get(id).status()).isEqualTo(ItemStatus.IN_PROGRESS);
            assertThat(acceptances.inForce(id)).isEmpty();
            assertThat(requests.decide(asked.id(), YES, null, LEADER)).isEqualTo(ApprovalState.APPROVED);

            RiskAcceptance inForce = acceptances.inForce(id).orElseThrow();
            assertThat(register.get(id).status()).isEqualTo(ItemStatus.RISK_ACCEPTED);
            assertThat(inForce.isInForce()).isTrue();
            assertThat(inForce.original()).isEqualTo(Severity.HIGH);
            assertThat(inForce.residual()).isEqualTo(Severity.MEDIUM);
            assertThat(inForce.inForce().started()).isEqualTo(situations.today());
            assertThat(inForce.controls()).hasSize(2).allMatch(Control::holds);
            assertThat(register.get(id).severity()).isEqualTo(Severity.HIGH);
            assertThat(kinds(id))
                    .containsSubsequence(
                            "acceptanceAsked",
                            "acceptanceApprovedByIssm",
                            "acceptanceFactsSigned",
                            "acceptanceApproved",
                            "acceptanceFactsSigned",
                            "acceptanceInForce",
                            "riskAccepted");
        }

        @Test
        void isAcceptedNoLongerThanItsResidualRatingAllows() {
            PoamId id = situations.anItemInProgress();

            assertRefused(() -> requests.ask(id, Asked.temporary(inDays(91)), IT), "90 days at most");
            assertRefused(() -> requests.ask(id, Asked.adjusted(Severity.MEDIUM, inDays(181)), IT), "180 days at most");
            assertRefused(() -> requests.ask(id, Asked.temporary(inDays(0)), IT), "must lie after");
            requests.ask(id, Asked.temporary(inDays(90)), IT);
        }

        @Test
        void isAdjustedOnlyWithACompensatingControl() {
            PoamId id = situations.anItemInProgress();
            WantedAcceptance bare = new WantedAcceptance(
                    io.closeout.policy.AcceptanceKind.TEMPORARY_ACCEPTANCE,
                    "Because",
                    RiskLevel.LOW,
                    RiskLevel.LOW,
                    Severity.LOW,
                    List.of(),
                    inDays(10),
                    false,
                    null,
                    null);

            assertRefused(() -> requests.ask(id, bare, IT), "at least one compensating control");
        }

        @Test
        void ofADeficiencyNeedsAPlanWithMilestones() {
            assertRefused(
                    () -> requests.ask(situations.aNewItem(), Asked.deficiency(Severity.LOW, inDays(30)), IT),
                    "operational plan");
            requests.ask(situations.anItemInProgress(), Asked.deficiency(Severity.LOW, inDays(30)), IT);
        }

        @Test
        void isAskedByTheOwnerItsGroupAndTheIssmOnly() {
            PoamId id = situations.anItemInProgress();
            assertRefused(() -> requests.ask(id, Asked.temporary(inDays(30)), LEADER), "owner group or the ISSM");
            requests.ask(id, Asked.temporary(inDays(30)), OT);
            assertRefused(() -> requests.ask(id, Asked.temporary(inDays(30)), IT), "open already");
            assertRefused(
                    () -> requests.ask(situations.aClosedItem(), Asked.temporary(inDays(30)), IT), "no risk left");
        }

        @Test
        void isNeverDecidedByWhoAskedOrOwnsTheItemAndNeverSignedTwice() {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance asked = requests.ask(id, Asked.temporary(inDays(30)), ISSM);
            Actor owner = new Actor("it", Set.of(Group.ISSM), "page");

            assertRefused(() -> requests.decide(asked.id(), YES, null, ISSM), "You asked for this");
            assertRefused(() -> requests.decide(asked.id(), YES, null, owner), "You own this item");
            requests.decide(asked.id(), YES, null, BOTH);
            assertRefused(() -> requests.decide(asked.id(), YES, null, BOTH), "signed this request already");
        }

        @Test
        void isSignedOnlyAsItWasShown() {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance asked = requests.ask(id, Asked.temporary(inDays(30)), IT);

            assertRefused(() -> requests.decide(asked.id(), YES, "0".repeat(64), ISSM), "changed since this was shown");
            assertThat(requests.get(asked.id()).approval().signatures()).isEmpty();
            requests.decide(asked.id(), YES, requests.factsNow(asked).digest(), ISSM);
        }

        @Test
        void expiresAndReopensTheItemWithItsDates() {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance accepted = accepted(id, Asked.temporary(inDays(30)));

            assertThat(acceptances.expire(accepted.id(), TIMER)).isTrue();

            assertThat(register.get(id).status()).isEqualTo(ItemStatus.IN_PROGRESS);
            assertThat(register.get(id).plannedCompletion()).contains(inDays(10));
            assertThat(acceptances.inForce(id)).isEmpty();
            assertThat(requests.get(accepted.id()).endedHow()).contains(EndedHow.EXPIRED);
            assertThat(acceptances.expire(accepted.id(), TIMER)).isFalse();
            assertThat(kinds(id)).containsSubsequence("acceptanceOver", "acceptanceEnded");
        }

        @Test
        void isRenewedByANewOneAndTheItemStaysAccepted() {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance old = accepted(id, Asked.temporary(inDays(30)));

            RiskAcceptance renewed = accepted(id, Asked.temporary(inDays(60)));

            assertThat(renewed.renews()).isEqualTo(old.id());
            assertThat(requests.get(old.id()).endedHow()).contains(EndedHow.RENEWED);
            assertThat(acceptances.inForce(id).orElseThrow().id()).isEqualTo(renewed.id());
            assertThat(register.get(id).status()).isEqualTo(ItemStatus.RISK_ACCEPTED);
            assertThat(acceptances.expire(old.id(), TIMER)).isFalse();
        }

        @Test
        void endsWhenTheWeaknessIsProvedAbsent() {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance accepted = accepted(id, Asked.temporary(inDays(30)));

            register.absenceProved(id, "A scan", Actor.system("import"));
            register.close(id, Actor.system("process"));

            assertThat(requests.get(accepted.id()).endedHow()).contains(EndedHow.VERIFIED_ABSENT);
            assertThat(register.get(id).status()).isEqualTo(ItemStatus.CLOSED);
            assertThat(events.stream(AcceptanceEnded.class))
                    .extracting(AcceptanceEnded::how)
                    .containsExactly(EndedHow.VERIFIED_ABSENT);
        }

        @Test
        void hasNoEndAsAnEnduringException() {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance accepted = accepted(id, Asked.exception());

            assertThat(accepted.until()).isEmpty();
            assertThat(acceptances.cover(id, inDays(5000))).isTrue();
            assertThat(acceptances.endingWithin(5000))
                    .extracting(RiskAcceptance::id)
                    .doesNotContain(accepted.id());
        }

        @Test
        void coversTheItemUpToItsLastDay() {
            PoamId id = situations.anItemInProgress();
            assertThat(acceptances.cover(id, inDays(1))).isFalse();
            RiskAcceptance accepted = accepted(id, Asked.temporary(inDays(30)));

            assertThat(acceptances.cover(id, inDays(30))).isTrue();
            assertThat(acceptances.cover(id, inDays(31))).isFalse();
            assertThat(acceptances.endingWithin(30))
                    .extracting(RiskAcceptance::id)
                    .contains(accepted.id());
            assertThat(acceptances.endingWithin(29))
                    .extracting(RiskAcceptance::id)
                    .doesNotContain(accepted.id());
            assertThat(forTheReview.until(inDays(30)))
                    .extracting(Expiring::item)
                    .contains(id);
            assertThat(forTheReview.until(inDays(29)))
                    .extracting(Expiring::item)
                    .doesNotContain(id);
        }

        @Test
        void isLookedAtAgainOnceWhateverComesUp() {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance accepted = accepted(id, Asked.temporary(inDays(30)));

            acceptances.trigger(id, Trigger.KEV_LISTED, "CVE-2017-0144");
            acceptances.trigger(id, Trigger.KEV_LISTED, "CVE-2017-0144");
            acceptances.trigger(id, Trigger.MORE_ASSETS, "One more");

            assertThat(events.stream(ReviewNeeded.class)).containsExactly(new ReviewNeeded(accepted.id()));
            assertThat(reviews.openFor(accepted.id()).orElseThrow().reasons())
                    .extracting(Review.Reason::trigger)
                    .containsExactly(Trigger.KEV_LISTED, Trigger.MORE_ASSETS);
            assertThat(reviews.decide(accepted.id(), keep(), ISSM)).isEqualTo(ReviewAnswer.Outcome.STANDS);
            assertThat(reviews.openFor(accepted.id())).isEmpty();
            assertRefused(() -> reviews.decide(accepted.id(), keep(), SECOND_ISSM), "answered this re-review already");
        }

        @Test
        void isNotTriggeredWithoutAnAcceptance() {
            PoamId id = situations.anItemInProgress();
            acceptances.trigger(id, Trigger.KEV_LISTED, "CVE-2017-0144");
            assertThat(events.stream(ReviewNeeded.class)).isEmpty();
        }

        @Test
        void isReviewedByNobodyWhoAskedOrOwnsTheItem() {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance asked = requests.ask(id, Asked.temporary(inDays(30)), SECOND_ISSM);
            requests.decide(asked.id(), YES, null, ISSM);
            requests.decide(asked.id(), YES, null, LEADER);
            acceptances.trigger(id, Trigger.DUE, "");
            Actor owner = new Actor("it", Set.of(Group.ISSM), "page");

            assertRefused(() -> reviews.decide(asked.id(), keep(), SECOND_ISSM), "You asked for this");
            assertRefused(() -> reviews.decide(asked.id(), keep(), owner), "You own this item");
            assertRefused(() -> reviews.decide(asked.id(), keep(), LEADER), "Only ISSM");
        }

        @Test
        void endsAtAReviewWithAReason() {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance accepted = accepted(id, Asked.temporary(inDays(30)));
            acceptances.trigger(id, Trigger.KEV_LISTED, "CVE-2017-0144");

            assertRefused(() -> new ReviewAnswer(false, " ", Map.of(), null), "Say why");
            assertThat(reviews.decide(accepted.id(), new ReviewAnswer(false, "Exploited", Map.of(), null), ISSM))
                    .isEqualTo(ReviewAnswer.Outcome.ENDED);

            assertThat(register.get(id).status()).isEqualTo(ItemStatus.IN_PROGRESS);
            assertThat(requests.get(accepted.id()).endedHow()).contains(EndedHow.ENDED_AT_REVIEW);
        }

        @Test
        void isStaleWhenAMaterialFactChangedUntilEverybodySignedAgain() {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance accepted = accepted(id, Asked.adjusted(Severity.MEDIUM, inDays(100)));
            assertThat(reviews.isStale(accepted)).isFalse();

            acceptances.reportLapsed(id, 2, "The sensor is down", IT);

            RiskAcceptance now = requests.get(accepted.id());
            assertThat(reviews.isStale(now)).isTrue();
            assertThat(reviews.difference(now, Group.ISSM)).singleElement().satisfies(row -> {
                assertThat(row.fact()).isEqualTo("Control 2");
                assertThat(row.before()).doesNotContain("lapsed");
                assertThat(row.after()).contains("lapsed on " + situations.today());
            });
            ReviewAnswer keep = new ReviewAnswer(true, null, Map.of(1, true), null);
            assertThat(reviews.decide(accepted.id(), keep, ISSM)).isEqualTo(ReviewAnswer.Outcome.LEADERSHIP);
            assertThat(reviews.isStale(now)).isTrue();
            assertRefused(() -> reviews.decide(accepted.id(), keep(), ISSM), "Only Leadership");
            assertThat(reviews.decide(accepted.id(), keep(), LEADER)).isEqualTo(ReviewAnswer.Outcome.STANDS);
            assertThat(reviews.isStale(now)).isFalse();
            assertThat(kinds(id)).contains("acceptanceControlLapsed", "acceptanceReviewNeeded", "acceptanceStands");
        }

        @Test
        void isKeptOnlyWithAnAnswerForEachControlAndOneThatHolds() {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance accepted = accepted(id, Asked.adjusted(Severity.MEDIUM, inDays(100)));
            acceptances.trigger(id, Trigger.DUE, "");

            assertRefused(
                    () -> reviews.decide(accepted.id(), new ReviewAnswer(true, null, Map.of(1, true), null), ISSM),
                    "has no answer");
            assertRefused(
                    () -> reviews.decide(
                            accepted.id(), new ReviewAnswer(true, null, Map.of(1, false, 2, false), null), ISSM),
                    "No compensating control holds");
            assertThat(reviews.decide(
                            accepted.id(), new ReviewAnswer(true, null, Map.of(1, true, 2, false), null), ISSM))
                    .isEqualTo(ReviewAnswer.Outcome.LEADERSHIP);
            assertThat(requests.get(accepted.id()).controls().get(1).holds()).isFalse();
        }

        @Test
        void hearsThatItsScannerRatesTheWeaknessWorse() {
            PoamId id = situations.found("PLC firmware", Severity.MEDIUM, situations.today(), "Mill-PLC01");
            RiskAcceptance accepted = accepted(id, Asked.temporary(inDays(30)));

            situations.rerated(id, Severity.CRITICAL);

            assertThat(reviews.openFor(accepted.id()).orElseThrow().reasons())
                    .singleElement()
                    .satisfies(reason -> {
                        assertThat(reason.trigger()).isEqualTo(Trigger.SEVERITY_RAISED);
                        assertThat(reason.what()).isEqualTo("Critical instead of Moderate");
                    });
            assertThat(reviews.difference(accepted, Group.LEADERSHIP))
                    .extracting(SeenFacts.Difference::fact)
                    .containsExactly("Severity");
        }

        @Test
        void hearsOfFurtherAssets() {
            PoamId id = situations.found("PLC firmware", Severity.MEDIUM, situations.today(), "Mill-PLC01");
            RiskAcceptance accepted = accepted(id, Asked.temporary(inDays(30)));

            PoamId sibling = situations.aSiblingOf(id, "Mill-PLC02");

            assertThat(reviews.openFor(accepted.id()).orElseThrow().reasons()).anySatisfy(reason -> {
                assertThat(reason.trigger()).isEqualTo(Trigger.MORE_ASSETS);
                assertThat(reason.what()).contains(sibling.text());
            });
            assertThat(reviews.difference(accepted, Group.ISSM))
                    .extracting(SeenFacts.Difference::fact)
                    .contains("Assets");
        }

        @RepeatedTest(4)
        void expiryAndRenewalAtOnceLeaveOneInForce() throws Exception {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance old = accepted(id, Asked.temporary(inDays(30)));
            RiskAcceptance next = requests.ask(id, Asked.temporary(inDays(60)), IT);
            requests.decide(next.id(), YES, null, ISSM);

            List<Throwable> failures = atOnce(
                    () -> acceptances.expire(old.id(), TIMER), () -> requests.decide(next.id(), YES, null, LEADER));

            assertThat(failures).isEmpty();
            assertThat(acceptances.inForce(id).orElseThrow().id()).isEqualTo(next.id());
            assertThat(register.get(id).status()).isEqualTo(ItemStatus.RISK_ACCEPTED);
            assertThat(requests.get(old.id()).endedHow().orElseThrow()).isIn(EndedHow.EXPIRED, EndedHow.RENEWED);
        }

        @RepeatedTest(4)
        void expiryAndAbsenceAtOnceCloseTheItem() throws Exception {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance accepted = accepted(id, Asked.temporary(inDays(30)));

            List<Throwable> failures = atOnce(() -> acceptances.expire(accepted.id(), TIMER), () -> {
                situations.provedAbsentAndClosed(id);
                return id;
            });

            assertThat(failures).hasSizeLessThan(2);
            assertThat(acceptances.inForce(id)).isEmpty();
            assertThat(register.get(id).status()).isNotEqualTo(ItemStatus.RISK_ACCEPTED);
        }

        @RepeatedTest(4)
        void twoDecisionsAtOnceAreOne() throws Exception {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance asked = requests.ask(id, Asked.temporary(inDays(30)), IT);

            List<Throwable> failures = atOnce(
                    () -> requests.decide(asked.id(), YES, null, ISSM),
                    () -> requests.decide(asked.id(), new Judgement(false, "No"), null, SECOND_ISSM));

            assertThat(failures).hasSize(1).allSatisfy(each -> assertThat(each).isInstanceOf(Refused.class));
            assertThat(requests.get(asked.id()).approval().signatures()).hasSize(1);
        }

        @RepeatedTest(4)
        void twoAnswersAtOnceAreOne() throws Exception {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance accepted = accepted(id, Asked.temporary(inDays(30)));
            acceptances.trigger(id, Trigger.DUE, "");

            List<Throwable> failures = atOnce(
                    () -> reviews.decide(accepted.id(), keep(), ISSM),
                    () -> reviews.decide(accepted.id(), new ReviewAnswer(false, "No", Map.of(), null), SECOND_ISSM));

            assertThat(failures).hasSize(1).allSatisfy(each -> assertThat(each).isInstanceOf(Refused.class));
            assertThat(reviews.of(accepted.id())).singleElement().satisfies(review -> assertThat(review.signatures())
                    .hasSize(1));
        }

        private static ReviewAnswer keep() {
            return new ReviewAnswer(true, null, Map.of(), null);
        }

        private RiskAcceptance accepted(PoamId id, WantedAcceptance wanted) {
            RiskAcceptance asked = requests.ask(id, wanted, IT);
            requests.decide(asked.id(), YES, null, ISSM);
            requests.decide(asked.id(), YES, null, LEADER);
            return requests.get(asked.id());
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

        private LocalDate inDays(int days) {
            return situations.today().plusDays(days);
        }

        private List<String> kinds(PoamId id) {
            return ledger.of(id.subject()).stream().map(LedgerEvent::kind).toList();
        }
    }
}
