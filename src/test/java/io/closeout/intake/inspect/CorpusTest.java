package io.closeout.intake.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.registry.ParserRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads real files that other projects test with, and compares with counts that other programs made. The files are not
 * ours to keep here: name their folder by {@code -Dcloseout.corpus=DIR}.
 */
class CorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("closeout.corpus", "../shared/corpus"));

    /**
     * What the corpus counted in files of one format, by the names of its counts.
     *
     * @param findings null where it did not count what we do
     * @param assets null likewise: it counts hosts without results as well, or not
     */
    private record Units(String records, String reported, String findings, String weaknesses, String assets) {}

    private static final Map<String, Units> FORMATS = Map.of(
            "nessus-v2-xml",
            new Units(
                    "report_items",
                    "sev_ge_1",
                    "distinct_plugin_host_port_proto_sev_ge_1",
                    "distinct_plugin_sev_ge_1",
                    "distinct_host_names"),
            "nessus-csv",
            new Units("rows", "rows_with_severity", null, "distinct_id_with_severity", null),
            "openvas-xml",
            new Units("results", "severity_gt_0", null, "distinct_nvt_oid_severity_gt_0", null),
            "openvas-csv",
            new Units("rows", "rows_with_severity", null, "distinct_id_with_severity", "distinct_host"));

    /** Where we count otherwise on purpose, and why. */
    private static final Map<String, Map<String, Long>> OURS = Map.of(
            // Six results are Low by the scanner's word with a score of 0.0, which the corpus takes for nothing.
            "openvas/openvaslib__openvas_generic.xml",
            Map.of("severity_gt_0", 68L, "distinct_nvt_oid_severity_gt_0", 65L));

    @TestFactory
    List<DynamicTest> countsRealFilesAsOthersDo() throws IOException {
        Path manifest = CORPUS.resolve("manifest.csv");
        assumeTrue(Files.exists(manifest), "No corpus at " + CORPUS + "; set -Dcloseout.corpus=DIR to run this test");
        try (CSVParser rows = CSVParser.parse(
                manifest,
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return rows.stream()
                    .filter(row -> FORMATS.containsKey(row.get("format")))
                    .map(CorpusTest::test)
                    .toList();
        }
    }

    private static DynamicTest test(CSVRecord row) {
        Units units = FORMATS.get(row.get("format"));
        Map<String, Long> expected = Arrays.stream(row.get("independent_detail").split(";"))
                .map(pair -> pair.split("="))
                .filter(pair -> pair.length == 2 && pair[1].matches("\\d+"))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
        expected.putAll(OURS.getOrDefault(row.get("path"), Map.of()));
        return DynamicTest.dynamicTest(
                row.get("path"), () -> compare(CORPUS.resolve(row.get("path")), expected, units));
    }

    private static void compare(Path file, Map<String, Long> expected, Units units) throws IOException {
        ScanCounts counts = new ScanCounts();
        new ParserRegistry().read(ScanInput.of(file), counts);
        assertThat(counts.records()).isEqualTo(expected.get(units.records()));
        assertThat(counts.reported()).isEqualTo(expected.get(units.reported()));
        if (units.findings() != null) {
            assertThat(counts.findings()).isEqualTo(expected.get(units.findings()));
        }
        assertThat(counts.weaknesses()).isEqualTo(expected.get(units.weaknesses()));
        if (units.assets() != null) {
            assertThat(counts.assets()).isEqualTo(expected.get(units.assets()));
        }
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
