package io.closeout.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.access.Organization;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.Ledgers;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

class EvidenceConfigurationTest {

    private final Database database = Databases.h2();
    private final ApplicationContextRunner program = new ApplicationContextRunner()
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(JdbcTemplate.class, database::jdbcTemplate)
            .withBean(JdbcClient.class, database::jdbc)
            .withBean(PlatformTransactionManager.class, database::transactionManager)
            .withBean(Ledger.class, () -> Ledgers.on(database, Clock.systemUTC()))
            .withBean(Organization.class)
            .withBean(FileRows.class)
            .withBean(StoredFiles.class)
            .withBean(EvidenceRows.class)
            .withBean(EvidenceFiles.class)
            .withUserConfiguration(EvidenceConfiguration.class);

    @Test
    void offersTheLocker() {
        program.run(context -> assertThat(context).hasSingleBean(EvidenceLocker.class));
    }

    @Test
    void takesFilesUpToAHundredMegabytes() {
        program.run(context ->
                assertThat(context.getBean(EvidenceSettings.class).maxSize()).isEqualTo(DataSize.ofMegabytes(100)));
    }

    @Test
    void takesTheLimitThatIsSet() {
        program.withPropertyValues("closeout.evidence.max-size=5MB").run(context -> assertThat(
                        context.getBean(EvidenceSettings.class).maxSize())
                .isEqualTo(DataSize.ofMegabytes(5)));
    }
}
