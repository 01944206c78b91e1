package io.closeout.intake.parser.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Skipped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ArchiveTest {

    private static final byte[] REPORT = """
            <NessusClientData_v2><Report name="R"><ReportHost name="web1"><HostProperties></HostProperties>
            <ReportItem port="1" protocol="tcp" severity="2" pluginID="7" pluginName="P" pluginFamily="F"></ReportItem>
            </ReportHost></Report></NessusClientData_v2>
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] LETTER = "Dear assessor".getBytes(StandardCharsets.UTF_8);

    private final List<String> seen = new ArrayList<>();
    private final ScanSink sink = new ScanSink() {
        @Override
        public void header(ScanHeader header) {
            seen.add(header.format());
        }

        @Override
        public void record(ScanRecord record) {
            seen.add(record.sighting().checkId());
        }

        @Override
        public void host(ScannedHost host) {
            seen.add(host.name());
        }

        @Override
        public void skipped(Skipped skipped) {
            seen.add(skipped.where() + " " + skipped.why());
        }
    };

    private void read(byte[] file) throws IOException {
        new ParserRegistry().read(ScanInput.of("scan", () -> new ByteArrayInputStream(file)), sink);
    }

    private void refused(byte[] file, String words) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(ScanUnreadable.class).hasMessageContaining(words);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gz = new GZIPOutputStream(packed)) {
            gz.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return packed.toByteArray();
    }

    @Test
    void readsAGzippedReport() throws IOException {
        read(gzip(REPORT));
        assertThat(seen).containsExactly("nessus-v2", "7", "web1");
    }

    @Test
    void readsTheOneReportInAZipAndNamesWhatElseIsThere() throws IOException {
        read(zip(Map.of("in/report.nessus", REPORT, "letter.txt", LETTER, "__MACOSX/in/._report.nessus", LETTER)));
        assertThat(seen)
                .containsExactly("scan, letter.txt is not recognised as a scan report", "nessus-v2", "7", "web1");
    }

    @Test
    void readsAReportPackedTwice() throws IOException {
        read(zip(Map.of("report.nessus.gz", gzip(REPORT))));
        assertThat(seen).containsExactly("nessus-v2", "7", "web1");
    }

    @Test
    void neverWritesWhereAnEntrysNamePoints() throws IOException {
        read(zip(Map.of("../../../../tmp/closeout-slip.nessus", REPORT)));
        assertThat(seen).contains("web1");
        assertThat(Path.of("/tmp/closeout-slip.nessus")).doesNotExist();
    }

    @Nested
    class Refuses {

        @Test
        void severalReportsUnlessTheyCanBeReadOneByOne() throws IOException {
            byte[] needsItsAudit = CollectedScan.text("/fortify/audit.fvdl").getBytes(StandardCharsets.UTF_8);
            assertThat(reportsIn(zip(Map.of("audit.fvdl", needsItsAudit, "b.nessus", REPORT))))
                    .isEmpty();
            assertThat(reportsIn(zip(Map.of("a.nessus", REPORT, "b.nessus", REPORT, "letter.txt", LETTER))))
                    .containsExactlyInAnyOrder("scan, a.nessus", "scan, b.nessus");
        }

        private List<String> reportsIn(byte[] file) {
            return assertThatExceptionOfType(ScanUnreadable.class)
                    .isThrownBy(() -> read(file))
                    .actual()
                    .reports()
                    .stream()
                    .map(ScanInput::name)
                    .toList();
        }

        @Test
        void severalReportsSinceEachIsAnImport() throws IOException {
            refused(zip(Map.of("a.nessus", REPORT, "b.nessus", REPORT)), "holds 2 reports");
        }

        @Test
        void anArchiveWithoutAReport() throws IOException {
            refused(zip(Map.of("letter.txt", LETTER)), "not recognised");
            refused(gzip(LETTER), "not recognised");
            refused(zip(Map.of("a.txt", LETTER, "b.txt", LETTER)), "not recognised");
        }

        @Test
        void archivesWithoutEnd() throws IOException {
            refused(gzip(gzip(gzip(gzip(REPORT)))), "an archive in an archive");
        }

        @Test
        void aBomb() throws IOException {
            byte[] zeros = new byte[256 * 1024 * 1024];
            refused(zip(Map.of("a.txt", LETTER, "zeros.xml", zeros)), "250 times its size");
        }

        @Test
        void aGzippedReportThatGrowsWithoutEnd() throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream gz = new GZIPOutputStream(packed)) {
                gz.write("<NessusClientData_v2><Report name=\"R\">".getBytes(StandardCharsets.UTF_8));
                byte[] blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < 256; i++) {
                    gz.write(blanks);
                }
            }
            refused(packed.toByteArray(), "250 times its size");
        }

        @Test
        void aBrokenArchive() throws IOException {
            byte[] whole = gzip(REPORT);
            refused(Arrays.copyOf(whole, whole.length / 2), "broken");
        }
    }
}
