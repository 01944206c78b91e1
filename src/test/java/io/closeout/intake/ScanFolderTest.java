package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.closeout.access.Organization;
import io.closeout.access.WebAddress;
import io.closeout.intake.tables.OwnTables;
import io.closeout.register.Scopes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ScanFolderTest {

    @TempDir
    Path inbox;

    private final ImportLab lab = ImportLab.onH2();
    private final Organization organization = mock();

    @BeforeEach
    void begin() {
        lab.begin();
        when(organization.isSetUp()).thenReturn(true);
    }

    @Test
    void importsWhatIsDroppedAndRefusesWhatIsNoScanWithTheReason() throws IOException {
        drop("weekly.nessus", aScan());
        drop("letter.txt", "Dear Sir or Madam");

        look();

        assertThat(received()).containsExactly("main weekly.nessus system");
        assertThat(inbox.resolve("done")).isDirectoryContaining("glob:**-weekly.nessus");
        assertThat(inbox.resolve("refused")).isDirectoryContaining("glob:**-letter.txt");
        assertThat(reasonOf("letter.txt")).contains("not recognised as a scan report");
    }

    @Test
    void takesAnArchiveOnlyIfEachOfItsReportsCanBeRead() throws IOException {
        dropZip("both.zip", aScan(), aScan());
        dropZip("cut.zip", aScan(), aScan().substring(0, 400));

        look();

        assertThat(received()).containsExactly("main both.zip system");
        assertThat(reasonOf("cut.zip")).containsPattern("line \\d+");
    }

    @Test
    void refusesABrokenFileWithItsPlace() throws IOException {
        drop("cut.nessus", aScan().substring(0, 400));

        look();

        assertThat(received()).isEmpty();
        assertThat(reasonOf("cut.nessus")).containsPattern("line \\d+");
    }

    @Test
    void takesAFileOnce() throws IOException {
        drop("weekly.nessus", aScan());

        look();
        look();

        assertThat(received()).hasSize(1);
    }

    @Test
    void eachOfSeveralScopesHasItsFolder() throws IOException {
        lab.addScope("Plant");
        drop("weekly.nessus", aScan());
        Files.createDirectory(inbox.resolve("plant"));
        drop("plant/plant.nessus", aScan());

        look();

        assertThat(received()).containsExactly("plant plant.nessus system");
        assertThat(reasonOf("weekly.nessus")).contains("one of: main, plant");
    }

    @Test
    void leavesEverythingAloneBeforeTheFirstStart() throws IOException {
        when(organization.isSetUp()).thenReturn(false);
        drop("weekly.nessus", aScan());

        look();

        assertThat(received()).isEmpty();
        assertThat(inbox).isDirectoryContaining("glob:**/weekly.nessus");
    }

    private static String aScan() {
        return ScanFile.endedAt("2026-03-01T20:00:00Z").host("web1", 100).text();
    }

    private void look() {
        IntakeSettings settings = new IntakeSettings(DataSize.ofMegabytes(10), 50, inbox.toString());
        new ScanFolder(
                        lab.bean(ScanIntake.class),
                        lab.bean(Scopes.class),
                        organization,
                        settings,
                        lab.clock,
                        lab.bean(OwnTables.class),
                        lab.bean(WebAddress.class))
                .look();
    }

    private void drop(String name, String content) throws IOException {
        age(Files.writeString(inbox.resolve(name), content));
    }

    private void dropZip(String name, String... reports) throws IOException {
        Path file = inbox.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < reports.length; i++) {
                zip.putNextEntry(new ZipEntry(i + ".nessus"));
                zip.write(reports[i].getBytes(StandardCharsets.UTF_8));
            }
        }
        age(file);
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-02T07:00:00Z")));
    }

    private List<String> received() {
        return lab.jdbc
                .sql("select scope_id || ' ' || file_name || ' ' || received_by from scan order by id")
                .query(String.class)
                .list();
    }

    private String reasonOf(String name) throws IOException {
        try (var files = Files.list(inbox.resolve("refused"))) {
            return Files.readString(files.filter(file -> file.toString().endsWith(name + ".reason.txt"))
                    .findFirst()
                    .orElseThrow());
        }
    }
}
