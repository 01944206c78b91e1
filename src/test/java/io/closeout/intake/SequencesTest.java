package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.closeout.intake.inspect.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Imports in a row that others test with, a day apart. Each count is theirs, or differs for a reason that {@code
 * /corpus/sequence-differences.csv} gives; an asterisk there stands for every sequence of the file.
 */
class SequencesTest {

    /** Families without a parser; as soon as one is read, its sequences have to be. */
    private static final Set<String> NOT_READ_YET = Set.of("sonarqube");

    private static final List<String> COUNTS = List.of("created", "closed", "reactivated", "untouched");

    private final ImportLab lab = ImportLab.onH2();

    @TestFactory
    List<DynamicTest> importsInARowDoWhatOthersDoOrDifferForAReason() {
        assumeTrue(Corpus.isThere(), Corpus.whereToPut());
        return sequences().entrySet().stream()
                .filter(each -> !NOT_READ_YET.contains(family(each.getValue())))
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> run(each.getValue())))
                .toList();
    }

    private static Map<String, List<CSVRecord>> sequences() {
        return Corpus.sequences().stream()
                .collect(Collectors.groupingBy(row -> row.get("sequence"), LinkedHashMap::new, Collectors.toList()));
    }

    private static String family(List<CSVRecord> steps) {
        String path = steps.get(0).get("path");
        return path.substring(0, path.indexOf('/'));
    }

    private void run(List<CSVRecord> steps) throws IOException {
        lab.begin();
        Instant now = lab.clock.instant();
        for (CSVRecord step : steps) {
            now = now.plus(Duration.ofDays(1));
            lab.clock.set(now.toString());
            Scan scan = lab.run(lab.received(Files.readString(Corpus.file(step.get("path")), StandardCharsets.UTF_8)));
            assertThat(scan.state()).as("step %s", step.get("step")).isEqualTo(ScanState.DONE);
            if (COUNTS.stream().anyMatch(count -> !step.get(count).isEmpty())) {
                COUNTS.forEach(count -> assertThat(ours(scan.counts(), count))
                        .as("%s in step %s", count, step.get("step"))
                        .isEqualTo(expected(step, count)));
            }
        }
    }

    private static int ours(ScanCounts counts, String count) {
        return switch (count) {
            case "created" -> counts.newFindings();
            case "closed" -> counts.verifiedAbsent();
            case "reactivated" -> counts.reappeared();
            default -> counts.seenAgain();
        };
    }

    private static int expected(CSVRecord step, String count) {
        String theirs = step.get(count);
        return difference(step, count)
                .map(row -> Integer.parseInt(row.get("ours")))
                .orElseGet(() -> theirs.isEmpty() ? 0 : Integer.parseInt(theirs));
    }

    private static Optional<CSVRecord> difference(CSVRecord step, String count) {
        return Corpus.table("/corpus/sequence-differences.csv").stream()
                .filter(row -> Set.of("*", step.get("sequence")).contains(row.get("sequence")))
                .filter(row -> row.get("path").equals(step.get("path"))
                        && row.get("count").equals(count)
                        && row.get("theirs").equals(step.get(count)))
                .findFirst();
    }

    @Test
    void everyDifferenceIsOneAndHasAReason() {
        assumeTrue(Corpus.isThere(), Corpus.whereToPut());
        assertThat(Corpus.table("/corpus/sequence-differences.csv"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.get("reason")).isNotBlank();
                    assertThat(row.get("ours")).isNotEqualTo(row.get("theirs"));
                    assertThat(Corpus.sequences())
                            .anyMatch(step -> step.get("path").equals(row.get("path"))
                                    && step.get(row.get("count")).equals(row.get("theirs")));
                });
    }

    /** When this fails, take the family out of {@link #NOT_READ_YET}. */
    @TestFactory
    List<DynamicTest> whatCannotBeRunYetCannotBeReadYet() {
        assumeTrue(Corpus.isThere(), Corpus.whereToPut());
        Set<String> paths = new LinkedHashSet<>();
        sequences().values().stream()
                .filter(steps -> NOT_READ_YET.contains(family(steps)))
                .forEach(steps -> steps.forEach(step -> paths.add(step.get("path"))));
        System.out.println("sequences whose files are not read yet: " + paths);
        return paths.stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    lab.begin();
                    Scan scan = lab.run(lab.received(Files.readString(Corpus.file(path), StandardCharsets.UTF_8)));
                    assertThat(scan.state())
                            .as("%s is read now, so its sequences can be run", path)
                            .isEqualTo(ScanState.REFUSED);
                }))
                .toList();
    }
}
