package io.closeout.intake.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedVersionTest {

    @ParameterizedTest
    @CsvSource({
        "202602010600, 202603010600, true",
        "202603010600, 202603010600, false",
        "2.5.99-9,     2.5.100-1,    true",
        "2.5.100-2,    2.5.100-1,    false",
        "2.5,          2.5.1,        true",
        "2.5.1,        2.5,          false",
        "V1R9,         V1R12,        true"
    })
    void isComparedNumberByNumber(String one, String other, boolean older) {
        assertThat(FeedVersion.of(one).isOlderThan(FeedVersion.of(other))).isEqualTo(older);
    }

    @Test
    void isNotOlderThanWhatNobodyKnows() {
        assertThat(FeedVersion.UNKNOWN.isOlderThan(FeedVersion.of("2.5"))).isFalse();
        assertThat(FeedVersion.of("2.5").isOlderThan(FeedVersion.UNKNOWN)).isFalse();
        assertThat(FeedVersion.of("latest").isOlderThan(FeedVersion.of("2.5"))).isFalse();
        assertThat(FeedVersion.of("9".repeat(80))).isEqualTo(FeedVersion.UNKNOWN);
    }
}
