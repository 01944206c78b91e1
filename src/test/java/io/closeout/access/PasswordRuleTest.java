package io.closeout.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"wet paper umbrella", "zwölf Zeichen!", "aB3$aB3$xyzq"})
    void acceptsWhatIsLongEnoughWhateverItsCharacters(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @Test
    void acceptsSixtyFourCharactersAndMore() {
        assertThatCode(() -> check("abcdefgh ".repeat(12))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "elevenchars", "Tr0ub4dor&3"})
    void refusesShortOnes(String password) {
        assertRefused(password, "12 to 128 characters");
    }

    @Test
    void refusesEndlessOnes() {
        assertRefused("abcdefgh ".repeat(15), "12 to 128 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password1234", "123456789012", "aaaaaaaaaaaaaaaa", "abababababababab"})
    void refusesTheCommonest(String password) {
        assertRefused(password, "attackers try first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-halyard-2026", "Lindqvist forever", "we love closeout"})
    void refusesTheNamesAroundIt(String password) {
        assertRefused(password, "easy to guess");
    }

    @Test
    void readsTheSamePasswordFromEveryKeyboard() {
        assertThat(PasswordRule.normal("e\u0301te\u0301")).isEqualTo(PasswordRule.normal("\u00e9t\u00e9"));
    }

    private static void check(String password) {
        PasswordRule.check(password, "issm", "Mara Lindqvist", "Halyard Precision Parts");
    }

    private static void assertRefused(String password, String because) {
        assertThatThrownBy(() -> check(password)).isInstanceOf(Refused.class).hasMessageContaining(because);
    }
}
