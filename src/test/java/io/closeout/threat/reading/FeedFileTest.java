package io.closeout.threat.reading;

import static io.closeout.threat.Feeds.bytes;
import static io.closeout.threat.Feeds.catalogue;
import static io.closeout.threat.Feeds.entry;
import static io.closeout.threat.Feeds.gzip;
import static io.closeout.threat.Feeds.record;
import static io.closeout.threat.Feeds.scores;
import static io.closeout.threat.Feeds.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.shared.Refused;
import io.closeout.shared.TooLarge;
import io.closeout.threat.reading.FeedFile.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedFileTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 7);
    private static final String CATALOGUE = catalogue("v", "2026-08-07T16:45:47Z", entry("CVE-2026-8037", DAY, DAY));
    private static final String SCORES = scores("2026-09-29T12:00:22Z", "CVE-1999-0001,0.1,0.2");
    private static final String RECORD = record("CVE-2024-1709", "", "{\"Automatable\": \"yes\"}");

    @TempDir
    Path folder;

    @Test
    void isRecognisedByItsContent() throws IOException {
        assertThat(file(bytes(CATALOGUE)).content()).isEqualTo(Content.KEV_JSON);
        assertThat(file(bytes("\uFEFF" + CATALOGUE)).content()).isEqualTo(Content.KEV_JSON);
        assertThat(file(bytes("cveID,vendorProject,dueDate\n")).content()).isEqualTo(Content.KEV_CSV);
        assertThat(file(bytes("\"cveID\",\"vendorProject\",\"dueDate\"\n")).content())
                .isEqualTo(Content.KEV_CSV);
        assertThat(file(bytes(SCORES)).content()).isEqualTo(Content.EPSS_CSV);
        assertThat(file(gzip(bytes(SCORES))).content()).isEqualTo(Content.EPSS_CSV);
        assertThat(file(bytes(RECORD)).content()).isEqualTo(Content.CVE_RECORD);
        assertThat(file(zip("CVE-2024-1709.json", RECORD)).content()).isEqualTo(Content.CVE_ARCHIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "{}", "{\"a\": 1}", "<xml/>", "a,b,c\n1,2,3", "\u0000\u0001", "P"})
    void isRefusedWhereItIsNothingOfIt(String text) throws IOException {
        FeedFile file = file(bytes(text));

        assertThatThrownBy(file::content).isInstanceOf(Refused.class).hasMessageContaining("none of the files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": ", "{\"a\": nonsense}", "{"})
    void isRefusedWhereItsJsonIsBroken(String text) throws IOException {
        FeedFile file = file(bytes(text));

        assertThatThrownBy(file::content).isInstanceOf(Refused.class).hasMessageContaining("line 1");
    }

    @Test
    void isRefusedWhereItsPackingBreaksOff() throws IOException {
        byte[] packed = gzip(bytes(CATALOGUE));
        FeedFile cut = file(Arrays.copyOf(packed, packed.length / 2));

        assertThatThrownBy(cut::content).isInstanceOf(Refused.class).hasMessageContaining("damaged");
    }

    @Test
    void isRefusedWhereItGrowsBeyondTheLimitUnpacked() throws IOException {
        Path bomb = Files.write(folder.resolve("bomb"), gzip(bytes(SCORES + "x".repeat(1_000_000))));
        FeedFile file = new FeedFile(bomb, 100_000);

        assertThat(Files.size(bomb)).isLessThan(10_000);
        assertThatThrownBy(() -> file.read(in -> EpssReader.scores(in, score -> {})))
                .isInstanceOf(TooLarge.class)
                .hasMessageContaining("unpacked");
    }

    @Test
    void isRefusedWhereItIsNestedTooDeep() throws IOException {
        FeedFile file = file(bytes("{\"a\": " + "[".repeat(5000)));

        assertThatThrownBy(file::content).isInstanceOf(Refused.class);
    }

    private FeedFile file(byte[] content) throws IOException {
        return new FeedFile(Files.write(folder.resolve("feed"), content), 1 << 20);
    }
}
