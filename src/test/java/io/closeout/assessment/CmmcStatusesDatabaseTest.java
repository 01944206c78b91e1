package io.closeout.assessment;

import static io.closeout.assessment.AssessedScopes.ASSESSED;
import static io.closeout.assessment.AssessedScopes.ONE_POINTERS;
import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.IT;
import static io.closeout.register.Situations.LEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.policy.AffirmationDates.Window;
import io.closeout.policy.Track;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.TriageDecision;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import io.closeout.testing.SetClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Statuses are dated 2026-03-02, so that day 180 is 2026-08-29. */
class CmmcStatusesDatabaseTest {

    @Nested
    @AssessmentTest
    @RecordApplicationEvents
    class OnH2 extends Rules {}

    @Nested
    @AssessmentTest
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

        private static final LocalDate STATUS_DATE = LocalDate.parse("2026-03-02");
        private static final LocalDate DAY_180 = LocalDate.parse("2026-08-29");
        private static final Actor ADMIN = new Actor("admin", Set.of(Group.CAMUNDA_ADMIN), "page");

        @Autowired
        CmmcStatuses statuses;

        @Autowired
        Closeouts closeouts;

        @Autowired
        Affirmations affirmations;

        @Autowired
        Assessments assessments;

        @Autowired
        AssessedScopes scopes;

        @Autowired
        Register register;

        @Autowired
        Ledger ledger;

        @Autowired
        PolicyCalendar calendar;

        @Autowired
        SetClock clock;

        @Autowired
        ApplicationEvents events;

        @BeforeEach
        void theStatusDate() {
            clock.set("2026-03-02T09:00:00Z");
        }

        @Test
        void isConditionalWithItsEntriesWhereSomethingIsNotMet() {
            CmmcStatus status = record(scopes.withTwoAllowedToWait());

            assertThat(status.state()).isEqualTo(StatusState.CONDITIONAL);
            assertThat(status.label()).isEqualTo("Conditional Level 2 (Self)");
            assertThat(status.score()).isEqualTo(108);
            assertThat(status.lastDay()).isEqualTo(DAY_180);
            assertThat(status.daysLeft(STATUS_DATE)).isEqualTo(180);
            assertThat(status.entries())
                    .extracting(each -> each.requirement().id())
                    .containsExactly("AC.L2-3.1.3", "AU.L2-3.3.3");
            assertThat(events.stream(StatusRecorded.class)).contains(new StatusRecorded(status.id()));
            assertThat(last(status).kind()).isEqualTo("cmmcStatusRecorded");
            assertThat(last(status).field("score").orElseThrow().after()).isEqualTo("108");
        }

        @Test
        void isFinalStraightAwayWhereNothingIsNotMet() {
            CmmcStatus status = record(scopes.withEverythingMet());

            assertThat(status.state()).isEqualTo(StatusState.FINAL);
            assertThat(status.score()).isEqualTo(110);
            assertThat(status.lastDay()).isEqualTo(STATUS_DATE.plusYears(3));
            assertThat(status.pending()).contains(Occasion.FINAL);
        }

        @Nested
        class IsRefused {

            @Test
            void below88() {
                record(scopes.withNotMet(ONE_POINTERS.subList(0, 22)));

                assertNotRecorded(scopes.withNotMet(ONE_POINTERS.subList(0, 23)), "The score is 87", "at least 88");
            }

            @Test
            void withABarredRequirementNotMet() {
                assertNotRecorded(
                        scopes.withNotMet("AC.L2-3.1.20", "CA.L2-3.12.2", "AC.L2-3.1.3"),
                        "may not stand on the POA&M",
                        "AC.L2-3.1.20 (32 CFR 170.21(a)(2)(iii)(A)",
                        "CA.L2-3.12.2 (32 CFR 170.21(a)(2)(ii): worth more than 1 point (3))");
            }

            @Test
            void exceptForEncryptionThatIsNotFipsValidated() {
                record(scopes.withAllMetBut(Map.of("SC.L2-3.13.11", Result.PARTIAL)));

                assertNotRecorded(scopes.withNotMet("SC.L2-3.13.11"), "SC.L2-3.13.11");
                assertNotRecorded(scopes.withAllMetBut(Map.of("IA.L2-3.5.3", Result.PARTIAL)), "IA.L2-3.5.3");
            }

