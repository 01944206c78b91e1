package io.closeout.threat.reading;

import static io.closeout.threat.Feeds.catalogue;
import static io.closeout.threat.Feeds.entry;
import static io.closeout.threat.Feeds.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.closeout.shared.Refused;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KevReaderTest {

    private static final String RELEASED = "2026-08-07T16:45:47.0648Z";
    private static final LocalDate ADDED = LocalDate.of(2026, 8, 7);
    private static final LocalDate DUE = LocalDate.of(2026, 8, 10);
    private static final String GOOD = entry("CVE-2026-8037", ADDED, DUE);

    @Nested
    class Json {

        @Test
        void tellsVersionReleaseAndEntries() throws IOException {
            KevCatalogue read = KevReader.json(stream(catalogue("2026.08.07", RELEASED, GOOD)));

            assertThat(read.version()).isEqualTo("2026.08.07");
            assertThat(read.released()).isEqualTo(Instant.parse("2026-08-07T16:45:47.0648Z"));
            assertThat(read.newest()).isEqualTo(ADDED);
            assertThat(read.problems().count()).isZero();
            assertThat(read.entries())
                    .containsExactly(new KevEntry(
                            "CVE-2026-8037",
                            "Osprey",
                            "Gate",
                            "Osprey Gate Code Injection",
                            ADDED,
                            DUE,
                            "Apply the update.",
                            KevEntry.Ransomware.KNOWN,
                            "https://a.example ; https://b.example"));
        }

        @Test
        void takesADueDateBeforeTheListing() throws IOException {
            String edited = entry("CVE-2021-1234", ADDED, ADDED.minusDays(200));

            assertThat(KevReader.json(stream(catalogue("v", RELEASED, edited))).entries())
                    .extracting(KevEntry::dueOn)
                    .containsExactly(ADDED.minusDays(200));
        }

        @Test
        void doesNotMindTheOrderOfFieldsOrAMarkInFront() throws IOException {
            String turned = "\uFEFF{\"vulnerabilities\": [" + GOOD + "], \"extra\": {\"a\": [1]}, \"dateReleased\": \""
                    + RELEASED + "\", \"catalogVersion\": \"7\"}";

            assertThat(KevReader.json(stream(turned)).entries()).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({
            "CVE-2026-8037, CVE-20x6-1,   CVE id",
            "2026-08-10,    soon,         dueDate",
            "2026-08-07,    2026-02-30,   dateAdded",
            "2026-08-10,    9999-12-31,   dueDate",
            "Known,         perhaps,      Known or Unknown",
            "Osprey,        '',           vendorProject",
        })
        void listsABrokenEntryAndTakesTheOthers(String right, String wrong, String words) throws IOException {
            String broken = entry("CVE-2026-8037", ADDED, DUE).replaceFirst(right, wrong);

            KevCatalogue read =
                    KevReader.json(stream(catalogue("v", RELEASED, broken, entry("CVE-2026-9999", ADDED, DUE))));

            assertThat(read.entries()).extracting(KevEntry::cve).containsExactly("CVE-2026-9999");
            assertThat(read.problems().first()).singleElement().satisfies(problem -> {
                assertThat(problem.place()).startsWith("entry 1");
                assertThat(problem.reason()).contains(words);
            });
        }

        @Test
        void listsWhatIsNoEntryAndWhatComesTwice() throws IOException {
            KevCatalogue read = KevReader.json(stream(catalogue("v", RELEASED, GOOD, "17", "[1]", GOOD)));

            assertThat(read.entries()).hasSize(1);
            assertThat(read.problems().first())
                    .extracting(Problem::place, Problem::reason)
                    .containsExactly(
                            tuple("entry 2", "This is no entry."),
                            tuple("entry 3", "This is no entry."),
                            tuple(
                                    "entry 4 (CVE-2026-8037)",
                                    "The CVE stands in the catalogue twice; the first entry counts."));
        }

        @Test
        void refusesOneThatIsNotWhole() {
            String cut = catalogue("v", RELEASED, GOOD).replace("\"count\": 1", "\"count\": 1400");

            assertRefused(cut, "\"1400\" entries and holds 1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"catalogVersion\": \"v\",", "\"dateReleased\": \"" + RELEASED + "\","})
        void refusesOneWithoutVersionOrRelease(String left) {
            assertRefused(catalogue("v", RELEASED, GOOD).replace(left, ""), "it");
        }

        @Test
        void refusesOneWithoutEntriesThatCanBeRead() {
            assertRefused(catalogue("v", RELEASED), "no entries");
            assertRefused(catalogue("v", RELEASED, "{}"), "entry 1");
        }

        private void assertRefused(String json, String words) {
            assertThatThrownBy(() -> KevReader.json(stream(json)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining(words);
        }
    }

    @Nested
    class Csv {

        private static final String COLUMNS =
                "cveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,requiredAction,dueDate,"
                        + "knownRansomwareCampaignUse,notes,cwes\n";
        private static final String ROW =
                "CVE-2026-8037,Osprey,Gate,\"Code, injected\",2026-08-07,Text,Apply,2026-08-10,Unknown,,\"CWE-94,CWE-77\"\n";

        @Test
        void tellsEntriesAndIsNamedAfterTheNewest() throws IOException {
            KevCatalogue read = KevReader.csv(stream(COLUMNS + ROW));

            assertThat(read.version()).isEqualTo("as of 2026-08-07");
            assertThat(read.released()).isNull();
            assertThat(read.entries()).singleElement().satisfies(entry -> {
                assertThat(entry.title()).isEqualTo("Code, injected");
                assertThat(entry.ransomware()).isEqualTo(KevEntry.Ransomware.UNKNOWN);
                assertThat(entry.notes()).isNull();
            });
        }

        @Test
        void listsARowThatIsTooShort() throws IOException {
            KevCatalogue read = KevReader.csv(stream(COLUMNS + "CVE-2026-1,a,b\n" + ROW));

            assertThat(read.entries()).hasSize(1);
            assertThat(read.problems().first()).extracting(Problem::place).containsExactly("row 1");
        }

        @Test
        void refusesACellWithoutEnd() {
            assertThatThrownBy(() -> KevReader.csv(stream(COLUMNS + ROW + "\"CVE")))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("quotation mark");
        }
    }
}
