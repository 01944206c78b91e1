package io.closeout.access;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The invented people of the sample company. They share one password, new at each start and shown on the console. The
 * person {@code script} has none and is reached by the token {@code demo} only.
 */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoPeople implements SamplePeople, ApplicationRunner {

    private static final Actor BY = Actor.system("demo");

    private static final NewOrganization COMPANY =
            new NewOrganization("Halyard Precision Parts", "Halyard CUI enclave", ZoneId.of("America/Chicago"));

    private static final List<NewPerson> PEOPLE = List.of(
            sample("it", "Ines Tran", Group.REMEDIATOR),
            sample("ot", "Oskar Thiel", Group.REMEDIATOR),
            sample("issm", "Mara Lindqvist", Group.ISSM),
            sample("leader", "Dana Whitfield", Group.LEADERSHIP),
            sample("analyst", "Priya Raman", Group.PROCESS_ANALYST),
            sample("assessor", "Tomas Berger", Group.ASSESSOR),
            sample("admin", "Lena Okafor", Group.CAMUNDA_ADMIN));

    private static final NewPerson SCRIPT =
            sample("script", "Sample script", Group.ISSM, Group.PROCESS_ANALYST, Group.CAMUNDA_ADMIN);

    private final String password = Secrets.next().substring(0, 16);
    private final SetUp setUp;
    private final People people;
    private final ApiTokens tokens;
    private final PasswordEncoder encoder;
    private final Organization organization;
    private final TransactionTemplate transaction;
    private final WebAddress address;

    DemoPeople(
            SetUp setUp,
            People people,
            ApiTokens tokens,
            PasswordEncoder encoder,
            Organization organization,
            TransactionTemplate transaction,
            WebAddress address) {
        this.setUp = setUp;
        this.people = people;
        this.tokens = tokens;
        this.encoder = encoder;
        this.organization = organization;
        this.transaction = transaction;
        this.address = address;
    }

    @Override
    public List<Person> all() {
        return PEOPLE.stream().map(sample -> people.get(sample.id())).toList();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!organization.isSetUp()) {
            transaction.executeWithoutResult(tx -> moveIn());
        }
    }

    /** Last of all, so that the password stands at the end of the start-up's output. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void introduce() {
        String here = address.text();
        System.out.printf("%nCloseout's demo is ready. Everything is invented and gone when it stops.%n%n");
        System.out.printf("  Pages     %s/%n  Tasklist  %s/camunda/app/tasklist/default/%n", here, here);
        System.out.printf("  Password  %s   (for all sample people)%n%n", password);
        PEOPLE.forEach(
                sample -> System.out.printf("    %-9s %s, %s%n", sample.id(), sample.name(), groupLabels(sample)));
        System.out.printf("%n  Scripts   curl -H \"Authorization: Bearer demo\" %s/api/items%n%n", here);
    }

    private void moveIn() {
        setUp.establish(COMPANY, BY);
        String hash = encoder.encode(password);
        PEOPLE.forEach(sample -> people.insert(sample, hash, BY));
        Person script = people.insert(SCRIPT, null, BY);
        NewToken token = new NewToken("demo", EnumSet.allOf(TokenScope.class), NewToken.LONGEST_DAYS);
        tokens.store(token, "demo", script.through("demo"));
    }

    private static NewPerson sample(String id, String name, Group... groups) {
        return new NewPerson(id, name, id + "@halyard.example", Set.of(groups));
    }

    private static String groupLabels(NewPerson sample) {
        return new Person(sample.id(), sample.name(), sample.email(), sample.groups(), true).groupLabels();
    }
}