            @Test
            void withoutASystemSecurityPlan() {
                assertNotRecorded(scopes.withNotMet("CA.L2-3.12.4"), "170.21(a)(2)(iii)(C)");
            }

            @Test
            void withARequirementThatWasNotAssessed() {
                String scope = scopes.aScope();
                List<NewResult> allButOne = new ArrayList<>(Requirements.all().stream()
                        .map(each -> AssessedScopes.found(each.id(), Result.MET))
                        .toList());
                allButOne.remove(109);
                assessments.record(scope, allButOne, ISSM);

                assertNotRecorded(scope, "Not assessed by 2026-03-02 (1): SI.L2-3.14.7.");
            }

            @Test
            void withARequirementThatWasAssessedOnlyAfterTheStatusDate() {
                assertThatThrownBy(() -> statuses.record(
                                scopes.withTwoAllowedToWait(),
                                new NewStatus(AssessmentKind.SELF, "Mara", ASSESSED.minusDays(1)),
                                ISSM))
                        .hasMessageContaining("Not assessed by 2026-02-28 (110)");
            }

            @Test
            void withANotMetOneThatHasNoEntryOnTheAssessmentTrack() {
                String scope = scopes.withTwoAllowedToWait();
                PoamItem item = item(scope, "AU.L2-3.3.3");
                register.triage(
                        item.id(),
                        new TriageDecision(Severity.LOW, Track.OPERATIONAL, "remediator", "it", "Not for us"),
                        ISSM);

                assertNotRecorded(scope, "without an item on the assessment track", "AU.L2-3.3.3");
            }

            @Test
            void namingEverythingAtOnce() {
                String scope = scopes.aScope();
                assessments.record(
                        scope,
                        List.of(
                                AssessedScopes.found("AC.L2-3.1.1", Result.NOT_MET),
                                AssessedScopes.found("AC.L2-3.1.2", Result.NOT_MET),
                                AssessedScopes.found("AC.L2-3.1.12", Result.NOT_MET),
                                AssessedScopes.found("AC.L2-3.1.13", Result.NOT_MET),
                                AssessedScopes.found("AC.L2-3.1.16", Result.NOT_MET)),
                        ISSM);

                assertNotRecorded(scope, "Not assessed", "(105)", "The score is 85", "AC.L2-3.1.16 (32 CFR");
            }

            @Test
            void fromAnybodyButTheIssm() {
                String scope = scopes.withTwoAllowedToWait();

                for (Actor other : List.of(IT, LEADER, ADMIN)) {
                    assertThatThrownBy(() -> statuses.record(scope, aSelfAssessment(), other))
                            .isInstanceOf(Refused.class)
                            .hasMessageContaining("Only ISSM");
                }
            }

            @Test
            void whileAnotherIsCurrent() {
                String scope = scopes.withTwoAllowedToWait();
                record(scope);

                assertNotRecorded(scope, "Conditional Level 2 (Self) of 2026-03-02 is current");
            }

            @Test
            void forADateThatCannotBe() {
                String scope = scopes.withTwoAllowedToWait();
                clock.set("2026-08-30T09:00:00Z");

                assertNotRecorded(scope, "was current until 2026-08-29 only");
                assertThatThrownBy(() -> statuses.record(
                                scope, new NewStatus(AssessmentKind.SELF, "Mara", LocalDate.parse("2026-09-01")), ISSM))
                        .hasMessageContaining("future");
            }

            private void assertNotRecorded(String scope, String... saying) {
                assertThatThrownBy(() -> record(scope))
                        .isInstanceOf(Refused.class)
                        .hasMessageContainingAll(saying);
            }
        }

        @Nested
        class TheEntriesOfAConditionalStatus {

            @Test
            void stayOnTheAssessmentTrackWhileNotMet() {
                String scope = scopes.withTwoAllowedToWait();
                record(scope);

                assertThatThrownBy(() -> triaged(scope, Track.OPERATIONAL))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("the entry for AC.L2-3.1.3, which is not met")
                        .hasMessageContaining("the CMMC status of 2026-03-02 is Conditional");
                triaged(scope, Track.ASSESSMENT);
            }

