package io.closeout.evidence;

import io.closeout.access.Organization;
import io.closeout.ledger.Ledger;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceConfiguration {

    @Bean
    EvidenceLocker evidenceLocker(
            EvidenceRows rows,
            EvidenceFiles files,
            Ledger ledger,
            PlatformTransactionManager transactionManager,
            Clock clock,
            Organization organization) {
        return new EvidenceLocker(
                rows, files, ledger, new TransactionTemplate(transactionManager), clock, organization::zone);
    }
}
