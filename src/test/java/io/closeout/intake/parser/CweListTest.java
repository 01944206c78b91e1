package io.closeout.intake.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CweListTest {

    @ParameterizedTest
    @CsvSource({
        "79, CWE:79",
        "079.0, CWE:79",
        "'CWE-79, CWE-89', CWE:79 CWE:89",
        "89 CWE-79 22 89, CWE:89 CWE:79 CWE:22",
        "CWE-79: Cross-site Scripting (Top 25), CWE:79",
        "79 - Cross-site Scripting, CWE:79",
        "0, ''",
        "-1, ''",
        "none, ''",
        "'', ''"
    })
    void aFieldForNumbersMayHoldSeveralOrWordsAround(String text, String numbers) {
        assertThat(String.join(" ", CweList.ofNumbers(text))).isEqualTo(numbers);
    }
}
