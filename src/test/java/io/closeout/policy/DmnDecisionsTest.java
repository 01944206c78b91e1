package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.closeout.policy.DecisionModels.DecisionModel;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DmnDecisionsTest {

    /** As it stands in XML. */
    private static final String ABOVE_FIVE = "&gt; 5";

    private DecisionModel deployed = version(1, 30);
    private final Decisions decisions = new DmnDecisions(id -> deployed);

    @Test
    void answersWithTableVersionInputsAndRows() {
        DecisionOutcome outcome = decisions.decide("days", Map.of("n", 1));

        assertThat(outcome.table()).isEqualTo("days");
        assertThat(outcome.version()).isEqualTo(1);
        assertThat(outcome.inputs()).hasToString("{n=1}");
        assertThat(outcome.rows()).containsExactly(Map.of("days", 30));
    }

    @Test
    void remembersTheAnswerToTheSameInput() {
        DecisionOutcome first = decisions.decide("days", Map.of("n", 1));

        assertThat(decisions.decide("days", new HashMap<>(Map.of("n", 1)))).isSameAs(first);
        assertThat(decisions.decide("days", Map.of("n", 2))).isNotSameAs(first);
    }

    @Test
    void keepsItsAnswerWhenTheCallerChangesTheInputsLater() {
        Map<String, Object> inputs = new HashMap<>(Map.of("n", 1));
        DecisionOutcome first = decisions.decide("days", inputs);
        inputs.put("n", 2);

        assertThat(first.inputs()).hasToString("{n=1}");
        assertThat(decisions.decide("days", Map.of("n", 1))).isSameAs(first);
    }

    @Test
    void seesANewVersionAtOnce() {
        decisions.decide("days", Map.of("n", 1));
        deployed = version(2, 14);

        DecisionOutcome outcome = decisions.decide("days", Map.of("n", 1));

        assertThat(outcome.version()).isEqualTo(2);
        assertThat(outcome.rows()).containsExactly(Map.of("days", 14));
    }

    @Test
    void takesNullForAnEmptyInput() {
        assertThat(decisions.decide("days", Collections.singletonMap("n", null)).rows())
                .containsExactly(Map.of("days", 30));
    }

    @Test
    void answersManyThreadsAlike() {
        var answers = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> decisions.decide("days", Map.of("n", i % 50)).rows())
                .distinct()
                .toList();

        assertThat(answers).hasSize(2);
    }

    @Test
    void forgetsRatherThanGrows() {
        ParsedTable table = ParsedTable.parse(
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine(),
                new MatchedRules(),
                deployed,
                3);
        IntStream.rangeClosed(1, 4).forEach(n -> table.decide(Map.of("n", n)));

        assertThat(table.rememberedAnswers()).isEqualTo(1);
    }

    @Nested
    class WhenATableIsBroken {

        @Test
        void saysThatThereIsNoSuchTable() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> new DmnDecisions(new ShippedDecisionModels()).decide("coffee", Map.of()))
                    .withMessage("There is no decision table coffee.");
        }

        @Test
        void saysThatTheModelHoldsAnotherTable() {
            deployed = new DecisionModel("weeks", 3, deployed.xml());

            assertThatIllegalStateException()
                    .isThrownBy(() -> decisions.decide("weeks", Map.of("n", 1)))
                    .withMessageStartingWith("Decision table weeks (version 3) cannot be read");
        }

        @Test
        void saysThatTheModelIsNoDmn() {
            deployed = new DecisionModel("days", 3, "<poem>");

            assertThatIllegalStateException()
                    .isThrownBy(() -> decisions.decide("days", Map.of("n", 1)))
                    .withMessageStartingWith("Decision table days (version 3) cannot be read");
        }

        @Test
        void saysThatTwoRowsContradictItsHitPolicy() {
            deployed = new DecisionModel("days", 5, table("UNIQUE", row("", 7) + row(ABOVE_FIVE, 30)));

            assertThatIllegalStateException()
                    .isThrownBy(() -> decisions.decide("days", Map.of("n", 6)))
                    .withMessageStartingWith("Decision table days (version 5) cannot answer for {n=6}");
        }

        @Test
        void saysThatAFormulaIsWrong() {
            deployed = new DecisionModel("days", 6, table("FIRST", row("((", 7)));

            assertThatIllegalStateException()
                    .isThrownBy(() -> decisions.decide("days", Map.of("n", 6)))
                    .withMessageStartingWith("Decision table days (version 6) cannot");
        }

        @Test
        void worksAgainWithTheNextVersion() {
            deployed = new DecisionModel("days", 7, "<poem>");
            assertThatIllegalStateException().isThrownBy(() -> decisions.decide("days", Map.of("n", 1)));
            deployed = version(8, 10);

            assertThat(decisions.decide("days", Map.of("n", 1)).rows()).containsExactly(Map.of("days", 10));
        }
    }

    /** Seven days above five, else as given. */
    private static DecisionModel version(int version, int days) {
        return new DecisionModel("days", version, table("FIRST", row(ABOVE_FIVE, 7) + row("", days)));
    }

    private static String row(String n, int days) {
        return """
                <rule id="r%2$d">
                  <inputEntry id="i%2$d"><text>%1$s</text></inputEntry>
                  <outputEntry id="o%2$d"><text>%2$d</text></outputEntry>
                </rule>
                """.formatted(n, days);
    }

    private static String table(String hitPolicy, String rows) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:test">
                  <decision id="days" name="Days">
                    <decisionTable hitPolicy="%s">
                      <input id="n"><inputExpression typeRef="integer"><text>n</text></inputExpression></input>
                      <output id="o" name="days" typeRef="integer" />
                      %s
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(hitPolicy, rows);
    }
}
