package io.closeout.review.falsepositive;

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
import io.closeout.register.Findings;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.register.Situations;
import io.closeout.register.Suppression;
import io.closeout.register.Suppressions;
import io.closeout.register.SuppressionsEnded;
import io.closeout.review.ReviewTest;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.Judgement;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

/** Every rule on both databases. Items are found on two machines and owned by {@code it}. */
class FalsePositiveRequestsDatabaseTest {

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

        @Autowired
        FalsePositiveRequests requests;

        @Autowired
        Suppressions suppressions;

        @Autowired
        Register register;

        @Autowired
        Findings findings;

        @Autowired
        Situations situations;

        @Autowired
        Ledger ledger;

        @Autowired
        ApplicationEvents events;

        @Test
        void isClaimedByTheOwnerItsGroupAndTheIssmOnly() {
            requests.ask(anItem(), everywhere(90), IT);
            requests.ask(anItem(), everywhere(90), OT);
            requests.ask(anItem(), everywhere(90), ISSM);

            PoamId id = anItem();
            assertRefused(() -> requests.ask(id, everywhere(90), LEADER), "owner group or the ISSM");
            assertThat(requests.of(id)).isEmpty();
        }

        @Test
        void needsEvidence() {
            PoamId id = anItemWithoutEvidence();

            assertRefused(() -> requests.ask(id, everywhere(90), IT), "There is no evidence on " + id);
            situations.withEvidence(id);
            requests.ask(id, everywhere(90), IT);
        }

        @Test
        void needsAReasonAndAnEndWithinTheTable() {
            PoamId id = anItem();
            assertRefused(() -> FalsePositiveClaim.of(" ", Set.of(), inDays(9)), "Say why");
            assertRefused(() -> FalsePositiveClaim.of("Backported", Set.of(), null), "Say until when");
            assertRefused(() -> requests.ask(id, everywhere(0), IT), "must lie after today");
            assertRefused(() -> requests.ask(id, everywhere(181), IT), "180 days at most");
            requests.ask(id, everywhere(180), IT);
        }

        @Test
        void isClaimedForAssetsOfTheItemByNameOrId() {
            PoamId id = anItem();
            Set<Long> byName = requests.assets(id, List.of("fp-pc1"));

            assertThat(requests.assets(id, List.of(byName.iterator().next().toString())))
                    .isEqualTo(byName);
            assertRefused(() -> requests.assets(id, List.of("fp-pc9")), "Its assets are: FP-PC1, FP-PC2");
        }

        @Test
        void isAskedOnceAtATimeAndNotOfAnItemThatHasEnded() {
            PoamId id = anItem();
            requests.ask(id, everywhere(90), IT);
            assertRefused(() -> requests.ask(id, everywhere(90), ISSM), "open already");

            assertRefused(() -> requests.ask(situations.aClosedItem(), everywhere(90), IT), "closed already");
        }

        @Test
        void isNeverDecidedByWhoAskedOrOwnsTheItemNorByOthersThanTheIssm() {
            PoamId id = anItem();
            FalsePositiveRequest request = requests.ask(id, everywhere(90), ISSM);
            Actor owner = new Actor("it", Set.of(Group.ISSM), "page");

            assertRefused(() -> confirm(request, ISSM), "You asked for this");
            assertRefused(() -> confirm(request, owner), "You own this item");
            assertRefused(() -> confirm(request, LEADER), "Only ISSM");
            confirm(request, SECOND_ISSM);
        }

        @Test
        void confirmedEverywhereEndsTheItemAndItsFindings() {
            PoamId id = anItem();
            FalsePositiveRequest request = requests.ask(id, everywhere(90), IT);

            assertThat(confirm(request, ISSM)).isEqualTo(ApprovalState.APPROVED);

            assertThat(register.get(id).status()).isEqualTo(ItemStatus.FALSE_POSITIVE);
            assertThat(findings.openIn(id)).isZero();
            assertThat(suppressions.of(id)).singleElement().satisfies(each -> {
                assertThat(each.requestId()).isEqualTo(request.id());
                assertThat(each.assetId()).isNull();
                assertThat(each.until()).isEqualTo(inDays(90));
                assertThat(each.decidedBy()).isEqualTo("issm");
                assertThat(each.holds(inDays(90))).isTrue();
                assertThat(each.end(inDays(91))).contains(Suppression.End.EXPIRED);
            });
            assertThat(kinds(id))
                    .endsWith(
                            "falsePositiveAsked",
                            "falsePositiveApproved",
                            "findingsSuppressed",
                            "falsePositiveConfirmed");
        }

        @Test
        void confirmedForAllThatIsOpenEndsTheItemAsWell() {
            PoamId id = anItem();

            confirm(requests.ask(id, onAssets(id, "FP-PC1", "FP-PC2"), IT), ISSM);

            assertThat(register.get(id).status()).isEqualTo(ItemStatus.FALSE_POSITIVE);
            assertThat(suppressions.of(id)).extracting(Suppression::asset).containsExactly("FP-PC2", "FP-PC1");
        }

