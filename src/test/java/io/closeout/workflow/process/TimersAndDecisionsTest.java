package io.closeout.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/timers-and-decisions.md} says what the models say. */
class TimersAndDecisionsTest {

    private static final String COMMAND = "mvn test -Dtest=TimersAndDecisionsTest -Dcloseout.docs=true";
    private static final Path PAGE = Path.of("docs/timers-and-decisions.md");

    private final String page = new TimersAndDecisions().page(COMMAND);

    @Test
    void thePageIsAsTheModelsAre() throws IOException {
        if (Boolean.getBoolean("closeout.docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("Renew it by: " + COMMAND).content().isEqualTo(page);
    }

    @Test
    void everyTimerStandsOnIt() {
        assertThat(page)
                .contains("`Timer_FirstNotice`", "`${deadline.nextNotice(execution)}`", "[notices](#notices)")
                .contains(
                        "`Timer_DecisionWaits`",
                        "[taskReminders](#taskreminders)",
                        "beside `UserTask_DecideExtension`");
    }

    @Test
    void everyTaskStandsOnIt() {
        assertThat(page).contains("`UserTask_TriageItem`", "[triageItem](../forms/triageItem.form)", "`issm`");
    }

    @Test
    void everyRowOfATableStandsOnIt() {
        assertThat(page)
                .contains("### remediationDeadline", "FIRST: the first row that fits decides.")
                .contains("| \"CRITICAL\" |  | 7 | \"Policy that customers quote: Critical 7 days\" |");
    }
}
