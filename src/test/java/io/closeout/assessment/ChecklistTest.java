package io.closeout.assessment;

import static io.closeout.assessment.Determination.MET;
import static io.closeout.assessment.Determination.NOT_APPLICABLE;
import static io.closeout.assessment.Determination.NOT_MET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.shared.Refused;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** AC.L2-3.1.3 has five objectives. */
class ChecklistTest {

    private static final Requirement FLOW = Requirements.get("AC.L2-3.1.3");

    @Nested
    class Outcome {

        @Test
        void isOpenWhileSomethingIsNotAnswered() {
            assertThat(checklist().outcome()).isEmpty();
            assertThat(checklist(MET, MET, MET, MET).outcome()).isEmpty();
            assertThat(checklist(NOT_APPLICABLE).outcome()).isEmpty();
        }

        @Test
        void isMetWithAllMet() {
            assertThat(checklist(MET, MET, MET, MET, MET).outcome()).contains(Result.MET);
        }

        @Test
        void isMetWhereSomethingDoesNotApply() {
            assertThat(checklist(MET, NOT_APPLICABLE, MET, MET, MET).outcome()).contains(Result.MET);
        }

        @Test
        void isNotApplicableOnlyIfNothingApplies() {
            assertThat(checklist(NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE)
                            .outcome())
                    .contains(Result.NOT_APPLICABLE);
        }

        @Test
        void isNotMetWithOneNotMetWhateverIsStillOpen() {
            assertThat(checklist(MET, NOT_MET).outcome()).contains(Result.NOT_MET);
            assertThat(checklist(MET, NOT_MET, MET, MET, NOT_APPLICABLE).outcome())
                    .contains(Result.NOT_MET);
        }

        @Test
        void isPartlyMetWhereSomebodySaysSo() {
            Requirement encryption = Requirements.get("SC.L2-3.13.11");
            Checklist checklist = new Checklist(
                    encryption, 1, true, "issm", Instant.EPOCH, Map.of("a", answer(encryption, "a", NOT_MET)));

            assertThat(checklist.outcome()).contains(Result.PARTIAL);
        }
    }

    @Test
    void tellsTheObjectivesNotMetWithTheirNotes() {
        assertThat(checklist(MET, NOT_MET, NOT_MET).told(NOT_MET))
                .isEqualTo(
                        "3.1.3[b] methods and enforcement mechanisms for controlling the flow of CUI are defined: Note b\n"
                                + "3.1.3[c] designated sources and destinations (e.g., networks, individuals, and devices) for CUI"
                                + " within the system and between interconnected systems are identified: Note c");
        assertThat(checklist(MET, NOT_MET).note(Result.NOT_MET)).startsWith("3.1.3[b]");
        assertThat(checklist(MET, MET, MET, MET, MET).note(Result.MET)).isNull();
    }

    @Nested
    class Answers {

        @Test
        void needAReasonWhereSomethingDoesNotApply() {
            refused(
                    () -> new NewAnswer(Objectives.get(FLOW, "a"), NOT_APPLICABLE, " "),
                    "why 3.1.3[a] is not applicable");
            assertThat(new NewAnswer(Objectives.get(FLOW, "a"), NOT_MET, " ").note())
                    .isNull();
        }

        @Test
        void areOfTheirRequirementAndGivenOnce() {
            NewAnswer flow = new NewAnswer(Objectives.get(FLOW, "a"), MET, null);
            NewAnswer other = new NewAnswer(Objectives.get(Requirements.get("AC.L2-3.1.1"), "a"), MET, null);

            refused(
                    () -> new NewAnswers(FLOW, 0, false, List.of(flow, other)),
                    "No objective of AC.L2-3.1.3: 3.1.1[a]");
            refused(() -> new NewAnswers(FLOW, 0, false, List.of(flow, flow)), "3.1.3[a] is answered 2 times");
            refused(() -> new NewAnswers(FLOW, 0, true, List.of(flow)), "only IA.L2-3.5.3 and SC.L2-3.13.11");
        }

        private static void refused(Runnable doing, String because) {
            assertThatThrownBy(doing::run).isInstanceOf(Refused.class).hasMessageContaining(because);
        }
    }

    private static Checklist checklist(Determination... answered) {
        Map<String, ObjectiveAnswer> answers = new HashMap<>();
        for (int i = 0; i < answered.length; i++) {
            String letter = Objectives.of(FLOW).get(i).letter();
            answers.put(letter, answer(FLOW, letter, answered[i]));
        }
        return new Checklist(FLOW, 1, false, "issm", Instant.EPOCH, answers);
    }

    private static ObjectiveAnswer answer(Requirement requirement, String letter, Determination determination) {
        return new ObjectiveAnswer(
                Objectives.get(requirement, letter), determination, "Note " + letter, "issm", Instant.EPOCH);
    }
}
