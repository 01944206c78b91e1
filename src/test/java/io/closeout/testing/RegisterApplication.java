package io.closeout.testing;

import io.closeout.intake.ScanCommit;
import io.closeout.intake.ScanComparison;
import io.closeout.intake.ScanReading;
import io.closeout.intake.ScanReceived;
import io.closeout.policy.AbsenceRule;
import io.closeout.policy.Approval;
import io.closeout.policy.DeadlineRule;
import io.closeout.policy.ExtensionFacts;
import io.closeout.policy.ExtensionRule;
import io.closeout.policy.ItemPolicy;
import io.closeout.policy.Notice;
import io.closeout.policy.NoticeFacts;
import io.closeout.policy.Track;
import io.closeout.policy.Triage;
import io.closeout.policy.TriageFacts;
import io.closeout.shared.Severity;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Register, intake and their pages without the process engine: starts in seconds. An upload is answered when its import is
 * done, since no process works it. Also to be run by hand, with the profile demo.
 */
@EnableAutoConfiguration(
        excludeName = {
            "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
        })
@ComponentScan(
        basePackages = {
            "io.closeout.shared",
            "io.closeout.access",
            "io.closeout.policy",
            "io.closeout.ledger",
            "io.closeout.evidence",
            "io.closeout.register",
            "io.closeout.intake",
            "io.closeout.web"
        },
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class)
        })
@EntityScan("io.closeout")
@EnableJpaRepositories("io.closeout")
@Import({RegisterApplication.Surroundings.class, SignedInAs.class})
public class RegisterApplication {

    public static void main(String[] args) {
        SpringApplication.run(RegisterApplication.class, args);
    }

    /** What the modules above would do. */
    static class Surroundings {

        private final ScanReading reading;
        private final ScanComparison comparison;
        private final ScanCommit commit;

        Surroundings(ScanReading reading, ScanComparison comparison, ScanCommit commit) {
            this.reading = reading;
            this.comparison = comparison;
            this.commit = commit;
        }

        /** On a thread of its own: the transaction that stored the scan is not quite over here. */
        @TransactionalEventListener
        void importScan(ScanReceived received) {
            CompletableFuture.runAsync(() -> {
                        if (reading.read(received.scanId(), percent -> {})) {
                            comparison.compare(received.scanId(), percent -> {});
                            commit.commit(received.scanId(), percent -> {});
                        }
                    })
                    .join();
        }

        @Bean
        @Fallback
        static ItemPolicy plainPolicy() {
            return new PlainPolicy();
        }
    }

    /** The shipped tables' numbers, without the tables. */
    private static final class PlainPolicy implements ItemPolicy {

        @Override
        public Triage triage(TriageFacts facts) {
            return new Triage(facts.severity(), "test", "remediator", true);
        }

        @Override
        public DeadlineRule deadline(Severity priority, Track track) {
            int days =
                    switch (priority) {
                        case CRITICAL -> 7;
                        case HIGH -> 30;
                        case MEDIUM -> 90;
                        case LOW, INFO -> 180;
                    };
            return new DeadlineRule(days, "test");
        }

        @Override
        public Approval signOff(int daysBeyondDeadline, Severity priority) {
            return new Approval(daysBeyondDeadline > 0, "test");
        }

        @Override
        public ExtensionRule extension(ExtensionFacts facts) {
            return new ExtensionRule(ExtensionRule.Signers.ISSM, "", 3, "test");
        }

        @Override
        public AbsenceRule absenceOutsideProcess(Track track) {
            return new AbsenceRule(AbsenceRule.Outcome.CLOSE, "test");
        }

        @Override
        public Optional<Notice> nextNotice(NoticeFacts facts) {
            return Optional.empty();
        }
    }
}
