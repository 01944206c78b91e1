package io.closeout.workflow;

import io.closeout.access.Group;
import io.closeout.shared.Refused;
import io.closeout.workflow.identity.Directory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;

/** The engine with its guards and a handful of people, without the modules that processes call. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({
    "io.closeout.shared",
    "io.closeout.ledger",
    "io.closeout.workflow.engine",
    "io.closeout.workflow.guard",
    "io.closeout.workflow.identity",
    "io.closeout.workflow.models",
    "io.closeout.workflow.forms",
    "io.closeout.workflow.rest",
    "io.closeout.workflow.tasklist",
    "io.closeout.workflow.external"
})
@Import({Steps.class, Acting.class, EngineTestApplication.AcceptPlan.class, EngineTestApplication.Owner.class})
public class EngineTestApplication {

    public static final String TITLE = "OpenSSL is outdated";

    @Bean
    Directory directory() {
        return () -> List.of(
                person("ada", "Ada Analyst", Group.PROCESS_ANALYST),
                person("ian", "Ian ISSM", Group.ISSM),
                person("it", "Iris Tech", Group.REMEDIATOR),
                person("it2", "Otto Tech", Group.REMEDIATOR),
                person("root", "Rosa Root", Group.CAMUNDA_ADMIN));
    }

    @Bean
    FormFacts formFacts() {
        return new FormFacts() {
            @Override
            public String title(String itemId) {
                return TITLE;
            }

            @Override
            public Map<String, Object> itemFacts(String itemId, String taskId) {
                return Map.of(
                        "id",
                        itemId,
                        "title",
                        TITLE,
                        "assets",
                        List.of(Map.of("name", "web-1")),
                        FormFacts.DEFAULTS,
                        Map.of(
                                TaskForms.PRIORITY,
                                "HIGH",
                                TaskForms.ESTIMATED_HOURS,
                                2.5,
                                TaskForms.MILESTONES,
                                List.of(Map.of(TaskForms.MILESTONE_DESCRIPTION, "Patch"))));
            }
        };
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    UserDetailsService accounts() {
        return id -> User.withUsername(id).password("{noop}secret").build();
    }

    private static Directory.Entry person(String id, String name, Group group) {
        return new Directory.Entry(id, name, id + "@example.org", Set.of(group));
    }

    /** Refuses what a module would refuse, breaks as a module could break. */
    @Step("acceptPlan")
    static class AcceptPlan implements TaskListener {

        @Override
        public void notify(DelegateTask task) {
            String plan = (String) task.getVariable("plan");
            if (plan == null || plan.isBlank()) {
                throw Refused.because("Say what you will do: the field plan is empty.");
            }
            if (plan.equals("break")) {
                throw new IllegalStateException("jdbc:h2:secret");
            }
            task.getExecution().setVariable("accepted", plan.equals("good"));
        }
    }

    @Step("owner")
    static class Owner {

        public String of(DelegateExecution execution) {
            return "it";
        }
    }
}
