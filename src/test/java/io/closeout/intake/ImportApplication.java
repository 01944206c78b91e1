package io.closeout.intake;

import io.closeout.policy.AbsenceRule;
import io.closeout.register.AbsenceProved;
import io.closeout.register.ItemClosed;
import io.closeout.register.ItemsOpened;
import io.closeout.register.ItemsRestored;
import io.closeout.register.Register;
import io.closeout.register.RescanJudged;
import io.closeout.register.Situations;
import io.closeout.testing.SetClock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * Register and intake without pages and process engine. Nothing works the imports: tests call their steps. No configuration of its
 * own, so that the whole application does not find it.
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
            "io.closeout.intake"
        },
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.closeout\\..*\\.web\\..*")
        })
@EntityScan("io.closeout")
@EnableJpaRepositories("io.closeout")
@Import(Situations.class)
class ImportApplication {

    @Bean
    @Primary
    static SetClock setClock() {
        return new SetClock("2026-03-02T08:00:00Z");
    }

    @Bean
    static Announced announced(ObjectProvider<Register> register) {
        return new Announced(register);
    }

    /** What the register announced; in place of the process it closes what is proved to be gone. */
    static class Announced {

        private final List<Object> events = new CopyOnWriteArrayList<>();
        private final ObjectProvider<Register> register;

        Announced(ObjectProvider<Register> register) {
            this.register = register;
        }

        List<Object> events() {
            return List.copyOf(events);
        }

        void forget() {
            events.clear();
        }

        @EventListener
        void on(ScanReceived received) {
            events.add(received);
        }

        @EventListener
        void on(ItemsRestored restored) {
            events.add(restored);
        }

        @EventListener
        void on(ItemsOpened opened) {
            events.add(opened);
        }

        @EventListener
        void on(ItemClosed closed) {
            events.add(closed);
        }

        @EventListener
        void on(RescanJudged judged) {
            events.add(judged);
            if (judged.verified()) {
                register.getObject().close(judged.item(), ScanCommit.IMPORT);
            }
        }

        @EventListener
        void on(AbsenceProved proved) {
            events.add(proved);
            if (proved.outcome() == AbsenceRule.Outcome.CLOSE) {
                register.getObject().close(proved.item(), ScanCommit.IMPORT);
            }
        }
    }
}
