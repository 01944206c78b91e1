package io.closeout.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ActiveProfiles;

/** A test of pages and doors with the sample people, a movable clock, and a database of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = FrameApplication.class,
        properties = "spring.datasource.url=jdbc:h2:mem:frame;DB_CLOSE_DELAY=-1")
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@Import(FrameTest.Fixtures.class)
public @interface FrameTest {

    class Fixtures {

        @Bean
        MovableClock movableClock() {
            return new MovableClock();
        }

        /** As ours, without the costs that are its purpose. */
        @Bean
        @Primary
        PasswordEncoder cheapEncoder() {
            return new Argon2PasswordEncoder(16, 32, 1, 64, 1);
        }

        @Bean
        EngineStandIn engineStandIn() {
            return new EngineStandIn();
        }
    }
}
