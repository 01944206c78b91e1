package io.closeout.intake;

import static io.closeout.register.Situations.IT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** It is the morning of 2 March 2026. */
class ArchiveImportDatabaseTest {

    @Nested
    class OnH2 extends Rules {
        OnH2() {
            super(ImportLab.onH2());
        }
    }

    @Nested
    class OnPostgres extends Rules {
        OnPostgres() {
            super(ImportLab.onPostgres());
        }
    }

    abstract static class Rules extends ImportRules {

        private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);

        Rules(ImportLab lab) {
            super(lab);
        }

        private static Map<String, String> twoHosts() {
            Map<String, String> files = new LinkedHashMap<>();
            files.put("web1.nessus", aScanOnMarch1().host("web1", 100).text());
            files.put("web2.nessus", aScanOnMarch1().host("web2", 100, 101).text());
            return files;
        }

        private long handIn(Map<String, String> files) {
            try {
                return lab.bean(ScanIntake.class)
                        .receive(
                                new ScanIntake.Upload("weekly.zip", null, MARCH_1, "plant", false),
                                new ByteArrayInputStream(zipped(files)),
                                IT);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        private static byte[] zipped(Map<String, String> files) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(packed)) {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            return packed.toByteArray();
        }

        private List<String> rows() {
            return lab.jdbc
                    .sql(
                            "select file_name || ' ' || state || ' ' || scope_id || ' ' || received_by || ' ' || target || ' ' || scan_date"
                                    + " from scan order by id")
                    .query(String.class)
                    .list();
        }

        @Test
        void eachReportOfAnArchiveIsAnImportOfItsOwn() {
            long first = handIn(twoHosts());

            Scan web1 = lab.run(first);
            assertThat(rows())
                    .containsExactly(
                            "weekly.zip, web1.nessus DONE main it plant 2026-03-01",
                            "weekly.zip, web2.nessus RECEIVED main it plant 2026-03-01");
            Scan web2 = lab.run(first + 1);

            assertCounts(web1, 1, 0, 0, 0, 0, 1, 0, 0);
            assertCounts(web2, 2, 0, 0, 0, 1, 1, 0, 0);
            assertThat(web1.fileDigest()).isNotEqualTo(web2.fileDigest());
            assertThat(web1.fileSize()).isEqualTo(twoHosts().get("web1.nessus").length());
        }

        @Test
        void whoLooksAtTheFirstFindsTheOthers() {
            long first = handIn(twoHosts());

            assertThat(lab.run(first).problems())
                    .containsExactly(new Problem(
                            "weekly.zip",
                            "The archive holds 2 reports, and each is an import of its own. This one is of weekly.zip, web1.nessus;"
                                    + " the others are weekly.zip, web2.nessus (scan " + (first + 1) + ")."));
            assertThat(lab.announced.events())
                    .filteredOn(ScanReceived.class::isInstance)
                    .containsExactly(new ScanReceived(first), new ScanReceived(first + 1));
        }

        @Test
        void anArchiveIsUnpackedOnceHoweverOftenItIsRead() {
            long first = handIn(twoHosts());

            lab.reading.read(first, percent -> {});
            lab.run(first);

            assertThat(rows()).hasSize(2);
        }

        @Test
        void theLedgerTellsWhereEachCameFrom() {
            lab.run(handIn(twoHosts()));

            assertThat(lab.jdbc
                            .sql("select kind from ledger_event where subject like 'scan:%' order by id")
                            .query(String.class)
                            .list())
                    .startsWith("scanReceived", "scanUnpacked", "scanReceived");
        }

        @Test
        void aBrokenReportIsRefusedByItself() {
            Map<String, String> files = twoHosts();
            files.put("web1.nessus", files.get("web1.nessus").substring(0, 400));
            long first = handIn(files);

            assertThat(lab.run(first).state()).isEqualTo(ScanState.REFUSED);
            assertThat(lab.run(first + 1).state()).isEqualTo(ScanState.DONE);
        }

        @Test
        void moreReportsThanAnybodyLooksAtAreRefused() {
            Map<String, String> files = new LinkedHashMap<>();
            for (int i = 0; i <= 100; i++) {
                files.put(i + ".nessus", aScanOnMarch1().host("web" + i, 100).text());
            }

            Scan refused = lab.run(handIn(files));

            assertThat(refused.state()).isEqualTo(ScanState.REFUSED);
            assertThat(refused.problems().get(0).why()).contains("101 reports, more than 100");
            assertThat(rows()).hasSize(1);
        }
    }
}
