package io.closeout.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;

/** Boots the engine on an empty database in memory; jobs and external tasks do not run by themselves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = EngineTestApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:engine;DB_CLOSE_DELAY=-1",
            "closeout.shipped-models=classpath*:no-models/",
            "closeout.worker.threads=0",
            "camunda.bpm.job-execution.enabled=false"
        })
@AutoConfigureMockMvc
public @interface EngineTest {}