            @Test
            void areFreeOnceTheRequirementIsMet() {
                String scope = scopes.withTwoAllowedToWait();
                record(scope);
                clock.set("2026-03-03T09:00:00Z");
                assessments.record(
                        scope,
                        List.of(new NewResult(Requirements.get("AC.L2-3.1.3"), Result.MET, null, STATUS_DATE)),
                        ISSM);

                triaged(scope, Track.OPERATIONAL);
            }

            @Test
            void areFreeOnceTheStatusEnded() {
                String scope = scopes.withTwoAllowedToWait();
                statuses.withdraw(record(scope).id(), "Recorded by mistake", LEADER);

                triaged(scope, Track.OPERATIONAL);
            }

            private void triaged(String scope, Track track) {
                register.triage(
                        item(scope, "AC.L2-3.1.3").id(),
                        new TriageDecision(Severity.LOW, track, "remediator", "it", null),
                        ISSM);
            }
        }

        @Nested
        class TheDeadlinesOfItsItems {

            @Test
            void arePulledToDay180() {
                String scope = scopes.withTwoAllowedToWait();
                clock.set("2026-06-01T09:00:00Z");
                String late = scopes.withTwoAllowedToWait();
                assessments.record(
                        late,
                        List.of(new NewResult(
                                Requirements.get("AC.L2-3.1.9"),
                                Result.NOT_MET,
                                "Found in May.",
                                LocalDate.parse("2026-05-31"))),
                        ISSM);
                assertThat(item(late, "AC.L2-3.1.9").deadline()).isEqualTo(LocalDate.parse("2026-11-27"));

                record(late);

                assertThat(item(late, "AC.L2-3.1.9").deadline()).isEqualTo(DAY_180);
                assertThat(item(late, "AC.L2-3.1.9").deadlineSource().orElseThrow())
                        .contains("Day 180 of the Conditional CMMC status of 2026-03-02");
                assertThat(item(scope, "AC.L2-3.1.3").deadline())
                        .as("earlier already")
                        .isEqualTo(DAY_180.minusDays(1));
            }

            @Test
            void areAbsoluteWhileItIsConditional() {
                String scope = scopes.withTwoAllowedToWait();
                isPlannedFreely(scope);
                CmmcStatus status = record(scope);

                assertThatThrownBy(() -> isPlannedFreely(scope))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("2026-08-29, which nobody may plan past");
                closeOut(status, STATUS_DATE, "AC.L2-3.1.3", "AU.L2-3.3.3");

                isPlannedFreely(scope);
            }

            @Test
            void areFreeAgainOnceItExpired() {
                String scope = scopes.withTwoAllowedToWait();
                CmmcStatus status = record(scope);
                clock.set("2026-08-30T09:00:00Z");

                statuses.expire(status.id());

                isPlannedFreely(scope);
                assertThat(item(scope, "AC.L2-3.1.3").status().isOpen()).isTrue();
            }

            private void isPlannedFreely(String scope) {
                register.mustBeWithinLimit(item(scope, "AC.L2-3.1.3").id(), DAY_180.plusDays(1));
            }
        }

        @Nested
        class TheCloseout {

            private CmmcStatus status;

            @BeforeEach
            void aConditionalStatus() {
                status = record(scopes.withTwoAllowedToWait());
                clock.set("2026-05-04T09:00:00Z");
            }

            @Test
            void makesItFinalWithTheSameDate() {
                assertThat(closeOut(status, on("2026-05-04"), "AC.L2-3.1.3", "AU.L2-3.3.3"))
                        .isTrue();

                CmmcStatus now = statuses.get(status.id());
                assertThat(now.state()).isEqualTo(StatusState.FINAL);
                assertThat(now.label()).isEqualTo("Final Level 2 (Self)");
                assertThat(now.statusDate()).isEqualTo(STATUS_DATE);
                assertThat(now.lastDay()).isEqualTo(STATUS_DATE.plusYears(3));
                assertThat(now.closedOutOn()).contains(on("2026-05-04"));
                assertThat(now.pending()).contains(Occasion.CLOSEOUT);
                assertThat(assessments.of(status.scope()).scorecard().score()).isEqualTo(110);
                assertThat(last(status).kind()).isEqualTo("cmmcStatusFinal");
                assertThat(events.stream(StatusDatesMoved.class)).contains(new StatusDatesMoved(status.id()));
            }

