package io.closeout.intake.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardenedJsonTest {

    private static HardenedJson json(String text) throws IOException {
        return json(text, StandardCharsets.UTF_8);
    }

    private static HardenedJson json(String text, Charset charset) throws IOException {
        return HardenedJson.open(new ByteArrayInputStream(text.getBytes(charset)));
    }

    private static JsonValue whole(String text) throws IOException {
        try (HardenedJson json = json(text)) {
            json.next();
            return json.value();
        }
    }

    @Nested
    class ReadingAStream {

        @Test
        void handsOverMembersAndPassesOverWhatTheHandlerLeaves() throws IOException {
            List<String> seen = new ArrayList<>();
            try (HardenedJson json =
                    json("{\"a\": {\"deep\": [1, 2]}, \"b\": [{\"x\": 1}, {\"x\": 2}], \"c\": \"last\"}")) {
                assertThat(json.next()).isTrue();
                json.members(name -> {
                    if (name.equals("b")) {
                        json.elements(() -> seen.add(json.value().text("x")));
                    } else {
                        seen.add(name + json.text());
                    }
                });
                assertThat(json.next()).isFalse();
            }
            assertThat(seen).containsExactly("a", "1", "2", "clast");
        }

        @Test
        void readsSeveralValuesBehindEachOther() throws IOException {
            List<String> seen = new ArrayList<>();
            try (HardenedJson json = json("{\"n\": 1}\n{\"n\": 2}\n\n{\"n\": 3}\n")) {
                while (json.next()) {
                    seen.add(json.value().text("n"));
                }
            }
            assertThat(seen).containsExactly("1", "2", "3");
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32BE"})
        void understandsEveryEncodingOfJson(String charset) throws IOException {
            String mark = charset.equals("UTF-16") ? "" : "\uFEFF";
            try (HardenedJson json = json(mark + "{\"name\": \"Prüfung\"}", Charset.forName(charset))) {
                json.next();
                assertThat(json.value().text("name")).isEqualTo("Prüfung");
            }
        }

        @Test
        void leavesNulOut() throws IOException {
            assertThat(whole("{\"name\": \"a\\u0000b\"}").text("name")).isEqualTo("ab");
        }
    }

    @Nested
    class HeldAsAWhole {

        @Test
        void answersEmptyForWhatIsNotThere() throws IOException {
            JsonValue value = whole("{\"a\": {\"b\": null, \"n\": 7.5}, \"list\": [\"x\", \"\", 3]}");
            assertThat(value.text("a", "b")).isEmpty();
            assertThat(value.text("no", "such", "path")).isEmpty();
            assertThat(value.text("a")).isEmpty();
            assertThat(value.number("a", "n")).isEqualTo(7.5);
            assertThat(value.number("a", "b")).isNull();
            assertThat(value.texts("list")).containsExactly("x", "3");
            assertThat(value.has("a", "b")).isFalse();
            assertThat(value.items("a")).isEmpty();
            assertThat(value.members("a")).hasSize(2);
            assertThat(value.lines("a")).isEqualTo("n: 7.5");
        }
    }

    @Nested
    class RefusesInWords {

        private static void refused(String text, String... words) {
            assertThatThrownBy(() -> {
                        try (HardenedJson json = json(text)) {
                            while (json.next()) {
                                json.value();
                            }
                        }
                    })
                    .isInstanceOf(ScanUnreadable.class)
                    .hasMessageContainingAll(words);
        }

        @Test
        void aNameThatStandsTwice() {
            refused("{\"severity\": \"low\",\n \"severity\": \"high\"}", "line 2", "'severity' stands twice");
        }

        @Test
        void aFileThatBreaksOff() {
            refused("{\"a\": [1, 2", "breaks off");
            refused("{\"a\": \"text", "breaks off");
        }

        @Test
        void nestingWithoutEnd() {
            refused("[".repeat(100_000), "nested deeper than 256");
        }

        @Test
        void aNumberWithoutEnd() {
            refused("[" + "9".repeat(100_000) + "]", "longer than the limit");
        }

        @Test
        void aTextWithoutEnd() {
            refused("[\"" + "x".repeat(HardenedJson.VALUE_LIMIT + 100_000) + "\"]", "longer than the limit");
        }

        @Test
        void aValueThatIsTooLarge() {
            refused("[" + "[],".repeat(HardenedJson.VALUE_LIMIT / 2) + "[]]", "longer than the limit");
        }

        @Test
        void whatIsNotJson() {
            refused("{severity: low}", "line 1", "not well-formed");
        }

        @Test
        void anObjectWhereAnArrayIsExpected() throws IOException {
            try (HardenedJson json = json("{\n \"runs\": {}}")) {
                json.next();
                assertThatThrownBy(() -> json.members(name -> json.elements(() -> {})))
                        .isInstanceOf(ScanUnreadable.class)
                        .hasMessageContainingAll("line 2", "an array");
            }
        }
    }

    @Nested
    class AtTheBeginning {

        private static ScanProbe probe(String text) throws IOException {
            return ScanProbe.of(
                    ScanInput.of("", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        }

        @Test
        void formatsAreRecognisedByPathsAndTexts() throws IOException {
            ScanProbe probe =
                    probe("{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"X\"}}}]}");
            assertThat(probe.hasJson("version", "runs[].tool.driver")).isTrue();
            assertThat(probe.hasJson("version", "findings")).isFalse();
            assertThat(probe.jsonText("runs[].tool.driver.name")).isEqualTo("X");
            assertThat(probe.jsonText("runs")).isEmpty();
        }

        @Test
        void aLargeFileIsRecognisedByWhatStandsFirst() throws IOException {
            assertThat(probe("{\"first\": [" + "{\"id\": 1},".repeat(50_000)).hasJson("first[].id"))
                    .isTrue();
        }

        @Test
        void otherFilesAreNoJson() throws IOException {
            assertThat(probe("<a/>").hasJson()).isFalse();
            assertThat(probe("\"QID\",\"Title\"").hasJson()).isFalse();
            assertThat(probe("").hasJson()).isFalse();
        }
    }
}
