package io.closeout.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.notify.Audience;
import io.closeout.register.PoamId;
import io.closeout.register.Situations;
import io.closeout.testing.SetClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** For a company that keeps its weaknesses out of mailboxes. */
@MailTest
@TestPropertySource(
        properties = {"closeout.mail.details=false", "spring.datasource.url=jdbc:h2:mem:spare;DB_CLOSE_DELAY=-1"})
class SpareMailTest {

    @Autowired
    Post post;

    @Autowired
    Sender sender;

    @Autowired
    Situations situations;

    @Autowired
    SetClock clock;

    @BeforeEach
    void anEmptyPost() throws Exception {
        post.startsEmpty();
    }

    @Test
    void saysIdsAndCountsOnly() throws Exception {
        PoamId item = situations.aNewItem();
        post.task("taskAssigned", item, Audience.person("it"), null, "Plan remediation: shared accounts");

        clock.set(Post.TUESDAY_DIGEST);
        sender.round();

        assertThat(Post.text(post.received().get(0))).contains(item.text()).doesNotContain("shared accounts");
        assertThat(Post.html(post.received().get(0))).contains(item.text()).doesNotContain("shared accounts");
    }
}