            @Test
            void leavesItConditionalWithSomethingNotMetAndCanBeDoneAgain() {
                assertThat(closeOut(status, null, "AC.L2-3.1.3")).isFalse();

                CmmcStatus now = statuses.get(status.id());
                assertThat(now.state()).isEqualTo(StatusState.CONDITIONAL);
                assertThat(now.lastDay()).isEqualTo(DAY_180);
                assertThat(now.closeouts().get(0).notMet()).isEqualTo("AU.L2-3.3.3");
                assertThat(assessments.of(status.scope()).scorecard().score()).isEqualTo(109);

                assertThat(closeOut(status, on("2026-05-04"), "AC.L2-3.1.3", "AU.L2-3.3.3"))
                        .isTrue();
            }

            @Test
            void countsOnDay180AndNotOnTheDayAfter() {
                clock.set("2026-08-30T09:00:00Z");

                assertCloseoutRefused(DAY_180.plusDays(1), "after day 180, 2026-08-29");
                assertThat(closeOut(status, DAY_180, "AC.L2-3.1.3", "AU.L2-3.3.3"))
                        .isTrue();
            }

            @Test
            void needsTheDayOfPostingToBeFinal() {
                assertCloseoutRefused(null, "results were posted");
                assertCloseoutRefused(on("2026-05-05"), "between the assessment");
            }

            @Test
            void isPerformedByTheKindOfAssessorThatTheStatusCameFrom() {
                NewCloseout byAC3pao = new NewCloseout(
                        AssessmentKind.C3PAO,
                        "A C3PAO",
                        on("2026-05-04"),
                        on("2026-05-04"),
                        requirements("AC.L2-3.1.3", "AU.L2-3.3.3"),
                        null);

                assertThatThrownBy(() -> closeouts.record(status.id(), byAC3pao, ISSM))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("32 CFR 170.21(b)(1)");
            }

            @Test
            void assessesTheEntriesOnly() {
                assertThatThrownBy(() -> closeOut(status, on("2026-05-04"), "AC.L2-3.1.1"))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("AC.L2-3.1.1 is not on the POA&M");
            }

            @Test
            void isRecordedByTheIssmOnly() {
                assertThatThrownBy(() -> closeouts.record(status.id(), allMet(on("2026-05-04")), LEADER))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("Only ISSM");
            }

            @Test
            void isRecordedOnce() {
                closeOut(status, on("2026-05-04"), "AC.L2-3.1.3", "AU.L2-3.3.3");

                assertCloseoutRefused(on("2026-05-04"), "Final since 2026-05-04");
            }

            private void assertCloseoutRefused(LocalDate postedOn, String saying) {
                assertThatThrownBy(() -> closeOut(status, postedOn, "AC.L2-3.1.3", "AU.L2-3.3.3"))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining(saying);
            }
        }

        @Nested
        class TheEnd {

            @Test
            void comesTheDayAfterDay180() {
                CmmcStatus status = record(scopes.withTwoAllowedToWait());
                clock.set("2026-08-29T21:00:00Z");
                assertThatThrownBy(() -> statuses.expire(status.id())).isInstanceOf(IllegalStateException.class);
                clock.set("2026-08-30T09:00:00Z");

                CmmcStatus now = statuses.expire(status.id());

                assertThat(now.state()).isEqualTo(StatusState.EXPIRED);
                assertThat(now.label()).isEqualTo("Conditional Level 2 (Self)");
                assertThat(now.endedWhy()).contains("Not closed out by day 180, 2026-08-29");
                assertThat(last(status).kind()).isEqualTo("cmmcStatusExpired");
                assertThat(statuses.active(status.scope())).isEmpty();
                assertThatThrownBy(() -> statuses.expire(status.id())).isInstanceOf(IllegalStateException.class);
            }

