package io.closeout.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine's frame; properties are in {@code application.yml}, section {@code camunda}. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    static EngineAfterDatabase engineAfterDatabase() {
        return new EngineAfterDatabase();
    }

    @Bean
    ProcessEnginePlugin historyAndRefusals() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setCustomHistoryLevels(List.of(new HistoryKept()));
                engine.setCustomPreCommandInterceptorsTxRequired(List.of(new RefusalsPass(), new OvertakenRetry()));
                engine.setCustomPreCommandInterceptorsTxRequiresNew(List.of(new RefusalsPass()));
                // A refusal is no error; edges and the job executor log what is one.
                engine.setEnableCmdExceptionLogging(false);
            }
        };
    }

    static class EngineAfterDatabase extends AbstractDependsOnBeanFactoryPostProcessor {
        EngineAfterDatabase() {
            super(ProcessEngineFactoryBean.class, FlywayMigrationInitializer.class);
        }
    }
}
