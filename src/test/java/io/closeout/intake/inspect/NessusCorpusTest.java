package io.closeout.intake.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.closeout.intake.parser.ParserRegistry;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.Sighting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads real files that other projects test with, and compares with counts that other programs made. The files are not
 * ours to keep here: name their folder by {@code -Dcloseout.corpus=DIR}.
 */
class NessusCorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("closeout.corpus", "../shared/corpus"));

    @TestFactory
    List<DynamicTest> countsRealFilesAsOthersDo() throws IOException {
        Path manifest = CORPUS.resolve("manifest.csv");
        assumeTrue(Files.exists(manifest), "No corpus at " + CORPUS + "; set -Dcloseout.corpus=DIR to run this test");
        return Files.readAllLines(manifest).stream()
                .filter(line -> line.contains(",nessus-v2-xml,"))
                .map(NessusCorpusTest::test)
                .toList();
    }

    private static DynamicTest test(String line) {
        String file = line.substring(0, line.indexOf(','));
        return DynamicTest.dynamicTest(file, () -> compare(CORPUS.resolve(file), expected(line)));
    }

    private static Map<String, Long> expected(String line) {
        String detail = line.substring(line.indexOf("report_items="));
        return Arrays.stream(detail.substring(0, detail.indexOf(',')).split(";"))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
    }

    private static void compare(Path file, Map<String, Long> expected) throws IOException {
        ScanCounts counts = new ScanCounts();
        new ParserRegistry().read(ScanInput.of(file), counts);
        assertThat(counts.records()).isEqualTo(expected.get("report_items"));
        assertThat(counts.reported()).isEqualTo(expected.get("sev_ge_1"));
        assertThat(counts.findings()).isEqualTo(expected.get("distinct_plugin_host_port_proto_sev_ge_1"));
        assertThat(counts.weaknesses()).isEqualTo(expected.get("distinct_plugin_sev_ge_1"));
        assertThat(counts.assets()).isEqualTo(expected.get("distinct_host_names"));
        assertThat(recordsIn(file)).isEqualTo(counts.records());
    }

    /** The same file with all texts, as an import reads it. */
    private static long recordsIn(Path file) throws IOException {
        long[] records = {0};
        new ParserRegistry().read(ScanInput.of(file), new ScanCounts() {
            @Override
            public boolean sighted(Sighting sighting) {
                return true;
            }

            @Override
            public void record(ScanRecord record) {
                records[0]++;
            }
        });
        return records[0];
    }
}
