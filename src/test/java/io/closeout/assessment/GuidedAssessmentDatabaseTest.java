package io.closeout.assessment;

import static io.closeout.assessment.Determination.MET;
import static io.closeout.assessment.Determination.NOT_APPLICABLE;
import static io.closeout.assessment.Determination.NOT_MET;
import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.IT;
import static io.closeout.register.Situations.LEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.evidence.Evidence;
import io.closeout.evidence.EvidenceKind;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.evidence.NewEvidence;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.policy.AbsenceRule;
import io.closeout.policy.Track;
import io.closeout.register.AbsenceProved;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.Situations;
import io.closeout.shared.Refused;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import io.closeout.testing.SetClock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** AU.L2-3.3.6 has two objectives and costs 1 point, AC.L2-3.1.2 has two and costs 5. */
class GuidedAssessmentDatabaseTest {

    @Nested
    @AssessmentTest
    class OnH2 extends Rules {}

    @Nested
    @AssessmentTest
    class OnPostgres extends Rules {

        private static final Database DATABASE = Databases.postgres();

        @DynamicPropertySource
        static void isMigratedAlready(DynamicPropertyRegistry properties) {
            properties.add("spring.datasource.url", DATABASE::url);
            properties.add("spring.datasource.username", DATABASE::user);
            properties.add("spring.flyway.enabled", () -> false);
        }
    }

    @RecordApplicationEvents
    abstract static class Rules {

        private static final Requirement REPORTS = Requirements.get("AU.L2-3.3.6");
        private static final Requirement FUNCTIONS = Requirements.get("AC.L2-3.1.2");
        private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

        @Autowired
        GuidedAssessment guide;

        @Autowired
        Assessments assessments;

        @Autowired
        AssessedScopes scopes;

        @Autowired
        Register register;

        @Autowired
        Situations situations;

        @Autowired
        EvidenceLocker evidence;

        @Autowired
        Ledger ledger;

        @Autowired
        SetClock clock;

        @Autowired
        ApplicationEvents events;

        @BeforeEach
        void theDayAfterTheAssessment() {
            clock.set("2026-03-02T09:00:00Z");
        }

        @Test
        void keepsAnswersAsTheyCome() {
            String scope = scopes.aScope();

            save(scope, FUNCTIONS, 0, met(FUNCTIONS, "a"));
            Checklist saved = save(scope, FUNCTIONS, 1, met(FUNCTIONS, "b"));

            assertThat(saved.answers()).hasSize(2);
            assertThat(saved.version()).isEqualTo(2);
            assertThat(guide.of(scope, FUNCTIONS)).isEqualTo(saved);
            assertThat(guide.all(scope)).hasSize(110).contains(saved);
        }

        @Test
        void recordsNoResultWhileSomethingIsOpen() {
            String scope = scopes.aScope();

            save(scope, FUNCTIONS, 0, met(FUNCTIONS, "a"));

            assertThat(assessments.of(scope).results()).isEmpty();
        }

        @Test
        void recordsWhatFollowsSoThatTheScoreSeesIt() {
            String scope = scopes.aScope();

            save(scope, FUNCTIONS, 0, met(FUNCTIONS, "a"), notMet(FUNCTIONS, "b"));
            assertThat(assessments.of(scope).scorecard().score()).isEqualTo(105);
            assertThat(assessments.of(scope).result(FUNCTIONS).orElseThrow().assessedOn())
                    .isEqualTo(TODAY);

            save(scope, FUNCTIONS, 1, met(FUNCTIONS, "b"));
            assertThat(assessments.of(scope).scorecard().score()).isEqualTo(110);
        }

        @Test
        void whatDoesNotApplyAtAllIsNotApplicableForTheReasonsGiven() {
            String scope = scopes.aScope();

            save(
                    scope,
                    REPORTS,
                    0,
                    new NewAnswer(Objectives.get(REPORTS, "a"), NOT_APPLICABLE, "No audit records at all."),
                    new NewAnswer(Objectives.get(REPORTS, "b"), NOT_APPLICABLE, "As above."));

            AssessedResult result = assessments.of(scope).result(REPORTS).orElseThrow();
            assertThat(result.result()).isEqualTo(Result.NOT_APPLICABLE);
            assertThat(result.note()).contains("No audit records at all.", "As above.");
        }

