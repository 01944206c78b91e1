package io.closeout.review.vendor;

import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.IT;
import static io.closeout.register.Situations.LEADER;
import static io.closeout.register.Situations.OT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.register.ItemPaths;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.register.Situations;
import io.closeout.register.Verification;
import io.closeout.review.ReviewTest;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.Judgement;
import io.closeout.review.extension.ExtensionRequest;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.extension.MoreTime;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Items of {@link Situations#anItemInProgress} are HIGH, owned by {@code it}, and planned for ten days from today. */
class VendorDependenciesDatabaseTest {

    private static final String NOTES = "https://northline.example/notes/4-2";
    private static final AwaitedFix FIRMWARE =
            new AwaitedFix("Northline Controls", "PLC firmware", "https://northline.example/case/4711", null);

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

        @Autowired
        VendorDependencies vendors;

        @Autowired
        ExtensionRequests requests;

        @Autowired
        Register register;

        @Autowired
        ItemPaths paths;

        @Autowired
        Situations situations;

        @Autowired
        Ledger ledger;

        @Autowired
        ApplicationEvents events;

        @Autowired
        JdbcClient jdbc;

        @Test
        void aRequestKeepsWhatItWouldWaitFor() {
            PoamId id = situations.anItemInProgress();

            ExtensionRequest request = ask(id);

            assertThat(request.wanted().awaitedFix()).isEqualTo(FIRMWARE);
            assertThat(requests.facts(request).vendorDependent()).isTrue();
            assertThat(requests.rule(request).source()).contains("wait for a vendor");
            assertThat(vendors.waitingFor(id)).isEmpty();
            assertThat(register.get(id).vendorWaitUntil()).isEmpty();
            assertThat(last(id).field("awaitedFix").orElseThrow().after()).contains("Northline Controls, PLC firmware");
        }

        @Test
        void moreTimeForTheWorkItselfWaitsForNobody() {
            PoamId id = situations.anItemInProgress();
            ExtensionRequest request = requests.ask(id, MoreTime.asked("Part is late", inDays(20), "Port blocked"), IT);
            requests.decide(request.id(), new Judgement(true, null), ISSM);

            assertThat(requests.get(request.id()).wanted().waitsForVendor()).isFalse();
            assertThat(vendors.of(id)).isEmpty();
        }

        @Test
        void anApprovalMakesTheItemWaitFromTheDayOnWhichItWasAsked() {
            PoamId id = situations.anItemInProgress();
            ExtensionRequest request = ask(id);
            jdbc.sql("update approval_request set asked_at = :then where id = :id")
                    .param(
                            "then",
                            request.approval()
                                    .askedAt()
                                    .atOffset(ZoneOffset.UTC)
                                    .minusDays(4))
                    .param("id", request.id())
                    .update();

            requests.decide(request.id(), new Judgement(true, null), ISSM);

            assertThat(register.get(id).vendorWaitUntil()).contains(inDays(26));
            assertThat(vendors.waitingFor(id))
                    .hasValueSatisfying(each -> assertThat(each.requestId()).isEqualTo(request.id()));
            assertThat(events.stream(VendorAwaited.class)).containsExactly(new VendorAwaited(request.id(), id));
            assertThat(last(id).kind()).isEqualTo("vendorAwaited");
        }

        @Test
        void aRefusalMakesNobodyWait() {
            PoamId id = situations.anItemInProgress();
            requests.decide(ask(id).id(), new Judgement(false, "There is a workaround"), ISSM);

            assertThat(vendors.of(id)).extracting(VendorDependency::state).containsExactly(VendorState.ASKED);
            assertThat(register.get(id).vendorWaitUntil()).isEmpty();
        }

        @Test
        void anAnswerKeepsTheWaitCurrent() {
            PoamId id = waiting();

            vendors.report(id, notYet(inDays(-1), inDays(90)), IT);

            assertThat(register.get(id).vendorWaitUntil()).contains(inDays(29));
            assertThat(vendors.waitingFor(id)).hasValueSatisfying(each -> {
                assertThat(each.answers()).extracting(ToldAnswer::by).containsExactly("it");
                assertThat(each.expectedRelease()).isEqualTo(inDays(90));
            });
            assertThat(events.stream(VendorAnswered.class))
                    .singleElement()
                    .satisfies(event -> assertThat(event.unasked()).isTrue());
            assertThat(kinds(id)).endsWith("vendorCheckedIn", "vendorAwaited");
        }

        @Test
        void anAnswerMayComeFromTheOwnerItsGroupAndTheIssmOnly() {
            PoamId id = waiting();
            assertRefused(() -> vendors.report(id, notYet(today(), null), LEADER), "its owner group or the ISSM");
            vendors.report(id, notYet(today(), null), OT);
            vendors.report(id, notYet(today(), null), ISSM);
            assertThat(vendors.mayCheckIn(register.get(id), LEADER)).isFalse();
            assertThat(vendors.mayCheckIn(register.get(id), IT)).isTrue();
        }

        @Test
        void anAnswerThatIsTooOldDoesNotCount() {
            PoamId id = waiting();
            vendors.report(id, notYet(inDays(-30), null), IT);
            assertThat(register.get(id).vendorWaitUntil()).contains(today());

            PoamId other = waiting();
            assertRefused(() -> vendors.report(other, notYet(inDays(-31), null), IT), "more than 30 days ago");
        }

        @Test
        void anAnswerIsNotOlderThanTheLast() {
            PoamId id = waiting();
            vendors.report(id, notYet(inDays(-2), null), IT);
            assertRefused(() -> vendors.report(id, notYet(inDays(-3), null), IT), "asked on " + inDays(-2));
        }

        @Test
        void aReleaseStartsANewClockAndEndsTheWait() {
            PoamId id = waiting();

            vendors.report(id, released(inDays(-1)), IT);

            assertThat(register.get(id).deadline()).isEqualTo(inDays(29));
            assertThat(register.get(id).plannedCompletion()).contains(inDays(29));
            assertThat(register.get(id).vendorWaitUntil()).isEmpty();
            assertThat(vendors.of(id)).extracting(VendorDependency::state).containsExactly(VendorState.RELEASED);
            assertRefused(() -> vendors.report(id, notYet(today(), null), IT), "does not wait for a vendor");
        }

        @Test
        void aVendorWithoutAFixEndsTheWaitAndMovesNothing() {
            PoamId id = waiting();
            LocalDate planned = register.get(id).due();

            vendors.report(id, CheckIn.told(today(), VendorOutcome.NO_FIX, "End of life", null, null, null), IT);

            assertThat(register.get(id).vendorWaitUntil()).isEmpty();
            assertThat(register.get(id).due()).isEqualTo(planned);
            assertThat(vendors.of(id)).extracting(VendorDependency::state).containsExactly(VendorState.NO_FIX);
        }

        @Test
        void aTasksAnswerIsNotAnnouncedAsUnasked() {
            PoamId id = waiting();
            long request = vendors.waitingFor(id).orElseThrow().requestId();

            assertThat(vendors.checkIn(request, notYet(today(), null), IT)).isTrue();
            assertThat(vendors.checkIn(request, released(today()), IT)).isFalse();

            assertThat(events.stream(VendorAnswered.class)).noneMatch(VendorAnswered::unasked);
            assertRefused(() -> vendors.checkIn(request, released(today()), IT), "does not wait");
        }

        @Test
        void anItemThatClosesWaitsForNobody() {
            PoamId id = waiting();
            long request = vendors.waitingFor(id).orElseThrow().requestId();
            situations.closed(situations.reportedFixed(id));

            assertThat(vendors.get(request).state()).isEqualTo(VendorState.ENDED);
            assertThat(register.get(id).vendorWaitUntil()).isEmpty();
            assertThat(events.stream(VendorWaitEnded.class)).containsExactly(new VendorWaitEnded(request));
        }

        @Test
        void anAcceptedRiskWaitsForNobodyAndNeitherAFalsePositive() {
            PoamId accepted = waiting();
            PoamId none = waiting();
            paths.accept(accepted, "Segmented", LEADER);
            paths.endAsFalsePositive(none, "Not installed", ISSM);

            assertThat(vendors.waitingFor(accepted)).isEmpty();
            assertThat(vendors.waitingFor(none)).isEmpty();
        }

        @Test
        void aLaterWaitTakesThePlaceOfTheEarlier() {
            PoamId id = waiting();
            long first = vendors.waitingFor(id).orElseThrow().requestId();
            ExtensionRequest second =
                    requests.ask(id, MoreTime.asked("Another vendor", inDays(30), "Port blocked", FIRMWARE), IT);
            requests.decide(second.id(), new Judgement(true, null), ISSM);
            assertThat(requests.decide(second.id(), new Judgement(true, null), LEADER))
                    .isEqualTo(ApprovalState.APPROVED);

            assertThat(vendors.get(first).state()).isEqualTo(VendorState.ENDED);
            assertThat(vendors.waitingFor(id).orElseThrow().requestId()).isEqualTo(second.id());
            assertThat(events.stream(VendorWaitEnded.class)).containsExactly(new VendorWaitEnded(first));
        }

        @RepeatedTest(5)
        void twoReleasesAtOnceAreOneRelease() throws Exception {
            PoamId id = waiting();

            List<Throwable> failures =
                    atOnce(() -> report(id, released(today()), IT), () -> report(id, released(inDays(-1)), OT));

            assertThat(failures).hasSize(1).first().isInstanceOf(Refused.class);
            assertThat(vendors.of(id).get(0).answers()).hasSize(1);
            LocalDate start = vendors.of(id).get(0).answers().get(0).checkIn().releasedOn();
            assertThat(register.get(id).deadline()).isEqualTo(start.plusDays(30));
        }

        @RepeatedTest(5)
        void anAnswerAndAClosureAtOnceLeaveNobodyWaiting() throws Exception {
            PoamId id = situations.reportedFixed(waiting());
            register.verify(id, new Verification(true, null), ISSM);

            List<Throwable> failures = atOnce(() -> report(id, notYet(today(), null), IT), () -> {
                register.close(id, Actor.system("process"));
                return id;
            });

            assertThat(failures).hasSizeLessThan(2).allSatisfy(each -> assertThat(each)
                    .isInstanceOfAny(Refused.class, ConcurrencyFailureException.class));
            boolean open = register.get(id).status().isOpen();
            assertThat(vendors.waitingFor(id).isPresent()).isEqualTo(open);
            assertThat(register.get(id).vendorWaitUntil().isPresent()).isEqualTo(open);
        }

        private PoamId report(PoamId id, CheckIn told, Actor by) {
            vendors.report(id, told, by);
            return id;
        }

        /** Detected twenty days ago. */
        private PoamId waiting() {
            PoamId id = situations.found("PLC weakness", Severity.HIGH, inDays(-20), "Shop-PLC01");
            situations.signedOff(situations.planned(id, inDays(10)));
            requests.decide(ask(id).id(), new Judgement(true, null), ISSM);
            return id;
        }

        private ExtensionRequest ask(PoamId id) {
            return requests.ask(
                    id, MoreTime.asked("No firmware yet", inDays(20), "PLC is in a zone of its own", FIRMWARE), IT);
        }

        private static CheckIn notYet(LocalDate askedOn, LocalDate expected) {
            return CheckIn.told(askedOn, VendorOutcome.NOT_YET, "They work on it", expected, null, null);
        }

        private CheckIn released(LocalDate on) {
            return CheckIn.told(today(), VendorOutcome.RELEASED, "Firmware 4.2 is out", null, on, NOTES);
        }

        private LedgerEvent last(PoamId id) {
            List<LedgerEvent> all = ledger.of(id.subject());
            return all.get(all.size() - 1);
        }

        private List<String> kinds(PoamId id) {
            return ledger.of(id.subject()).stream().map(LedgerEvent::kind).toList();
        }

        private static void assertRefused(Runnable action, String words) {
            assertThatThrownBy(action::run).isInstanceOf(Refused.class).hasMessageContaining(words);
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

        private LocalDate today() {
            return situations.today();
        }

        private LocalDate inDays(int days) {
            return today().plusDays(days);
        }
    }
}
