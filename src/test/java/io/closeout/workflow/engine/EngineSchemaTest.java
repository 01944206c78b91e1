package io.closeout.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.workflow.EngineTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EngineTest
class EngineSchemaTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessEngine engine;

    @Test
    void ourMigrationMakesTheEnginesTables() {
        assertThat(jdbc.sql("select count(*) from \"flyway_schema_history\" where \"version\" = '1' and \"success\"")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(engine.getProcessEngineConfiguration().getDatabaseSchemaUpdate())
                .isEqualTo("false");
    }

    @Test
    void waitingTimersAreFoundByTheirDate() {
        assertThat(jdbc.sql("select count(*) from information_schema.index_columns"
                                + " where table_name = 'ACT_RU_JOB' and column_name = 'DUEDATE_'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void historyIsOursAndKeptTenYears() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(configuration.getHistoryLevel()).isInstanceOf(HistoryKept.class);
        assertThat(configuration.getHistoryTimeToLive()).isEqualTo("P3650D");
        assertThat(configuration.isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(configuration.isEnsureJobDueDateNotNull()).isTrue();
        assertThat(configuration.isAuthorizationEnabled()).isTrue();
        assertThat(configuration.isDeserializationTypeValidationEnabled()).isTrue();
    }
}