        @Test
        void oneNotMetOpensAnItemThatSaysWhichWhatItCostsAndWhetherItMayWait() {
            String scope = scopes.aScope();

            save(scope, FUNCTIONS, 0, met(FUNCTIONS, "a"), notMet(FUNCTIONS, "b"));

            PoamItem item = openItem(scope, FUNCTIONS);
            assertThat(item.track()).isEqualTo(Track.ASSESSMENT);
            assertThat(item.detectedOn()).isEqualTo(TODAY);
            assertThat(item.description().orElseThrow())
                    .contains("3.1.2[b] system access is limited to the defined types of transactions and functions for"
                            + " authorized users: Two accounts can do everything.\n\nIt costs 5 points of the score and"
                            + " may not stand on the POA&M of a Conditional CMMC status (32 CFR 170.21(a)(2)(ii): worth"
                            + " more than 1 point (5)).");
        }

        @Test
        void whatMayWaitSaysSo() {
            String scope = scopes.aScope();

            save(scope, REPORTS, 0, notMet(REPORTS, "a"));

            assertThat(openItem(scope, REPORTS).description().orElseThrow())
                    .contains(
                            "It costs 1 point of the score and may stand", "(32 CFR 170.21(a)(2)(ii): worth 1 point)");
        }

        @Test
        void oneOpenItemIsEnough() {
            String scope = scopes.aScope();
            save(scope, FUNCTIONS, 0, notMet(FUNCTIONS, "b"));
            PoamItem first = openItem(scope, FUNCTIONS);

            save(scope, FUNCTIONS, 1, notMet(FUNCTIONS, "a"));

            assertThat(openItem(scope, FUNCTIONS).id()).isEqualTo(first.id());
        }

        @Nested
        class WhatBecomesMet {

            String scope;

            @BeforeEach
            void hasAnOpenItem() {
                scope = scopes.aScope();
                save(scope, FUNCTIONS, 0, met(FUNCTIONS, "a"), notMet(FUNCTIONS, "b"));
            }

            @Test
            void offersItsItemToTheIssmWithTheEvidenceThatWasLookedAt() {
                addEvidence("https://wiki.example.com/roles", TODAY);

                save(scope, FUNCTIONS, 1, met(FUNCTIONS, "b"));

                PoamItem item = openItem(scope, FUNCTIONS);
                assertThat(proofs()).containsExactly(new AbsenceProved(item.id(), AbsenceRule.Outcome.ASK_ISSM));
                assertThat(evidence.of(item.id().subject()))
                        .extracting(Evidence::link)
                        .containsExactly("https://wiki.example.com/roles");
                assertThat(ledger.of(item.id().subject()))
                        .extracting(LedgerEvent::kind)
                        .contains("metByAssessment");
            }

            @Test
            void offersNothingWithoutEvidence() {
                save(scope, FUNCTIONS, 1, met(FUNCTIONS, "b"));

                assertThat(openItem(scope, FUNCTIONS).status().isOpen()).isTrue();
                assertThat(proofs()).isEmpty();
            }

            @Test
            void offersItOnceEvidenceComesLater() {
                save(scope, FUNCTIONS, 1, met(FUNCTIONS, "b"));
                addEvidence("https://wiki.example.com/roles", TODAY);

                save(scope, FUNCTIONS, 2);
                save(scope, FUNCTIONS, 2);

                assertThat(proofs()).hasSize(1);
                assertThat(assessments.of(scope).results()).hasSize(1);
            }

            @Test
            void doesNotTakeForProofWhatShowsTheDaysBefore() {
                addEvidence("https://wiki.example.com/roles-of-last-year", TODAY.minusDays(1));

                save(scope, FUNCTIONS, 1, met(FUNCTIONS, "b"));

                assertThat(proofs()).isEmpty();
            }

            @Test
            void leavesAReportedFixToItsVerifierWhoReadsOfIt() {
                PoamId item = openItem(scope, FUNCTIONS).id();
                situations.reportedFixed(situations.signedOff(situations.planned(item, TODAY.plusDays(10))));

                save(scope, FUNCTIONS, 1, met(FUNCTIONS, "b"));

                assertThat(proofs()).isEmpty();
                assertThat(register.get(item).status()).isEqualTo(ItemStatus.AWAITING_VERIFICATION);
                assertThat(ledger.of(item.subject()))
                        .extracting(LedgerEvent::kind)
                        .contains("metByAssessment");
            }

            @Test
            void opensAnotherItemThatNamesTheFirstIfItIsNotMetAgain() {
                PoamItem first = openItem(scope, FUNCTIONS);
                save(scope, FUNCTIONS, 1, met(FUNCTIONS, "b"));
                register.close(first.id(), Actor.system("process"));

                save(scope, FUNCTIONS, 2, notMet(FUNCTIONS, "b"));

                assertThat(openItem(scope, FUNCTIONS).reopens()).contains(first.id());
            }

