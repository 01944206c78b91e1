package io.closeout.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.shared.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

    @ParameterizedTest
    @CsvSource({
        "255044462d312e37, application/pdf",
        "89504e470d0a1a0a00, image/png",
        "ffd8ffe000, image/jpeg",
        "474946383961, image/gif",
        "474946383761, image/gif",
        "524946460a0000005745425056503820, image/webp"
    })
    void knowsDocumentsAndPicturesByTheirFirstBytes(String head, String mediaType) {
        assertThat(MediaTypes.of(HexFormat.of().parseHex(head))).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01 patched\n",
                "host;state\nAD01;ok",
                "[2026-03-01 09:30] KB5034441 installed",
                "\u001b[32mok\u001b[0m\r\n",
                "Grüße: ähm",
                "a < b and <html> later",
                ""
            })
    void takesTextListsAndLogs(String text) {
        assertThat(MediaTypes.of(text.getBytes(UTF_8))).isEqualTo("text/plain");
        assertThat(MediaTypes.of(text.getBytes(ISO_8859_1))).isEqualTo("text/plain");
    }

    @Test
    void takesTheTextThatPowerShellWrites() {
        assertThat(MediaTypes.of("Hotfix installed".getBytes(UTF_16))).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><NessusClientData_v2>",
                "<NessusClientData_v2>",
                "<?xml version='1.0'?>\n<!-- <svg> -->\n<!DOCTYPE x [<!ELEMENT x ANY>]>\n<testsuite>",
                "\uFEFF<checklist xmlns='x'>"
            })
    void knowsXml(String text) {
        assertThat(MediaTypes.of(text.getBytes(UTF_8))).isEqualTo("application/xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", " {\n }", "[{\"a\":1}]", "[]"})
    void knowsJson(String text) {
        assertThat(MediaTypes.of(text.getBytes(UTF_8))).isEqualTo("application/json");
    }

    @Test
    void knowsMail() {
        String mail =
                "Received: from mx\r\n by mail\r\nDate: Sun, 1 Mar 2026\r\nFrom: <issm@example.com>\r\n\r\n<html>";

        assertThat(MediaTypes.of(mail.getBytes(UTF_8))).isEqualTo("message/rfc822");
    }

    @Test
    void knowsOfficeDocuments() throws IOException {
        assertThat(MediaTypes.of(aWorkbook()))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(MediaTypes.of(aLetter()))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(MediaTypes.of(anOpenDocument())).isEqualTo("application/vnd.oasis.opendocument.text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><p>",
                "  <!-- x --><HTML>",
                "<!-- x --> <!DOCTYPE HTML>text",
                "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\" \"x\"><html>",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">",
                "<?xml version=\"1.0\"?><s:svg xmlns:s=\"http://www.w3.org/2000/svg\">",
                "<script>alert(1)</script>"
            })
    void refusesWebPagesAndSvg(String text) {
        assertThatThrownBy(() -> MediaTypes.of(text.getBytes(UTF_8)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("web page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MZ\u0090\u0000\u0003", "\u007fELF\u0002\u0001", "\u00ca\u00fe\u00ba\u00be\u0000\u0000"})
    void refusesPrograms(String head) {
        assertThatThrownBy(() -> MediaTypes.of(head.getBytes(ISO_8859_1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("program")
                .hasMessageContaining("Attach a PDF");
    }

    @Test
    void refusesOtherArchives() throws IOException {
        byte[] archive = zipOf("payload.exe", "MZ");

        assertThatThrownBy(() -> MediaTypes.of(archive))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "<!---->", "<?a?>", "a:\n", "<!--", "<!DOCTYPE [", "<"})
    void bearsWhatIsMadeToTakeLong(String part) {
        String hostile = part.repeat(MediaTypes.HEAD_SIZE / part.length());

        assertThat(MediaTypes.of(hostile.getBytes(UTF_8))).isEqualTo("text/plain");
    }

    private static byte[] aWorkbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new XSSFWorkbook()) {
            workbook.createSheet();
            workbook.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] aLetter() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument letter = new XWPFDocument()) {
            letter.write(out);
        }
        return out.toByteArray();
    }

    /** The type comes first and uncompressed: OpenDocument 1.3, part 2, section 3.3. */
    private static byte[] anOpenDocument() {
        String header = "PK\u0003\u0004" + "\u0000".repeat(26) + "mimetype";
        return (header + "application/vnd.oasis.opendocument.textPK\u0003\u0004").getBytes(ISO_8859_1);
    }

    private static byte[] zipOf(String name, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(UTF_8));
        }
        return out.toByteArray();
    }
}
