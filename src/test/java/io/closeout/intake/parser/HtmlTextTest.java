package io.closeout.intake.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HtmlTextTest {

    @Test
    void leavesPlainTextAsItIs() {
        assertThat(HtmlText.plain(" first line\n  second line ")).isEqualTo("first line\n  second line");
    }

    @Test
    void keepsLineBreaksOfATextThatOnlyStressesWords() {
        assertThat(HtmlText.plain("one <b>bold</b>\ntwo &amp; three")).isEqualTo("one bold\ntwo & three");
    }

    @Test
    void beginsParagraphsAndBreaksOnNewLines() {
        assertThat(HtmlText.plain("Web\nserver<BR>old.<P>Update <i>it</i>.</P>Then   restart."))
                .isEqualTo("Web server\nold.\n\nUpdate it.\n\nThen restart.");
    }

    @Test
    void writesListItemsOneALine() {
        assertThat(HtmlText.plain("Affected:<ul><li>One</li><li>Two</li></ul>End"))
                .isEqualTo("Affected:\n- One\n- Two\n\nEnd");
    }

    @Test
    void keepsTheAddressOfALink() {
        String html = "<p>Read <a href=\"https://vendor.example/fix\">the advisory</a> and"
                + " <a href=\"https://vendor.example/\">https://vendor.example/</a>,"
                + " <a href=\"javascript:alert(1)\">this</a>.</p>";
        assertThat(HtmlText.plain(html))
                .isEqualTo("Read the advisory (https://vendor.example/fix) and https://vendor.example/, this.");
        assertThat(HtmlText.links(html)).containsExactly("https://vendor.example/fix", "https://vendor.example/");
    }

    @Test
    void separatesCellsAndRowsOfATable() {
        assertThat(HtmlText.plain(
                        "<table><tr><th>Port</th><th>Service</th></tr><tr><td>80</td><td>http</td></tr></table>"))
                .isEqualTo("Port Service\n80 http");
    }

    @Test
    void keepsTheLinesOfPreformattedText() {
        assertThat(HtmlText.plain("<p>Run:</p><pre>a\n  b</pre>")).isEqualTo("Run:\n\na\n  b");
    }

    @Test
    void dropsScriptsStylesAndComments() {
        assertThat(HtmlText.plain("a<script>alert('x')</script><style>p {}</style><!-- no -->b"))
                .isEqualTo("ab");
    }

    @Test
    void leavesWhatIsNoTag() {
        assertThat(HtmlText.plain("if a < b set user <name> to 1 & 2")).isEqualTo("if a < b set user <name> to 1 & 2");
    }

    @Test
    void doesNotReadWhatIsLongerThanTheLimit() {
        String data = "<b>x".repeat(HtmlText.LIMIT / 4) + "!";
        assertThat(HtmlText.plain(data)).isEqualTo(data);
        assertThat(HtmlText.links(data)).isEmpty();
    }

    @Test
    @Timeout(20)
    void comesToAnEndWithTagsThatAreNeverClosed() {
        for (String tag : new String[] {"<div>", "<b>", "<a href=x>", "<table>", "<ul><li>", "<p><b>", "<pre>", "<"}) {
            String hostile = tag.repeat(HtmlText.LIMIT / tag.length());
            long start = System.nanoTime();
            HtmlText.plain(hostile);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(tag).isLessThan(Duration.ofSeconds(8));
        }
    }
}
