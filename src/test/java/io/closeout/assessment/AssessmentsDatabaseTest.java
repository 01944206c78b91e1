package io.closeout.assessment;

import static io.closeout.assessment.AssessedScopes.ASSESSED;
import static io.closeout.assessment.AssessedScopes.NOTE;
import static io.closeout.assessment.AssessedScopes.found;
import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.IT;
import static io.closeout.register.Situations.LEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.ledger.Ledger;
import io.closeout.policy.Track;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import io.closeout.testing.SetClock;
import java.util.List;
import java.util.Map;
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

class AssessmentsDatabaseTest {

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

    abstract static class Rules {

        private static final String LIMITED = "AC.L2-3.1.3";
        private static final Requirement LIMITED_ONE = Requirements.get(LIMITED);

        @Autowired
        Assessments assessments;

        @Autowired
        AssessedScopes scopes;

        @Autowired
        Register register;

        @Autowired
        Ledger ledger;

        @Autowired
        SetClock clock;

        @BeforeEach
        void theDayAfterTheAssessment() {
            clock.set("2026-03-02T09:00:00Z");
        }

        @Test
        void aRequirementNotMetOpensAnItemOfTheAssessmentTrack() {
            String scope = scopes.aScope();

            record(scope, found("IA.L2-3.5.3", Result.NOT_MET));

            PoamItem item = assessments
                    .of(scope)
                    .openItem(Requirements.get("IA.L2-3.5.3"))
                    .orElseThrow();
            assertThat(item.title()).isEqualTo("IA.L2-3.5.3 not met: Multifactor Authentication");
            assertThat(item.description().orElseThrow()).contains(NOTE);
            assertThat(item.track()).isEqualTo(Track.ASSESSMENT);
            assertThat(item.source()).isEqualTo("Self-assessment");
            assertThat(item.sourceId()).contains("IA.L2-3.5.3");
            assertThat(item.scopeId()).isEqualTo(scope);
            assertThat(item.severity()).isEqualTo(Severity.HIGH);
            assertThat(item.detectedOn()).isEqualTo(ASSESSED);
            assertThat(assessments.requirementOf(item.id()))
                    .contains(new Assessments.ScopedRequirement(scope, Requirements.get("IA.L2-3.5.3")));
        }

        @Test
        void whatIsPartlyMetOpensOneAsWellAndWhatIsMetOrNotApplicableOpensNone() {
            String scope = scopes.aScope();

            record(
                    scope,
                    found("SC.L2-3.13.11", Result.PARTIAL),
                    found("AC.L2-3.1.1", Result.MET),
                    found("AC.L2-3.1.16", Result.NOT_APPLICABLE));

            assertThat(assessments.of(scope).items()).containsOnlyKeys(Requirements.get("SC.L2-3.13.11"));
        }

        @Test
        void oneOpenItemIsEnough() {
            String scope = scopes.withNotMet(LIMITED);
            PoamItem first = item(scope);
            clock.set("2026-03-09T09:00:00Z");

            record(scope, new NewResult(LIMITED_ONE, Result.NOT_MET, "Still the same.", ASSESSED.plusDays(8)));

            assertThat(item(scope).id()).isEqualTo(first.id());
        }

        @Test
        void aClosedItemMakesNothingMet() {
            String scope = scopes.withNotMet(LIMITED);
            PoamItem item = item(scope);

            register.close(item.id(), Actor.system("process"));

            Assessment now = assessments.of(scope);
            assertThat(now.result(LIMITED_ONE).orElseThrow().result()).isEqualTo(Result.NOT_MET);
            assertThat(now.scorecard().score()).isEqualTo(109);
            assertThat(now.isToBeAssessedAnew(LIMITED_ONE)).isTrue();
            assertThat(now.openItem(LIMITED_ONE)).isEmpty();
        }

        @Test
        void whatIsFoundNotMetAgainAfterItsItemClosedOpensAnotherThatNamesTheFirst() {
            String scope = scopes.withNotMet(LIMITED);
            PoamItem first = item(scope);
            register.close(first.id(), Actor.system("process"));
            clock.set("2026-03-09T09:00:00Z");

            record(scope, new NewResult(LIMITED_ONE, Result.NOT_MET, "Back again.", ASSESSED.plusDays(8)));

            assertThat(item(scope).id()).isNotEqualTo(first.id());
            assertThat(item(scope).reopens()).contains(first.id());
            assertThat(assessments.of(scope).isToBeAssessedAnew(LIMITED_ONE)).isFalse();
        }

