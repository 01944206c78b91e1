package io.closeout.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    @Test
    void is110WhereEverythingIsMet() {
        assertThat(allBut(Map.of()).score()).isEqualTo(110);
    }

    @Test
    void isMinus203WhereNothingIsMet() {
        Map<Requirement, Result> results = new HashMap<>();
        Requirements.all().forEach(each -> results.put(each, Result.NOT_MET));

        Scorecard scorecard = new Scorecard(results);

        assertThat(scorecard.score()).isEqualTo(-203);
        assertThat(scorecard.isWithoutSystemSecurityPlan()).isTrue();
        assertThat(scorecard.barred()).hasSize(64);
    }

    @Test
    void losesNothingForWhatIsNotApplicable() {
        assertThat(allBut(Map.of("AC.L2-3.1.16", Result.NOT_APPLICABLE)).score())
                .isEqualTo(110);
    }

    @Test
    void loses5Or3PointsForThoseThatCanBePartlyMet() {
        assertThat(allBut(Map.of("IA.L2-3.5.3", Result.NOT_MET)).score()).isEqualTo(105);
        assertThat(allBut(Map.of("IA.L2-3.5.3", Result.PARTIAL)).score()).isEqualTo(107);
        assertThat(allBut(Map.of("SC.L2-3.13.11", Result.PARTIAL)).score()).isEqualTo(107);
    }

    @Test
    void reaches88WithTwentyTwoOnePointersAndFallsBelowWithOneMore() {
        List<Requirement> onePointers = Requirements.all().stream()
                .filter(each -> each.standing(Result.NOT_MET).allowed())
                .toList();

        assertThat(withNotMet(onePointers.subList(0, 22)).score()).isEqualTo(Scorecard.LEAST_FOR_CONDITIONAL);
        assertThat(withNotMet(onePointers.subList(0, 23)).score()).isEqualTo(87);
        assertThat(withNotMet(onePointers.subList(0, 22)).barred()).isEmpty();
    }

    @Test
    void namesWhatIsBarredInOrder() {
        Scorecard scorecard = allBut(
                Map.of("SC.L2-3.13.11", Result.NOT_MET, "AC.L2-3.1.20", Result.NOT_MET, "AC.L2-3.1.3", Result.NOT_MET));

        assertThat(scorecard.notMet())
                .extracting(Requirement::id)
                .containsExactly("AC.L2-3.1.3", "AC.L2-3.1.20", "SC.L2-3.13.11");
        assertThat(scorecard.barred()).extracting(Requirement::id).containsExactly("AC.L2-3.1.20", "SC.L2-3.13.11");
    }

    @Test
    void countsWhatWasNotAssessedOnlyAtWorst() {
        Scorecard nothing = new Scorecard(Map.of());

        assertThat(nothing.score()).isEqualTo(110);
        assertThat(nothing.atWorst()).isEqualTo(-203);
        assertThat(nothing.notAssessed()).hasSize(110);
    }

    @Test
    void tellsTheScoreIfSomeWereMet() {
        Scorecard scorecard = allBut(Map.of("AC.L2-3.1.3", Result.NOT_MET, "IA.L2-3.5.3", Result.PARTIAL));

        assertThat(scorecard.score()).isEqualTo(106);
        assertThat(scorecard.scoreWith(List.of(Requirements.get("IA.L2-3.5.3"))))
                .isEqualTo(109);
    }

    private static Scorecard withNotMet(List<Requirement> notMet) {
        Map<String, Result> results = new HashMap<>();
        notMet.forEach(each -> results.put(each.id(), Result.NOT_MET));
        return allBut(results);
    }

    private static Scorecard allBut(Map<String, Result> others) {
        Map<Requirement, Result> results = new HashMap<>();
        Requirements.all().forEach(each -> results.put(each, others.getOrDefault(each.id(), Result.MET)));
        return new Scorecard(results);
    }
}
