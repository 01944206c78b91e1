package io.closeout.workflow.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDifferenceTest {

    @Test
    void showsWhatIsGoneBeforeWhatIsNew() {
        assertThat(lines("a\nb\nc", "a\nB\nc")).containsExactly("1 1 a", "2 - b", "- 2 B", "3 3 c");
    }

    @Test
    void lineEndsAreNoDifference() {
        assertThat(lines("a\r\nb", "a\nb\n")).containsExactly("- - (2)");
    }

    @Test
    void countsTheLinesOfEachTextByItself() {
        assertThat(lines("a\nb", "new\na\nb")).containsExactly("- 1 new", "1 2 a", "2 3 b");
    }

    @Test
    void leavesOutLongRunsButThreeLinesAroundAChange() {
        String before = numbered(1, 20) + "x\n" + numbered(21, 40);
        String after = numbered(1, 20) + "y\n" + numbered(21, 40);
        assertThat(lines(before, after))
                .containsExactly(
                        "- - (17)",
                        "18 18 18",
                        "19 19 19",
                        "20 20 20",
                        "21 - x",
                        "- 21 y",
                        "22 22 21",
                        "23 23 22",
                        "24 24 23",
                        "- - (17)");
    }

    @Test
    void leavesOutARunBetweenTwoChanges() {
        assertThat(lines("x\n" + numbered(1, 7) + "x", "y\n" + numbered(1, 7) + "y"))
                .contains("4 4 3", "- - (1)", "6 6 5");
        assertThat(lines("x\n" + numbered(1, 6) + "x", "y\n" + numbered(1, 6) + "y"))
                .hasSize(10);
    }

    @Test
    void doesNotCompareWhatNobodyReads() {
        assertThat(LineDifference.between(bytes(numbered(1, 10_001)), bytes("a")))
                .isEmpty();
    }

    private static List<String> lines(String before, String after) {
        return LineDifference.between(bytes(before), bytes(after)).orElseThrow().lines().stream()
                .map(LineDifferenceTest::shown)
                .toList();
    }

    private static String shown(LineDifference.Line line) {
        return (line.before() == null ? "-" : line.before()) + " " + (line.after() == null ? "-" : line.after()) + " "
                + (line.leftOut() > 0 ? "(" + line.leftOut() + ")" : line.text());
    }

    private static String numbered(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
