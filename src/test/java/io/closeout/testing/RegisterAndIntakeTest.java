package io.closeout.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** A test of pages and API of register and intake, with the sample people and a database of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = RegisterApplication.class,
        properties = {"spring.datasource.url=jdbc:h2:mem:register;DB_CLOSE_DELAY=-1", "closeout.intake.max-size=1MB"})
@AutoConfigureMockMvc
@ActiveProfiles("demo")
public @interface RegisterAndIntakeTest {}