        @Test
        void theLatestDayHolds() {
            String scope = scopes.withNotMet(LIMITED);
            record(scope, new NewResult(LIMITED_ONE, Result.MET, null, ASSESSED.plusDays(1)));
            record(scope, new NewResult(LIMITED_ONE, Result.NOT_MET, "Seen earlier.", ASSESSED.minusDays(5)));

            assertThat(assessments.of(scope).scorecard().score()).isEqualTo(110);
            assertThat(assessments.upTo(scope, ASSESSED).scorecard().score()).isEqualTo(109);
            assertThat(assessments
                            .upTo(scope, ASSESSED.minusDays(1))
                            .scorecard()
                            .notAssessed())
                    .hasSize(109);
        }

        @Test
        void nothingNewIsPassedOver() {
            String scope = scopes.withNotMet(LIMITED);

            assertThat(record(scope, found(LIMITED, Result.NOT_MET), found("AC.L2-3.1.1", Result.MET)))
                    .isZero();
        }

        @Test
        void eachResultStandsInTheLedger() {
            String scope = scopes.withNotMet(LIMITED);
            record(scope, new NewResult(LIMITED_ONE, Result.MET, "Fixed in the meantime.", ASSESSED.plusDays(1)));

            assertThat(ledger.of("assessment:" + scope)).last().satisfies(event -> {
                assertThat(event.kind()).isEqualTo("requirementAssessed");
                assertThat(event.actor()).isEqualTo("issm");
                assertThat(event.field("requirement").orElseThrow().after()).isEqualTo(LIMITED);
                assertThat(event.field("result").orElseThrow().before()).isEqualTo("NOT_MET");
                assertThat(event.field("result").orElseThrow().after()).isEqualTo("MET");
            });
        }

        @Test
        void onlyTheIssmRecords() {
            String scope = scopes.aScope();

            assertRefused(() -> assessments.record(scope, List.of(found(LIMITED, Result.MET)), IT), "Only ISSM");
            assertRefused(() -> assessments.record(scope, List.of(found(LIMITED, Result.MET)), LEADER), "Only ISSM");
            assertThat(assessments.of(scope).results()).isEmpty();
        }

        @Test
        void whatDoesNotFitIsRefused() {
            String scope = scopes.aScope();

            assertRefused(() -> found("AC.L2-3.1.1", Result.PARTIAL), "only IA.L2-3.5.3 and SC.L2-3.13.11");
            assertRefused(
                    () -> new NewResult(LIMITED_ONE, Result.NOT_MET, " ", ASSESSED), "Say in the note why AC.L2-3.1.3");
            assertRefused(
                    () -> record(scope, new NewResult(LIMITED_ONE, Result.MET, null, ASSESSED.plusDays(9))), "future");
        }

        @Test
        void twoAtOnceOpenOneItem() throws Exception {
            scopes.withTwoAllowedToWait(); // reads the tables, which takes longer than one waits for the other on H2
            String scope = scopes.aScope();
            CyclicBarrier start = new CyclicBarrier(2);
            Callable<Integer> recording = () -> {
                start.await();
                return record(scope, found(LIMITED, Result.NOT_MET));
            };
            ExecutorService threads = Executors.newFixedThreadPool(2);
            for (var each : threads.invokeAll(List.of(recording, recording), 30, TimeUnit.SECONDS)) {
                each.get();
            }
            threads.shutdown();

            assertThat(register.all(List.of(item(scope).id().text()))).hasSize(1);
            assertThat(ledger.of("assessment:" + scope)).hasSize(1);
        }

        @Test
        void theScoreIfOpenItemsCloseLeavesOutWhatHasNone() {
            String scope = scopes.withAllMetBut(Map.of(LIMITED, Result.NOT_MET, "AU.L2-3.3.3", Result.NOT_MET));
            register.close(item(scope).id(), Actor.system("process"));

            assertThat(assessments.of(scope).scorecard().score()).isEqualTo(108);
            assertThat(assessments.of(scope).scoreIfOpenItemsClose()).isEqualTo(109);
        }

        private PoamItem item(String scope) {
            return assessments.of(scope).item(LIMITED_ONE).orElseThrow();
        }

        private int record(String scope, NewResult... found) {
            return assessments.record(scope, List.of(found), ISSM);
        }

        private static void assertRefused(Runnable doing, String because) {
            assertThatThrownBy(doing::run).isInstanceOf(Refused.class).hasMessageContaining(because);
        }
    }
}
