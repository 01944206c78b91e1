package io.closeout.workflow.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped table of deadlines against what an analyst could make of it. */
class RowDifferenceTest {

    private final String shipped;

    RowDifferenceTest() throws IOException {
        shipped = Files.readString(Path.of("processes/decisions/remediationDeadline.dmn"));
    }

    @Test
    void namesColumnsAsTheModelerDoes() {
        assertThat(table(shipped).columns()).containsExactly("Priority", "Track", "Days from detection", "Source");
        assertThat(table(shipped).rows().get(0))
                .startsWith("\"CRITICAL\"", "", "7")
                .hasSize(5);
    }

    @Test
    void putsAChangedRowBelowTheOneItReplacesAndMarksTheCell() {
        List<RowDifference.Row> rows = between(shipped.replaceFirst("<text>30</text>", "<text>14</text>"), shipped);

        assertThat(rows).extracting(RowDifference.Row::mark).containsSequence(Mark.BOTH, Mark.BEFORE, Mark.AFTER);
        assertThat(changed(rows, Mark.BEFORE)).containsExactly("14");
        assertThat(changed(rows, Mark.AFTER)).containsExactly("30");
    }

    @Test
    void showsARowThatIsGone() {
        String shorter = shipped.replaceFirst("(?s)<rule id=\"Rule_high\">.*?</rule>", "");

        List<RowDifference.Row> rows = between(shipped, shorter);

        assertThat(rows)
                .filteredOn(row -> row.mark() == Mark.BEFORE)
                .singleElement()
                .satisfies(row -> assertThat(row.cells().get(0).text()).isEqualTo("\"HIGH\""));
        assertThat(rows).noneMatch(row -> row.mark() == Mark.AFTER);
    }

    @Test
    void doesNotCompareRowsOfOtherColumns() {
        String other = shipped.replace("label=\"Track\"", "label=\"Line\"");
        assertThat(RowDifference.between(table(other), table(shipped))).isEmpty();
    }

    @Test
    void anExpressionIsNoTable() {
        String expression = shipped.replaceAll("(?s)<decisionTable.*</decisionTable>", "");
        assertThat(DecisionTable.of(bytes(expression), "remediationDeadline")).isEmpty();
    }

    private static List<String> changed(List<RowDifference.Row> rows, Mark mark) {
        return rows.stream()
                .filter(row -> row.mark() == mark)
                .flatMap(row -> row.cells().stream())
                .filter(RowDifference.Cell::changed)
                .map(RowDifference.Cell::text)
                .toList();
    }

    private static List<RowDifference.Row> between(String before, String after) {
        return RowDifference.between(table(before), table(after)).orElseThrow().rows();
    }

    private static DecisionTable table(String model) {
        return DecisionTable.of(bytes(model), "remediationDeadline").orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
