package io.closeout.review;

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

/** A test of requests with the real policy tables, and the sample people. Tests make items of their own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ReviewTestApplication.class,
        properties = "spring.datasource.url=jdbc:h2:mem:review;DB_CLOSE_DELAY=-1")
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@Import({RegisterTest.Fixtures.class, Situations.class})
public @interface ReviewTest {}
