package io.closeout.exchange;

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

/** A test of workbooks with the real policy tables, and the sample people. Tests make items and rows of their own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ExchangeTestApplication.class,
        properties = "spring.datasource.url=jdbc:h2:mem:exchange;DB_CLOSE_DELAY=-1")
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@Import({RegisterTest.Fixtures.class, Situations.class})
public @interface ExchangeTest {}
