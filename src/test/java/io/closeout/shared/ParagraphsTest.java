package io.closeout.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphsTest {

    @Test
    void joinsLinesThatWereBrokenToAWidth() {
        assertThat(Paragraphs.reflowed("""
                        Whoever can reach port 3389 can run code with full rights, and a worm could
                        use this without any person's help."""))
                .isEqualTo(
                        "Whoever can reach port 3389 can run code with full rights, and a worm could use this without "
                                + "any person's help.");
    }

    @Test
    void keepsBlankLinesListsAndIndentedLines() {
        String text = """
                The remote host runs a version that is affected by several vulnerabilities:

                - A flaw in the parser lets anyone who can reach the port read memory of it
                - Another one
                  that goes on here
                1. First
                2) Second""";
        assertThat(Paragraphs.reflowed(text)).isEqualTo(text);
    }

    @Test
    void keepsABreakWhereTheNextWordWouldHaveFitted() {
        String text =
                "Upgrade to version 2.\nThen restart the service and look whether all of its clients find it again.";
        assertThat(Paragraphs.reflowed(text)).isEqualTo(text);
    }

    @Test
    void joinsASentenceThatGoesOnEvenWhereOtherLinesAreLong() {
        String sentence = "The remote Windows host supports Server Message Block Protocol\nversion 1.";
        String text = sentence + "\n\n" + "x ".repeat(70).strip();
        assertThat(Paragraphs.reflowed(text)).isEqualTo(text.replace("Protocol\nversion", "Protocol version"));
    }

    @Test
    void leavesATextAloneThatWasNotBrokenToAWidth() {
        String text = "X ".repeat(70).strip() + "\n" + "Y ".repeat(70).strip();
        assertThat(Paragraphs.reflowed(text)).isEqualTo(text);
    }
}
