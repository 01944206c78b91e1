package io.closeout.threat.reading;

import static io.closeout.threat.Feeds.record;
import static io.closeout.threat.Feeds.stream;
import static io.closeout.threat.Feeds.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.policy.Automatable;
import io.closeout.policy.TechnicalImpact;
import io.closeout.shared.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VulnrichmentReaderTest {

    private static final String JUDGED = "2024-02-24T05:00:21.568850Z";
    private static final String BOTH = "{\"Automatable\": \"yes\"}, {\"Technical Impact\": \"total\"}";

    private final List<SsvcRecord> told = new ArrayList<>();

    @Test
    void tellsTheDecisionPointsOfARecord() throws IOException {
        VulnrichmentReader.record(stream(record("CVE-2024-1709", JUDGED, BOTH)), told::add);

        assertThat(told)
                .containsExactly(
                        new SsvcRecord("CVE-2024-1709", Automatable.YES, TechnicalImpact.TOTAL, Instant.parse(JUDGED)));
    }

    @Test
    void keepsUnknownWhatARecordDoesNotSay() throws IOException {
        VulnrichmentReader.record(
                stream(record("CVE-2024-1709", "", "{\"Technical Impact\": \"partial\"}")), told::add);

        assertThat(told)
                .containsExactly(new SsvcRecord("CVE-2024-1709", Automatable.UNKNOWN, TechnicalImpact.PARTIAL, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cveMetadata\": {\"cveId\": \"CVE-2024-1709\"}, \"containers\": {\"adp\": []}}",
                "{\"cveMetadata\": {\"cveId\": \"other\"}}",
                "{\"containers\": ",
                "[]",
            })
    void refusesARecordThatSaysNothing(String json) {
        assertThatThrownBy(() -> VulnrichmentReader.record(stream(json), told::add))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("CVE record");
    }

    @Nested
    class OfAZip {

        @Test
        void tellsAllAndListsTheBrokenOnesByTheirPath() throws IOException {
            byte[] zip = zip(
                    "v/2024/1xxx/CVE-2024-1709.json", record("CVE-2024-1709", JUDGED, BOTH),
                    "v/2024/1xxx/CVE-2024-1710.json", "{\"half\": ",
                    "v/2024/1xxx/CVE-2024-1711.json", record("CVE-2024-1711", JUDGED, "{\"Automatable\": \"perhaps\"}"),
                    "v/2024/1xxx/CVE-2024-1712.json",
                            "{\"cveMetadata\": {\"cveId\": \"CVE-2024-1712\"}, \"containers\": {}}",
                    "v/README.md", "# not a record",
                    "v/assets/other.json", "{",
                    "v/2024/1xxx/CVE-2024-1713.json", record("CVE-2024-1713", JUDGED, BOTH));

            VulnrichmentReader.Outcome read = VulnrichmentReader.archive(new ByteArrayInputStream(zip), told::add);

            assertThat(told).extracting(SsvcRecord::cve).containsExactly("CVE-2024-1709", "CVE-2024-1713");
            assertThat(read.records()).isEqualTo(2);
            assertThat(read.withoutPoints()).isEqualTo(1);
            assertThat(read.problems().first())
                    .extracting(Problem::place)
                    .containsExactly("v/2024/1xxx/CVE-2024-1710.json", "v/2024/1xxx/CVE-2024-1711.json");
        }

        @Test
        void refusesOneWithoutRecords() {
            assertThatThrownBy(() ->
                            VulnrichmentReader.archive(new ByteArrayInputStream(zip("readme.txt", "hello")), told::add))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("no CVE record");
        }
    }
}
