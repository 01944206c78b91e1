package io.closeout.intake.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.registry.ParserRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Files of {@link Corpus} that are broken, empty, or something else than a report. {@code /corpus/odd-files.csv} says of each whether it is
 * refused, and in which words, or read with how many results and parts left out; and why, where others do otherwise.
 */
class OddFilesTest {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int LONGEST_MESSAGE = 300;

    private static List<CSVRecord> ours() {
        return Corpus.table("/corpus/odd-files.csv");
    }

    @Test
    void eachIsSpokenOf() {
        assumeTrue(Corpus.isThere(), Corpus.whereToPut());
        Set<String> spokenOf = ours().stream().map(row -> row.get("file")).collect(Collectors.toSet());

        assertThat(Corpus.manifest())
                .filteredOn(row -> Set.of("malformed", "kev").contains(row.get("family"))
                        || row.get("bytes").equals("0"))
                .extracting(row -> row.get("path"))
                .containsExactlyInAnyOrderElementsOf(spokenOf);
    }

    @TestFactory
    List<DynamicTest> isRefusedInWordsOrReadWithWhatWasLeftOut() {
        assumeTrue(Corpus.isThere(), Corpus.whereToPut());
        return ours().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.get("file"), () -> assertTimeoutPreemptively(LONGEST, () -> compare(row))))
                .toList();
    }

    private static void compare(CSVRecord row) throws IOException {
        if (row.get("outcome").equals("refused")) {
            ScanUnreadable refused = catchThrowableOfType(ScanUnreadable.class, () -> read(row.get("file")));
            assertThat(refused).isNotNull();
            assertThat(refused.getMessage()).contains(row.get("says")).hasSizeLessThan(LONGEST_MESSAGE);
            assertThat(refused.getMessage().lines()).hasSize(1);
        } else {
            ScanCounts counts = read(row.get("file"));
            assertThat(counts.records()).isEqualTo(Long.parseLong(row.get("says")));
            assertThat(counts.skipped())
                    .hasSize(Integer.parseInt(row.get("leftOut")))
                    .allSatisfy(part -> assertThat(part.why()).isNotBlank());
        }
    }

    private static ScanCounts read(String path) throws IOException {
        ScanCounts counts = new ScanCounts();
        new ParserRegistry().read(ScanInput.of(Corpus.file(path)), counts);
        return counts;
    }
}
