package io.closeout.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.shared.NotFound;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ObjectivesTest {

    @Test
    void areThose320OfNistForAll110Requirements() {
        assertThat(Objectives.all()).hasSize(320).doesNotHaveDuplicates();
        assertThat(Requirements.all())
                .allSatisfy(each -> assertThat(Objectives.of(each)).isNotEmpty());
        assertThat(Objectives.all().stream()
                        .map(Objective::requirement)
                        .distinct()
                        .toList())
                .containsExactlyElementsOf(Requirements.all());
    }

    @Test
    void areLetteredWithoutAGap() {
        assertThat(Requirements.all()).allSatisfy(requirement -> {
            String letters =
                    Objectives.of(requirement).stream().map(Objective::letter).collect(Collectors.joining());
            assertThat("abcdefghijklmnopqrstuvwxyz").startsWith(letters);
        });
    }

    @Test
    void sayWhatIsDetermined() {
        Objective objective = Objectives.get(Requirements.get("AC.L2-3.1.1"), "f");

        assertThat(objective.id()).isEqualTo("3.1.1[f]");
        assertThat(objective.text())
                .isEqualTo("system access is limited to authorized devices (including other systems)");
        assertThat(Objectives.all()).allSatisfy(each -> assertThat(each.text())
                .doesNotEndWith(";")
                .doesNotEndWith(" and")
                .isNotBlank());
    }

    @Test
    void areFoundByLetterAndAsNistWritesThem() {
        Requirement requirement = Requirements.get("AC.L2-3.1.1");

        assertThat(Objectives.get(requirement, "3.1.1[b]")).isEqualTo(Objectives.get(requirement, "b"));
        assertThatThrownBy(() -> Objectives.get(requirement, "g")).isInstanceOf(NotFound.class);
    }
}
