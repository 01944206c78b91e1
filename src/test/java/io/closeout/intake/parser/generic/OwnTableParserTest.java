package io.closeout.intake.parser.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.TableShape;
import io.closeout.intake.parser.registry.ParserRegistry;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OwnTableParserTest {

    private static final TableWords WORDS =
            new TableWords(Map.of("urgent", Severity.CRITICAL), Set.of(), Set.of("done"), DateOrder.DAY_MONTH_YEAR);

    private static CollectedScan read(TableLayout layout, String content, Charset charset) throws IOException {
        CollectedScan scan = new CollectedScan();
        new ParserRegistry()
                .with(List.of(new OwnTableParser("own-table-1-v1", "table-audit", "Audit", layout)))
                .read(input(content, charset), scan);
        return scan;
    }

    private static ScanInput input(String content, Charset charset) {
        return ScanInput.of("audit", () -> new ByteArrayInputStream(content.getBytes(charset)));
    }

    @Nested
    class OfAList {

        private static final String LIST = """
                {"meta": {"tool": "own"}, "data": {"results": [
                  {"what": {"name": "Open port"}, "level": "urgent", "on": "web1", "ref": ["CVE-2026-1001"], "where": 443,
                   "since": "05.01.2026", "until": "31.02.2026", "state": "open"},
                  {"what": {"name": "Old key"}, "level": "low", "on": "web2", "state": "DONE"}]}}
                """;

        private static final TableLayout LAYOUT = new TableLayout(
                List.of("what.name", "level", "on", "ref", "where", "since", "until", "state"),
                List.of("data", "results"),
                null,
                Map.of(
                        TableField.TITLE, "what.name",
                        TableField.SEVERITY, "level",
                        TableField.ASSET, "on",
                        TableField.CVE, "ref",
                        TableField.LOCATION, "where",
                        TableField.FIRST_SEEN, "since",
                        TableField.LAST_SEEN, "until",
                        TableField.STATE, "state"),
                null,
                WORDS,
                null,
                null);

        @Test
        void bringsWhatItsMembersSay() throws IOException {
            CollectedScan scan = read(LAYOUT, LIST, StandardCharsets.UTF_8);
            ScanRecord port = scan.records.get(0);
            assertThat(port.title()).isEqualTo("Open port");
            assertThat(port.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(port.sighting().hostName()).isEqualTo("web1");
            assertThat(port.sighting().location()).isEqualTo("443/tcp");
            assertThat(port.cves()).containsExactly("CVE-2026-1001");
            assertThat(scan.hosts.get(0).found()).isEqualTo(Instant.parse("2026-01-05T12:00:00Z"));
            assertThat(scan.hosts.get(0).reached()).isFalse();
            assertThat(scan.headers.get(0).scanner()).isEqualTo("table-audit");
        }

        @Test
        void saysWhatIsLeftOut() throws IOException {
            assertThat(read(LAYOUT, LIST, StandardCharsets.UTF_8).skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "the day \"31.02.2026\" is not understood; the rest of the entry counts",
                            "\"Old key\": the list calls it done");
        }

        @Test
        void isLookedAtByDottedPaths() throws IOException {
            TableLook look = TableLook.of(input(LIST, StandardCharsets.UTF_8), new TableShape(List.of(), null, null))
                    .orElseThrow();
            assertThat(look.list()).containsExactly("data", "results");
            assertThat(look.columns()).contains("what.name", "level", "where");
            assertThat(TableField.TITLE.among(look.columns())).contains("what.name");
            assertThat(look.words("level")).containsExactly("urgent", "low");
        }

        @Test
        void isRefusedIfItBreaksOff() {
            assertThatThrownBy(() -> read(LAYOUT, LIST.substring(0, LIST.length() - 20), StandardCharsets.UTF_8))
                    .isInstanceOf(ScanUnreadable.class)
                    .hasMessageContaining("breaks off");
        }
    }

    @Nested
    class OfATable {

        private static TableLayout layout(Map<TableField, String> fields, @Nullable Severity always) {
            return new TableLayout(List.of("Übel", "Ort", "Preis"), null, null, fields, always, WORDS, ';', "IBM850");
        }

        @Test
        void isReadInItsEncodingWithOneSeverityForAll() throws IOException {
            TableLayout layout = layout(Map.of(TableField.TITLE, "Übel", TableField.ASSET, "Ort"), Severity.LOW);
            CollectedScan scan = read(layout, "Preis;Übel;Ort\n3;Tür offen;Halle\n", Charset.forName("IBM850"));
            assertThat(scan.records.get(0).title()).isEqualTo("Tür offen");
            assertThat(scan.records.get(0).severity()).isEqualTo(Severity.LOW);
        }

        @Test
        void withOneColumnMoreIsAnother() {
            TableLayout layout = layout(Map.of(TableField.TITLE, "Übel"), Severity.LOW);
            assertThatThrownBy(() -> read(layout, "Preis;Übel;Ort;Neu\n3;a;b;c\n", Charset.forName("IBM850")))
                    .isInstanceOfSatisfying(ScanUnreadable.class, asks -> assertThat(asks.asksForColumns())
                            .isTrue());
        }

        @Test
        void needsATitleAndASeverity() {
            assertThatThrownBy(() -> layout(Map.of(), Severity.LOW)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> layout(Map.of(TableField.TITLE, "Übel"), null))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> layout(Map.of(TableField.TITLE, "Titel"), Severity.LOW))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("no column \"Titel\"");
        }
    }
}
