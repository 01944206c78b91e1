package io.closeout.intake.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CoverageFactsTest {

    @Nested
    class ChecksThatRan {

        @Test
        void areThoseOfTheListIfThereIsOne() {
            CheckSelection.Builder checks = new CheckSelection.Builder();
            checks.list("10180;195");
            checks.list("06;99999999999999");
            checks.endOfId();
            checks.family("Windows", true);
            assertThat(checks.build().ran("19506", "")).contains(true);
            assertThat(checks.build().ran("195", "Windows")).contains(false);
            assertThat(checks.build().ran("VULN-7", "Windows")).contains(false);
        }

        @Test
        void areThoseOfTheFamiliesOtherwiseUnlessNamedSingly() {
            CheckSelection.Builder checks = new CheckSelection.Builder();
            checks.family("Windows", true);
            checks.family("Mixed", false);
            checks.singleCheck("7", true);
            checks.singleCheck("8", false);
            assertThat(checks.build().ran("1", "Windows")).contains(true);
            assertThat(checks.build().ran("8", "Windows")).contains(false);
            assertThat(checks.build().ran("7", "Mixed")).contains(true);
            assertThat(checks.build().ran("1", "Mixed")).contains(false);
            assertThat(checks.build().ran("1", "Unheard of")).contains(false);
        }

        @Test
        void areUnknownIfTheFileIsSilent() {
            assertThat(new CheckSelection.Builder().build().ran("1", "Windows")).isEmpty();
        }

        @Test
        void canBeKeptAsText() {
            CheckSelection.Builder checks = new CheckSelection.Builder();
            checks.list("1;2;3;9;");
            checks.family("Windows : Microsoft\nBulletins", true);
            checks.singleCheck("77", false);
            String text = checks.build().asText();
            assertThat(CheckSelection.ofText(text).asText()).isEqualTo(text);
            assertThat(CheckSelection.ofText(text).ran("3", "")).contains(true);
            assertThat(CheckSelection.ofText(text).ran("4", "")).contains(false);
        }
    }

    @Nested
    class PortsThatWereLookedAt {

        @Test
        void alwaysIncludeTheHostItself() {
            assertThat(PortRange.of("").covers(0, "tcp")).isTrue();
            assertThat(PortRange.of("22").covers(0, "icmp")).isTrue();
        }

        @Test
        void areReadFromLists() {
            PortRange range = PortRange.of("22, 80,8000-9000");
            assertThat(range.covers(22, "tcp")).isTrue();
            assertThat(range.covers(8443, "udp")).isTrue();
            assertThat(range.covers(9001, "tcp")).isFalse();
        }

        @Test
        void areSeparateForEachProtocolIfTheListSaysSo() {
            PortRange range = PortRange.of("T:1-1024,3389,U:53");
            assertThat(range.covers(3389, "tcp")).isTrue();
            assertThat(range.covers(53, "udp")).isTrue();
            assertThat(range.covers(3389, "udp")).isFalse();
        }

        @Test
        void areAllIfTheFileSaysSo() {
            assertThat(PortRange.of("all").covers(65_535, "tcp")).isTrue();
            assertThat(PortRange.of("1-65535").covers(50_000, "udp")).isTrue();
        }

        @Test
        void areOnlyTheUsualOnesIfTheFileSaysDefault() {
            assertThat(PortRange.of("default").covers(3389, "tcp")).isTrue();
            assertThat(PortRange.of("default").covers(50_123, "tcp")).isFalse();
            assertThat(PortRange.of("default,50000-51000").covers(50_123, "tcp"))
                    .isTrue();
        }

        @Test
        void areTheSameIfTheEarlierScanWasToldTheSame() {
            PortRange usual = PortRange.of("default");
            assertThat(usual.covers(50_123, "tcp", PortRange.of("Default"))).isTrue();
            assertThat(usual.covers(50_123, "tcp", PortRange.of("all"))).isFalse();
        }

        @Test
        void areUnknownIfTheWordsAre() {
            assertThat(PortRange.of("everything, 70000, 9-1").covers(80, "tcp")).isFalse();
        }
    }
}
