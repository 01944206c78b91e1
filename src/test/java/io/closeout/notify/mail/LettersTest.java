package io.closeout.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.notify.Audience;
import io.closeout.notify.Notices;
import io.closeout.notify.Word;
import io.closeout.register.PoamId;
import io.closeout.register.Situations;
import io.closeout.testing.SetClock;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What arrives, read from a real mail server. */
@MailTest
class LettersTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String PAGES = "https://closeout.halyard.example";

    @Autowired
    Post post;

    @Autowired
    Sender sender;

    @Autowired
    Notices notices;

    @Autowired
    Situations situations;

    @Autowired
    SetClock clock;

    @BeforeEach
    void anEmptyPost() throws Exception {
        post.startsEmpty();
    }

    @Test
    void comesFromTheSettingsAndAsksNoMachineForAnAnswer() throws Exception {
        PoamId item = situations.aNewItem();
        post.task("taskAssigned", item, Audience.person("it"));

        MimeMessage mail = morningMail();

        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("closeout@halyard.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).endsWith("@halyard.example>");
        assertThat(mail.isMimeType("multipart/alternative")).isTrue();
    }

    @Test
    void leadsToTheTaskAndTheItemInBothParts() throws Exception {
        PoamId item = situations.aNewItem();
        String task = post.task("taskAssigned", item, Audience.person("it"));
        String tasklist = PAGES + "/camunda/app/tasklist/default/#/?task=" + task.substring("task:".length());

        MimeMessage mail = morningMail();

        assertThat(Post.text(mail))
                .contains("Good day, Ines Tran", tasklist, PAGES + "/items/" + item, "HIGH, due 2026-04-01")
                .contains(PAGES + "/account")
                .doesNotContain("<");
        assertThat(Post.html(mail))
                .contains("href=\"" + tasklist + "\"", "href=\"" + PAGES + "/items/" + item + "\"")
                .doesNotContain("<img", "<script", "<link", "url(");
    }

    @Test
    void saysWhatIsOverdueNow() throws Exception {
        PoamId item = situations.anOverdueItem();
        notices.tell(item.subject(), "overdue", MONDAY, "it", item + " is late.");

        sender.round();

        assertThat(Post.text(post.receivedBy("it").get(0))).contains("This could not wait", "HIGH, due", ", overdue");
    }

    @Test
    void saysTheIdOfAnItemOnce() throws Exception {
        PoamId item = situations.aNewItem();
        notices.tell(item.subject(), "requestRefused", MONDAY, "it", item + ": your request is refused");

        assertThat(Post.text(morningMail()))
                .contains("since yesterday's mail", "- " + item + ": your request is refused");
    }

    @Test
    void countsWhatIsTooMuchToList() throws Exception {
        PoamId item = situations.aNewItem();
        for (int each = 0; each < LetterWriter.MOST_OF_A_KIND + 3; each++) {
            post.task("taskOffered", item, Audience.group("remediator"));
        }

        MimeMessage mail = morningMail();

        assertThat(mail.getSubject()).isEqualTo("Closeout: 23 tasks for your group");
        assertThat(Post.text(mail)).contains("and 3 more");
        assertThat(Post.html(mail)).contains("and 3 more").doesNotContain("1,");
    }

    @Test
    void namesAKindThatAnAnalystInvented() throws Exception {
        notices.tell(situations.aNewItem().subject(), "ourOwnKind", MONDAY, "it", "Something of ours");

        assertThat(morningMail().getSubject()).isEqualTo("Closeout: 1 × ourOwnKind");
    }

    @Nested
    class AHostileTitle {

        private static final String TITLE = "</a><script>alert(1)</script>\r\nBcc: mallory@evil.example\r\n\r\n"
                + "[(${T(java.lang.Runtime).getRuntime()})] ${7*7} [[${8*8}]]\u2028{0} it''s";

        @Test
        void isTextInBothPartsAndTouchesNoHeader() throws Exception {
            post.task("taskAssigned", situations.aNewItem(), Audience.person("it"), null, TITLE);

            MimeMessage mail = morningMail();

            assertThat(post.received()).hasSize(1);
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getSubject()).isEqualTo("Closeout: 1 task for you");
            assertThat(Post.html(mail))
                    .contains("&lt;script&gt;alert(1)", "[(${T(java.lang.Runtime)", "${7*7} [[${8*8}]]")
                    .doesNotContain("<script>");
            assertThat(Post.text(mail))
                    .contains("<script>alert(1)</script> Bcc: mallory@evil.example [(${T(java.lang.Runtime)")
                    .contains("[[${8*8}]] {0} it''s");
        }

        @Test
        void neitherDoesAHostileKind() throws Exception {
            post.put(new Word(
                    "scan:1",
                    "x\r\nBcc: mallory@evil.example",
                    MONDAY,
                    Audience.person("it"),
                    null,
                    null,
                    "A kind from a table"));

            MimeMessage mail = morningMail();

            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getSubject()).isEqualTo("Closeout: 1 × x Bcc: mallory@evil.example");
        }
    }

    private MimeMessage morningMail() {
        clock.set(Post.TUESDAY_DIGEST);
        sender.round();
        return post.receivedBy("it").get(0);
    }
}
