package io.closeout.assessment;

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
import org.springframework.test.context.ActiveProfiles;

/** A test of assessments with the real policy tables and the sample people, on a clock that stands until it is set. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = AssessmentTestApplication.class,
        properties = "spring.datasource.url=jdbc:h2:mem:assessment;DB_CLOSE_DELAY=-1")
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@Import({RegisterTest.Fixtures.class, Situations.class, AssessedScopes.class, AssessmentTest.Time.class})
public @interface AssessmentTest {

    class Time {

        @Bean
        @Primary
        SetClock clock() {
            return new SetClock("2026-03-02T09:00:00Z");
        }
    }
}
