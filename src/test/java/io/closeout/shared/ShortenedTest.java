package io.closeout.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortenedTest {

    @ParameterizedTest
    @CsvSource({"port, port", "ports, ports", "portal, port…"})
    void keepsWhatFitsAndSaysWhereItCut(String text, String kept) {
        assertThat(Shortened.to(5, text)).isEqualTo(kept);
    }
}
