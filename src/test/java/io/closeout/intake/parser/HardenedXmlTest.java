package io.closeout.intake.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardenedXmlTest {

    @Nested
    class HostileXml {

        @Test
        @Timeout(10)
        void refusesEntitiesThatMultiply() {
            refuses("""
                    <!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">
                    <!ENTITY z "&y;&y;&y;&y;&y;&y;&y;&y;">]><a>&z;</a>""");
        }

        @Test
        void refusesEntitiesThatReadAFile(@TempDir Path folder) throws IOException {
            Path secret = Files.writeString(folder.resolve("secret"), "TOP SECRET");
            refuses("<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><a>&x;</a>");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:%d/x\">]><a>&x;</a>",
                    "<!DOCTYPE a [<!ENTITY %% p SYSTEM \"http://127.0.0.1:%d/p.dtd\">%%p;]><a>text</a>",
                    "<!DOCTYPE a SYSTEM \"http://127.0.0.1:%d/a.dtd\"><a>text</a>",
                })
        void fetchesNothing(String xml) throws IOException {
            try (ServerSocket server = new ServerSocket(0)) {
                server.setSoTimeout(200);
                try {
                    textOf(bytes(xml.formatted(server.getLocalPort())));
                } catch (ScanUnreadable refused) {
                    assertThat(refused.why()).contains("entity");
                }
                assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<!DOCTYPE a [<!ENTITY x \"ha\">]><a b=\"&x;\"/>",
                    "<a b=\"&x;\"/>",
                    "<a>&x;</a>",
                    "<!DOCTYPE a SYSTEM \"file:///none.dtd\"><a>&x;</a>",
                })
        void refusesReferencesToEntities(String xml) {
            refuses(xml);
        }

        @Test
        void dropsAnAttributesReferenceToAnEntityThatAnUnreadDoctypeMightDeclare() throws IOException {
            String xml = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a b=\"[&x;]\"/>";
            try (HardenedXml reader = HardenedXml.open(new ByteArrayInputStream(bytes(xml)))) {
                reader.root();
                assertThat(reader.attribute("b")).isEqualTo("[]");
            }
        }

        @Test
        void refusesTextBeyondTheLimit() {
            assertThatExceptionOfType(ScanUnreadable.class)
                    .isThrownBy(() -> textOf(bytes("<a>" + "text ".repeat(30_000) + "</a>"), 100_000))
                    .withMessageContaining("longer than the limit of 100000");
        }

        @Test
        void refusesACommentThatWouldFillTheMemory() {
            assertThatExceptionOfType(ScanUnreadable.class)
                    .isThrownBy(() -> textOf(bytes("<a><!--" + "<b> ".repeat(300_000) + "--></a>"), 500_000))
                    .withMessageContaining("longer than the limit of 500000");
        }

        @Test
        void refusesEndlessNesting() {
            assertThatExceptionOfType(ScanUnreadable.class)
                    .isThrownBy(() -> textOf(bytes("<a>".repeat(1_000) + "</a>".repeat(1_000))))
                    .withMessageContaining("nested deeper");
        }

        private void refuses(String xml) {
            assertThatExceptionOfType(ScanUnreadable.class)
                    .isThrownBy(() -> textOf(bytes(xml)))
                    .withMessageContaining("line ")
                    .withMessageContaining("entity");
        }
    }

    @Nested
    class RealFiles {

        @Test
        void mayCarryADoctype() throws IOException {
            assertThat(textOf(bytes("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ELEMENT a ANY>]>\n<a>text</a>")))
                    .isEqualTo("text");
        }

        @Test
        void mayBeginWithAByteOrderMarkAndBlankLines() throws IOException {
            assertThat(textOf(bytes("\uFEFF \r\n\n<?xml version=\"1.0\"?><a>text</a>")))
                    .isEqualTo("text");
        }

        @Test
        void areReadInTheEncodingTheyDeclare() throws IOException {
            assertThat(textOf("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>Müller</a>"
                            .getBytes(StandardCharsets.ISO_8859_1)))
                    .isEqualTo("Müller");
            assertThat(textOf("<?xml version='1.0' encoding='windows-1252'?><a>\u20ac</a>"
                            .getBytes(Charset.forName("windows-1252"))))
                    .isEqualTo("\u20ac");
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8"})
        void areReadInAnEncodingThatShowsItself(String encoding) throws IOException {
            String xml = "<?xml version=\"1.0\" encoding=\"utf-16\"?><a>Müller</a>";
            assertThat(textOf(xml.getBytes(Charset.forName(encoding)))).isEqualTo("Müller");
        }

        @Test
        void mayHoldMillionsOfCharacterReferences() throws IOException {
            assertThat(textOf(bytes("<a>" + "&lt;&#x41;".repeat(200_000) + "</a>")))
                    .hasSize(400_000);
        }
    }

    @Nested
    class BrokenXml {

        @Test
        void isRefusedWithPlaceAndAdvice() {
            assertThatExceptionOfType(ScanUnreadable.class)
                    .isThrownBy(() -> textOf(bytes("\n\n<a>\n<b></a>")))
                    .satisfies(refused -> assertThat(refused.where()).startsWith("line 4, column "))
                    .withMessageContaining("export it again");
        }

        @Test
        void isRefusedIfItEndsTooEarly() {
            assertThatExceptionOfType(ScanUnreadable.class).isThrownBy(() -> textOf(bytes("<a>text")));
        }

        @Test
        void isRefusedIfAnythingFollowsTheRoot() {
            assertThatExceptionOfType(ScanUnreadable.class).isThrownBy(() -> textOf(bytes("<a/><b/>")));
        }

        @Test
        void isRefusedIfBytesAreNoCharacters() {
            byte[] broken = "<a>M\u00fcller</a>".getBytes(StandardCharsets.ISO_8859_1);
            assertThatExceptionOfType(ScanUnreadable.class)
                    .isThrownBy(() -> textOf(broken))
                    .withMessageContaining("no characters of the file's encoding");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\u0089PNG\r\n",
                    "\n\u00e9<a/>",
                    "<?xml version=\"1.0\u00ff\"?><a/>",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\" \u00ff",
                    "<a\u00ff/>",
                    "<?xml version=\"1.0\"?>\u00ff<a/>",
                })
        void isRefusedInSilence(String broken) {
            PrintStream before = System.err;
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
            try {
                assertThatExceptionOfType(ScanUnreadable.class)
                        .isThrownBy(() -> textOf(broken.getBytes(StandardCharsets.ISO_8859_1)))
                        .withMessageContaining("no characters of the file's encoding");
            } finally {
                System.setErr(before);
            }
            assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        }

        @Test
        void isRefusedIfTheEncodingIsUnknown() {
            assertThatExceptionOfType(ScanUnreadable.class)
                    .isThrownBy(() -> textOf(bytes("<?xml version=\"1.0\" encoding=\"martian\"?><a/>")))
                    .withMessageContaining("encoding");
        }

        @Test
        void isNotBlamedForADiskThatFails() throws IOException {
            byte[] start = bytes("<a><b>text</b>");
            InputStream failing = new SequenceInputStream(new ByteArrayInputStream(start), failingStream());
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> HardenedXml.open(failing).children(name -> {}))
                    .withMessage("disk failed");
        }

        private static InputStream failingStream() {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("disk failed");
                }
            };
        }
    }

    @Test
    void passesOverWhatAHandlerLeavesUnread() throws IOException {
        StringBuilder seen = new StringBuilder();
        try (HardenedXml xml =
                HardenedXml.open(new ByteArrayInputStream(bytes("<a><b><c>no</c></b><d>yes</d><e/><f>and</f></a>")))) {
            xml.root();
            xml.children(name -> seen.append(name.equals("b") ? "" : xml.text()).append(','));
            xml.finish();
        }
        assertThat(seen).hasToString(",yes,,and,");
    }

    private static String textOf(byte[] xml) throws IOException {
        return textOf(xml, HardenedXml.DEFAULT_TEXT_LIMIT);
    }

    private static String textOf(byte[] bytes, int limit) throws IOException {
        try (HardenedXml xml = HardenedXml.open(new ByteArrayInputStream(bytes), limit)) {
            xml.root();
            String text = xml.text();
            xml.finish();
            return text;
        }
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