        @Test
        void confirmedForSomeAssetsLeavesTheItemAsItIs() {
            PoamId id = anItem();

            confirm(requests.ask(id, onAssets(id, "FP-PC1"), IT), ISSM);

            assertThat(register.get(id).status()).isEqualTo(ItemStatus.IN_PROGRESS);
            assertThat(findings.openIn(id)).isEqualTo(1);
            FalsePositiveRequest rest = requests.ask(id, onAssets(id, "FP-PC2"), IT);
            assertThat(requests.endsItem(rest)).isTrue();
            confirm(rest, ISSM);
            assertThat(register.get(id).status()).isEqualTo(ItemStatus.FALSE_POSITIVE);
        }

        @Test
        void refusedChangesNothingAndSaysWhy() {
            PoamId id = anItem();
            FalsePositiveRequest request = requests.ask(id, everywhere(90), IT);

            assertThat(requests.decide(request.id(), new Judgement(false, "The banner proves nothing"), ISSM))
                    .isEqualTo(ApprovalState.REFUSED);

            assertThat(register.get(id).status()).isEqualTo(ItemStatus.IN_PROGRESS);
            assertThat(suppressions.of(id)).isEmpty();
            assertThat(findings.openIn(id)).isEqualTo(2);
        }

        @Test
        void isWithdrawnWhenItsItemCloses() {
            PoamId id = situations.anItemAwaitingVerification();
            FalsePositiveRequest request = requests.ask(id, everywhere(90), IT);

            situations.closed(id);

            assertThat(requests.get(request.id()).state()).isEqualTo(ApprovalState.WITHDRAWN);
            assertRefused(() -> confirm(request, ISSM), "withdrawn");
        }

        @Test
        void expiredHoldsNoMoreAndTellsNoProcess() {
            PoamId id = anItem();
            FalsePositiveRequest request = requests.ask(id, everywhere(90), IT);
            confirm(request, ISSM);

            requests.expire(request.id(), Actor.system("process"));
            requests.expire(request.id(), Actor.system("process"));

            assertThat(suppressions.of(id)).extracting(Suppression::endedHow).containsExactly(Suppression.End.EXPIRED);
            assertThat(kinds(id)).containsOnlyOnce("suppressionEnded");
            assertThat(events.stream(SuppressionsEnded.class)).isEmpty();
        }

        @RepeatedTest(3)
        void anExpiryAndAChangedCheckAtOnceEndItOnce() throws Exception {
            PoamId id = anItem();
            FalsePositiveRequest request = requests.ask(id, everywhere(90), IT);
            confirm(request, ISSM);
            List<Suppression> held = suppressions.of(id);

            List<Throwable> failures = atOnce(
                    () -> {
                        requests.expire(request.id(), Actor.system("process"));
                        return id;
                    },
                    () -> {
                        suppressions.end(held, Suppression.End.CHECK_CHANGED, Actor.system("import"));
                        return id;
                    });

            assertThat(failures).isEmpty();
            assertThat(kinds(id)).containsOnlyOnce("suppressionEnded");
        }

        @RepeatedTest(3)
        void twoDecisionsAtOnceAreOneDecision() throws Exception {
            PoamId id = anItem();
            FalsePositiveRequest request = requests.ask(id, everywhere(90), IT);

            List<Throwable> failures = atOnce(
                    () -> confirm(request, ISSM),
                    () -> requests.decide(request.id(), new Judgement(false, "No"), SECOND_ISSM));

            assertThat(failures).hasSize(1).allSatisfy(each -> assertThat(each)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("decided or withdrawn"));
            boolean confirmed = requests.get(request.id()).state() == ApprovalState.APPROVED;
            assertThat(suppressions.of(id)).hasSize(confirmed ? 1 : 0);
            assertThat(register.get(id).status())
                    .isEqualTo(confirmed ? ItemStatus.FALSE_POSITIVE : ItemStatus.IN_PROGRESS);
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

        private PoamId anItemWithoutEvidence() {
            PoamId id = situations.found("Old library", Severity.HIGH, situations.today(), "FP-PC1", "FP-PC2");
            return situations.signedOff(situations.planned(id, inDays(10)));
        }

        private PoamId anItem() {
            return situations.withEvidence(anItemWithoutEvidence());
        }

        private FalsePositiveClaim everywhere(int days) {
            return FalsePositiveClaim.of("The fix is backported", Set.of(), inDays(days));
        }

        private FalsePositiveClaim onAssets(PoamId id, String... names) {
            return FalsePositiveClaim.of("The fix is backported", requests.assets(id, List.of(names)), inDays(90));
        }

        private ApprovalState confirm(FalsePositiveRequest request, Actor by) {
            return requests.decide(request.id(), new Judgement(true, null), by);
        }

        private LocalDate inDays(int days) {
            return situations.today().plusDays(days);
        }

        private List<String> kinds(PoamId id) {
            return ledger.of(id.subject()).stream().map(LedgerEvent::kind).toList();
        }

        private static void assertRefused(Runnable action, String words) {
            assertThatThrownBy(action::run).isInstanceOf(Refused.class).hasMessageContaining(words);
        }
    }
}
