package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StagingTest {

    @Test
    void keepsLongPlacesApartThatDifferOnlyAtTheirEnd() {
        String folder = "src/".repeat(80);
        String one = Staging.distinct(folder + "One.java", 255);
        String other = Staging.distinct(folder + "Other.java", 255);
        assertThat(one).hasSizeLessThanOrEqualTo(255).startsWith("src/src/").isNotEqualTo(other);
        assertThat(Staging.distinct("443/tcp", 255)).isEqualTo("443/tcp");
    }
}
