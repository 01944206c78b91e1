package io.closeout.workflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShiftedScanTest {

    private static final String SCAN = """
            <!-- \u00e9 Mon Oct  5 20:00:00 2026 -->
            <tag name="HOST_START">Mon Oct  5 20:00:00 2026</tag>
            <tag name="HOST_START_TIMESTAMP">1791230400</tag>
            <tag name="HOST_END">Mon Oct  5 20:14:00 2026</tag>
            <tag name="HOST_END_TIMESTAMP">1791231240</tag>
            <plugin_publication_date>2019/05/14</plugin_publication_date>
            """;

    private final ShiftedScan scan = new ShiftedScan(SCAN.getBytes(StandardCharsets.UTF_8));

    @Test
    void movesTheDatesOfHostsAndNothingElse() {
        assertThat(text(scan.endingAt(Instant.parse("2027-03-14T20:14:00Z")))).isEqualTo("""
                <!-- \u00e9 Mon Oct  5 20:00:00 2026 -->
                <tag name="HOST_START">Sun Mar 14 20:00:00 2027</tag>
                <tag name="HOST_START_TIMESTAMP">1805054400</tag>
                <tag name="HOST_END">Sun Mar 14 20:14:00 2027</tag>
                <tag name="HOST_END_TIMESTAMP">1805055240</tag>
                <plugin_publication_date>2019/05/14</plugin_publication_date>
                """);
    }

    @Test
    void putsAllHostsAtOneMoment() {
        assertThat(text(scan.happeningAt(Instant.parse("2027-03-04T08:05:00Z"))))
                .contains("\"HOST_START\">Thu Mar  4 08:05:00 2027<", "\"HOST_END\">Thu Mar  4 08:05:00 2027<");
    }

    @Test
    void readsTheLastHostsEndOfTheFirstSample() throws IOException {
        ShiftedScan first = new ShiftedScan(Files.readAllBytes(Path.of("samples/halyard-first-scan.nessus")));

        assertThat(first.end()).isEqualTo("2026-10-05T21:14:00Z");
        assertThat(first.endingAt(first.end()))
                .isEqualTo(Files.readAllBytes(Path.of("samples/halyard-first-scan.nessus")));
    }

    @Test
    void knowsItselfOnAnotherDateButNoOtherScan() {
        byte[] other = SCAN.replace("2019/05/14", "2020/05/14").getBytes(StandardCharsets.UTF_8);

        assertThat(scan.isAs(new ShiftedScan(scan.happeningAt(Instant.EPOCH)))).isTrue();
        assertThat(scan.isAs(new ShiftedScan(other))).isFalse();
    }

    private static String text(byte[] scan) {
        return new String(scan, StandardCharsets.UTF_8);
    }
}
