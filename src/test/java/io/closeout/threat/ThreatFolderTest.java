package io.closeout.threat;

import static io.closeout.threat.Feeds.catalogue;
import static io.closeout.threat.Feeds.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@ThreatTest
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:threat-folder;DB_CLOSE_DELAY=-1",
            "closeout.threat.look-every=1h"
        })
class ThreatFolderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 7);

    @TempDir
    static Path folder;

    @Autowired
    ThreatFolder dropped;

    @Autowired
    FeedStates states;

    @DynamicPropertySource
    static void isThere(DynamicPropertyRegistry properties) {
        properties.add("closeout.threat.folder", folder::toString);
    }

    @Test
    void takesWhatIsDroppedAndRefusesWhatIsNothingOfIt() throws IOException {
        drop("kev.json", catalogue("2026.08.07", "2026-08-07T00:00:00Z", entry("CVE-2026-8037", DAY, DAY)));
        drop("letter.txt", "Dear Sir or Madam");

        dropped.look();

        assertThat(states.all().get(0).release())
                .isNotNull()
                .returns("kev.json", Release::fileName)
                .returns("system", Release::takenBy);
        assertThat(folder.resolve("done")).isDirectoryContaining("glob:**-kev.json");
        assertThat(folder.resolve("refused")).isDirectoryContaining("glob:**-letter.txt.reason.txt");
    }

    private static void drop(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }
}