            @Test
            void comesAfterThreeYearsForAFinalOne() {
                CmmcStatus status = record(scopes.withEverythingMet());
                clock.set("2029-03-03T09:00:00Z");

                assertThat(statuses.expire(status.id()).endedWhy()).contains("new assessment is due");
            }

            @Test
            void isADecisionOfLeadershipForWhatWasRecordedByMistake() {
                CmmcStatus status = record(scopes.withTwoAllowedToWait());

                assertThatThrownBy(() -> statuses.withdraw(status.id(), "Wrong date", ISSM))
                        .hasMessageContaining("Only Leadership");
                assertThatThrownBy(() -> statuses.withdraw(status.id(), " ", LEADER))
                        .hasMessageContaining("Say why");
                statuses.withdraw(status.id(), "Wrong date", LEADER);

                assertThat(statuses.get(status.id()).state()).isEqualTo(StatusState.WITHDRAWN);
                assertThat(events.stream(StatusWithdrawn.class)).contains(new StatusWithdrawn(status.id()));
                record(status.scope());
            }

            @RepeatedTest(5)
            void andACloseoutAtOnceLeaveOneOfThem() throws Exception {
                CmmcStatus status = record(scopes.withTwoAllowedToWait());
                clock.set("2026-08-30T05:00:00Z");

                boolean[] won = atOnce(
                        () -> statuses.expire(status.id()),
                        () -> closeOut(status, DAY_180, "AC.L2-3.1.3", "AU.L2-3.3.3"));

                assertThat(won[0]).isNotEqualTo(won[1]);
                assertThat(statuses.get(status.id()).state())
                        .isEqualTo(won[0] ? StatusState.EXPIRED : StatusState.FINAL);
                assertThat(assessments.of(status.scope()).scorecard().score()).isEqualTo(won[0] ? 108 : 110);
            }

            @RepeatedTest(3)
            void twoRecordedAtOnceLeaveOneOfThem() throws Exception {
                String scope = scopes.withTwoAllowedToWait();

                boolean[] won = atOnce(() -> record(scope), () -> record(scope));

                assertThat(won[0]).isNotEqualTo(won[1]);
                assertThat(statuses.of(scope)).hasSize(1);
            }

            private static boolean[] atOnce(Callable<?> one, Callable<?> other) throws Exception {
                CyclicBarrier start = new CyclicBarrier(2);
                ExecutorService threads = Executors.newFixedThreadPool(2);
                Future<?> first = threads.submit(() -> {
                    start.await();
                    return one.call();
                });
                Future<?> second = threads.submit(() -> {
                    start.await();
                    return other.call();
                });
                boolean[] won = {succeeded(first), succeeded(second)};
                threads.shutdownNow();
                return won;
            }

            private static boolean succeeded(Future<?> work) throws Exception {
                try {
                    work.get(30, TimeUnit.SECONDS);
                    return true;
                } catch (ExecutionException lost) {
                    return false;
                }
            }
        }

        @Nested
        class TheAffirmation {

            @Test
            void statesTheStatusAndKeepsWhoAffirmed() {
                CmmcStatus status = record(scopes.withTwoAllowedToWait());

                assertThat(affirmations.affirm(status.id(), anAffirmation(STATUS_DATE), LEADER))
                        .isFalse();

                assertThat(statuses.get(status.id())
                                .affirmation(Occasion.CONDITIONAL)
                                .orElseThrow())
                        .satisfies(made -> {
                            assertThat(made.statement())
                                    .contains(
                                            "has implemented and will maintain",
                                            "Conditional Level 2 (Self) of 2026-03-02");
                            assertThat(made.affirmedBy()).isEqualTo("leader");
                            assertThat(made.title()).isEqualTo("President");
                        });
                assertThat(last(status).kind()).isEqualTo("cmmcStatusAffirmed");
            }

            @Test
            void isLeadershipsAloneAndNotTheAdministrators() {
                CmmcStatus status = record(scopes.withTwoAllowedToWait());

                for (Actor other : List.of(ADMIN, ISSM, IT)) {
                    assertThatThrownBy(() -> affirmations.affirm(status.id(), anAffirmation(STATUS_DATE), other))
                            .isInstanceOf(Refused.class)
                            .hasMessageContaining("Only Leadership");
                }
            }