            private void addEvidence(String link, LocalDate speaksOf) {
                evidence.add(
                        NewEvidence.link(
                                GuidedAssessment.subject(scope, FUNCTIONS),
                                EvidenceKind.LINK,
                                link,
                                speaksOf,
                                "The roles"),
                        ISSM);
            }

            private List<AbsenceProved> proofs() {
                return events.stream(AbsenceProved.class).toList();
            }
        }

        @Test
        void eachChangedAnswerStandsInTheLedger() {
            String scope = scopes.aScope();
            save(scope, FUNCTIONS, 0, met(FUNCTIONS, "a"), notMet(FUNCTIONS, "b"));

            save(scope, FUNCTIONS, 1, met(FUNCTIONS, "a"), met(FUNCTIONS, "b"));

            List<LedgerEvent> answered = ledger.of("assessment:" + scope).stream()
                    .filter(each -> each.kind().equals("objectivesAnswered"))
                    .toList();
            assertThat(answered).hasSize(2).last().satisfies(event -> {
                assertThat(event.actor()).isEqualTo("issm");
                assertThat(event.field("requirement").orElseThrow().after()).isEqualTo("AC.L2-3.1.2");
                assertThat(event.field("3.1.2[a]")).isEmpty();
                assertThat(event.field("3.1.2[b]").orElseThrow().before())
                        .isEqualTo("NOT_MET: Two accounts can do everything.");
                assertThat(event.field("3.1.2[b]").orElseThrow().after()).isEqualTo("MET");
            });
        }

        @Test
        void whoWasTooLateIsToldByWhomAndNothingIsSaved() {
            String scope = scopes.aScope();
            save(scope, FUNCTIONS, 0, met(FUNCTIONS, "a"));

            assertThatThrownBy(() -> save(scope, FUNCTIONS, 0, notMet(FUNCTIONS, "a")))
                    .isInstanceOf(AnsweredMeanwhile.class)
                    .hasMessageContaining("saved AC.L2-3.1.2 after you opened it. Nothing of yours was saved");
            assertThat(guide.of(scope, FUNCTIONS).outcome()).isEmpty();
            assertThat(assessments.of(scope).items()).isEmpty();
        }

        @Test
        void ofTwoAtOnceOneIsTooLate() throws Exception {
            save(scopes.aScope(), FUNCTIONS, 0, notMet(FUNCTIONS, "a")); // reads the tables, which takes its time
            String scope = scopes.aScope();
            CyclicBarrier start = new CyclicBarrier(2);
            Callable<Boolean> saving = () -> {
                start.await();
                try {
                    save(scope, FUNCTIONS, 0, notMet(FUNCTIONS, "b"));
                    return true;
                } catch (AnsweredMeanwhile late) {
                    return false;
                }
            };
            ExecutorService threads = Executors.newFixedThreadPool(2);
            int saved = 0;
            for (var each : threads.invokeAll(List.of(saving, saving), 30, TimeUnit.SECONDS)) {
                saved += each.get() ? 1 : 0;
            }
            threads.shutdown();

            assertThat(saved).isEqualTo(1);
            assertThat(guide.of(scope, FUNCTIONS).version()).isEqualTo(1);
        }

        @Test
        void onlyTheIssmAnswers() {
            String scope = scopes.aScope();

            for (Actor other : List.of(IT, LEADER)) {
                assertThatThrownBy(() -> guide.save(
                                scope, new NewAnswers(FUNCTIONS, 0, false, List.of(met(FUNCTIONS, "a"))), other))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("Only ISSM may assess requirements");
            }
        }

        private Checklist save(String scope, Requirement requirement, int version, NewAnswer... answers) {
            return guide.save(scope, new NewAnswers(requirement, version, false, Arrays.asList(answers)), ISSM);
        }

        private static NewAnswer met(Requirement requirement, String letter) {
            return new NewAnswer(Objectives.get(requirement, letter), MET, null);
        }

        private static NewAnswer notMet(Requirement requirement, String letter) {
            return new NewAnswer(Objectives.get(requirement, letter), NOT_MET, "Two accounts can do everything.");
        }

        private PoamItem openItem(String scope, Requirement requirement) {
            return assessments.of(scope).openItem(requirement).orElseThrow();
        }
    }
}
