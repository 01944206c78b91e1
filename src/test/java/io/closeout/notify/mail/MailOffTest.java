package io.closeout.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.notify.Notices;
import io.closeout.notify.NotifyTestApplication;
import io.closeout.register.RegisterTest;
import io.closeout.register.Situations;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** As shipped. */
@SpringBootTest(
        classes = NotifyTestApplication.class,
        properties = "spring.datasource.url=jdbc:h2:mem:mail-off;DB_CLOSE_DELAY=-1")
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@DirtiesContext
@Import({RegisterTest.Fixtures.class, Situations.class})
class MailOffTest {

    private static final Actor ADMIN = new Actor("admin", Set.of(Group.CAMUNDA_ADMIN), "page");

    @Autowired
    SenderThread thread;

    @Autowired
    MailDesk desk;

    @Autowired
    MailHealth health;

    @Autowired
    Notices notices;

    @Test
    void nothingLooksForMailAndNothingIsKeptForIt() {
        notices.tell("scan:7", "scanFailed", LocalDate.of(2026, 3, 2), "it", "first.nessus failed");

        assertThat(thread.isRunning()).isFalse();
        assertThat(desk.report(ADMIN).on()).isFalse();
        assertThat(desk.report(ADMIN).pending()).isZero();
    }

    @Test
    void isNoTrouble() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void aTestMailSaysHowToSwitchItOn() {
        assertThatThrownBy(() -> desk.sendTest(ADMIN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("spring.mail.host");
    }
}
