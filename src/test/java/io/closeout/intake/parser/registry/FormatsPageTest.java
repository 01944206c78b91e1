package io.closeout.intake.parser.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.FormatDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/formats.md} says what the descriptors say. */
class FormatsPageTest {

    private static final String COMMAND = "mvn test -Dtest=FormatsPageTest -Dcloseout.docs=true";
    private static final Path PAGE = Path.of("docs/formats.md");
    private static final List<FormatDescriptor> FORMATS = new ParserRegistry().formats();

    @Test
    void thePageIsAsTheDescriptorsAre() throws IOException {
        String page = page();
        if (Boolean.getBoolean("closeout.docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("Renew it by: " + COMMAND).content().isEqualTo(page);
    }

    @Test
    void noFormatIsThereTwice() {
        assertThat(FORMATS).extracting(FormatDescriptor::format).doesNotHaveDuplicates();
    }

    private static String page() {
        return """
                # Formats that can be read

                Made from the descriptors of the parsers; renew it by `%s`. A file is recognised by what it holds, never by its
                name. One that cannot be read whole is refused whole, with the place and the reason; a result whose meaning would
                have to be guessed is left out and listed beside the import. Two formats of one scanner share the identity of
                findings, so that either may follow the other.

                A POA&M is no scan: workbooks of items come in [on a page of their own](poam-workbooks.md).

                %s""".formatted(
                        COMMAND, FORMATS.stream().map(FormatsPageTest::section).collect(Collectors.joining("\n")));
    }

    private static String section(FormatDescriptor format) {
        return """
                ## %s

                | | |
                |---|---|
                | Format | `%s`, scanner `%s` |
                | Versions | %s |
                | How to get it | %s |
                | Described in | %s |
                """.formatted(
                        format.tool(),
                        format.format(),
                        format.scanner(),
                        format.versions(),
                        format.howToProduce(),
                        format.source());
    }
}
