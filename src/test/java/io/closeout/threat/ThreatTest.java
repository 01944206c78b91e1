package io.closeout.threat;

import io.closeout.register.RegisterTest;
import io.closeout.register.Situations;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A test of what is known of attacks, with the sample people and a database of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ThreatTestApplication.class,
        properties = "spring.datasource.url=jdbc:h2:mem:threat;DB_CLOSE_DELAY=-1")
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@Import({RegisterTest.Fixtures.class, Situations.class})
public @interface ThreatTest {}