            @Test
            void fallsAfterTheCloseoutAndOnBothAnniversaries() {
                CmmcStatus status = record(scopes.withTwoAllowedToWait());
                assertThat(window(status)).isEqualTo(new Window(STATUS_DATE, STATUS_DATE.plusDays(7)));
                clock.set("2026-05-04T09:00:00Z");
                closeOut(status, on("2026-05-04"), "AC.L2-3.1.3", "AU.L2-3.3.3");
                assertThat(window(status)).isEqualTo(new Window(on("2026-05-04"), on("2026-05-11")));

                assertThat(affirmations.affirm(status.id(), anAffirmation(on("2026-05-04")), LEADER))
                        .isTrue();
                assertThat(window(status)).isEqualTo(new Window(on("2027-01-31"), on("2027-03-02")));
                clock.set("2027-02-10T09:00:00Z");
                affirmations.affirm(status.id(), anAffirmation(on("2027-02-10")), LEADER);
                assertThat(window(status)).isEqualTo(new Window(on("2028-02-01"), on("2028-03-02")));
                clock.set("2028-02-10T09:00:00Z");

                assertThat(affirmations.affirm(status.id(), anAffirmation(on("2028-02-10")), LEADER))
                        .isFalse();
                assertThat(statuses.get(status.id()).pending()).isEmpty();
                assertThatThrownBy(() -> affirmations.affirm(status.id(), anAffirmation(on("2028-02-10")), LEADER))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("nothing to affirm");
            }

            @Test
            void isDatedBetweenTheStatusDateAndToday() {
                CmmcStatus status = record(scopes.withTwoAllowedToWait());

                for (LocalDate wrong : List.of(STATUS_DATE.minusDays(1), STATUS_DATE.plusDays(1))) {
                    assertThatThrownBy(() -> affirmations.affirm(status.id(), anAffirmation(wrong), LEADER))
                            .hasMessageContaining("between the status date");
                }
            }

            @Test
            void needsTheStatementConfirmed() {
                assertThatThrownBy(() -> NewAffirmation.made(false, "President", "555-0100", STATUS_DATE, null))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("Confirm the statement");
            }

            private Window window(CmmcStatus status) {
                return affirmations.window(statuses.get(status.id())).orElseThrow();
            }

            private static NewAffirmation anAffirmation(LocalDate on) {
                return NewAffirmation.made(true, "President", "leader@halyard.example", on, null);
            }
        }

        private CmmcStatus record(String scope) {
            return statuses.record(scope, aSelfAssessment(), ISSM);
        }

        private static NewStatus aSelfAssessment() {
            return new NewStatus(AssessmentKind.SELF, "Mara Lindqvist", STATUS_DATE);
        }

        private boolean closeOut(CmmcStatus status, LocalDate postedOn, String... met) {
            LocalDate assessedOn = postedOn == null ? calendar.today() : least(postedOn, calendar.today());
            return closeouts.record(
                    status.id(),
                    new NewCloseout(
                            AssessmentKind.SELF,
                            "Mara Lindqvist",
                            assessedOn,
                            postedOn,
                            requirements(met),
                            "The audit log is reviewed by hand only."),
                    ISSM);
        }

        private static LocalDate least(LocalDate one, LocalDate other) {
            return one.isBefore(other) ? one : other;
        }

        private static NewCloseout allMet(LocalDate postedOn) {
            return new NewCloseout(
                    AssessmentKind.SELF,
                    "Mara Lindqvist",
                    postedOn,
                    postedOn,
                    requirements("AC.L2-3.1.3", "AU.L2-3.3.3"),
                    null);
        }

        private static Set<Requirement> requirements(String... ids) {
            return Set.copyOf(Arrays.stream(ids).map(Requirements::get).toList());
        }

        private PoamItem item(String scope, String requirement) {
            return assessments.of(scope).item(Requirements.get(requirement)).orElseThrow();
        }

        private LedgerEvent last(CmmcStatus status) {
            List<LedgerEvent> events = ledger.of("cmmc:" + status.id());
            return events.get(events.size() - 1);
        }

        private static LocalDate on(String day) {
            return LocalDate.parse(day);
        }
    }
}
