package io.closeout.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.assessment.Requirement.OnPoam;
import io.closeout.shared.NotFound;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RequirementsTest {

    @Test
    void areThose110OfNistInItsOrder() {
        assertThat(Requirements.all()).hasSize(110).isSorted();
        assertThat(Requirements.all().stream()
                        .collect(Collectors.groupingBy(Requirement::family, Collectors.counting())))
                .containsOnlyKeys(Family.values())
                .containsEntry(Family.AC, 22L)
                .containsEntry(Family.SC, 16L);
        assertThat(Arrays.stream(Family.values()).flatMap(each -> Requirements.of(each).stream()))
                .containsExactlyElementsOf(Requirements.all());
    }

    @Test
    void areWorth313PointsTogether() {
        assertThat(Requirements.all().stream()
                        .collect(Collectors.groupingBy(Requirement::points, Collectors.counting())))
                .containsEntry(5, 44L)
                .containsEntry(3, 14L)
                .containsEntry(1, 51L)
                .containsEntry(0, 1L)
                .hasSize(4);
        assertThat(Requirements.all().stream().mapToInt(Requirement::points).sum())
                .isEqualTo(313);
    }

    @Test
    void areAllowedOnAConditionalPoamOnlyWhereTheRuleSaysSo() {
        assertThat(Requirements.all().stream().collect(Collectors.groupingBy(Requirement::poam, Collectors.counting())))
                .containsEntry(OnPoam.YES, 46L)
                .containsEntry(OnPoam.NO, 63L)
                .containsEntry(OnPoam.PARTLY_MET, 1L);
        assertThat(Requirements.all())
                .allSatisfy(each -> assertThat(each.standing(Result.NOT_MET).allowed())
                        .as(each.id())
                        .isEqualTo(each.points() == 1 && !NAMED.contains(each.id())));
    }

    private static final List<String> NAMED =
            List.of("AC.L2-3.1.20", "AC.L2-3.1.22", "CA.L2-3.12.4", "PE.L2-3.10.3", "PE.L2-3.10.4", "PE.L2-3.10.5");

    @Test
    void citeTheRule() {
        assertThat(Requirements.get("PE.L2-3.10.4").standing(Result.NOT_MET).rule())
                .startsWith("32 CFR 170.21(a)(2)(iii)(E)");
        assertThat(Requirements.get("CA.L2-3.12.2").standing(Result.NOT_MET).rule())
                .isEqualTo("32 CFR 170.21(a)(2)(ii): worth more than 1 point (3)");
        assertThat(Requirements.get("AC.L2-3.1.3").standing(Result.NOT_MET).rule())
                .isEqualTo("32 CFR 170.21(a)(2)(ii): worth 1 point");
    }

    @Test
    void arePartlyMetInTwoCasesAndOnlyOneOfThemMayWait() {
        assertThat(Requirements.all())
                .filteredOn(Requirement::canBePartlyMet)
                .extracting(Requirement::id)
                .containsExactly("IA.L2-3.5.3", "SC.L2-3.13.11");
        assertThat(Requirements.get("IA.L2-3.5.3").standing(Result.PARTIAL).allowed())
                .isFalse();
        assertThat(Requirements.get("SC.L2-3.13.11").standing(Result.PARTIAL).allowed())
                .isTrue();
        assertThat(Requirements.get("SC.L2-3.13.11").standing(Result.NOT_MET).allowed())
                .isFalse();
    }

    @Test
    void knowNoOthers() {
        assertThatThrownBy(() -> Requirements.get("AC.L2-3.1.23"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("AC.L2-3.1.23");
    }
}
