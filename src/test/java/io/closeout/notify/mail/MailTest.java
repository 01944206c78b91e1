package io.closeout.notify.mail;

import io.closeout.notify.NotifyTestApplication;
import io.closeout.register.RegisterTest;
import io.closeout.register.Situations;
import io.closeout.testing.SetClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** Mail is on, the clock stands still, the sender runs when a test lets it. The sample people live in Chicago's time zone. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = NotifyTestApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:mail;DB_CLOSE_DELAY=-1",
            "spring.mail.host=127.0.0.1",
            "closeout.mail.from=closeout@halyard.example",
            "closeout.mail.every=1d",
            "closeout.base-url=https://closeout.halyard.example"
        })
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@DirtiesContext
@Import({RegisterTest.Fixtures.class, Situations.class, MailTest.StandingClock.class, Post.class})
@interface MailTest {

    class StandingClock {

        @Bean
        @Primary
        SetClock standingClock() {
            return new SetClock(Post.MONDAY_MORNING);
        }
    }
}
