package io.closeout.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @Test
    void keepsAnOrdinaryName() {
        assertThat(FileNames.clean("Änderung 12 (final).pdf")).isEqualTo("Änderung 12 (final).pdf");
    }

    @Test
    void leavesThePathOut() {
        assertThat(FileNames.clean("C:\\Users\\it\\patch.log")).isEqualTo("patch.log");
        assertThat(FileNames.clean("../../etc/passwd")).isEqualTo("passwd");
    }

    @Test
    void takesControlCharactersAndDirectionMarksOut() {
        assertThat(FileNames.clean("a\r\nb\u0000\u202Egnp.exe")).isEqualTo("abgnp.exe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ".", "..", "dir/", "\u0000"})
    void givesTheNamelessAName(String name) {
        assertThat(FileNames.clean(name)).isEqualTo("file");
    }

    @Test
    void shortensALongNameAndKeepsItsEnding() {
        String name = FileNames.clean("x".repeat(300) + ".docx");

        assertThat(name).hasSize(255).endsWith("x.docx");
        assertThat(FileNames.clean("y".repeat(300))).hasSize(255);
    }
}
