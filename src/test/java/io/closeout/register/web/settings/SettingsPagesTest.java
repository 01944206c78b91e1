package io.closeout.register.web.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.Organization;
import io.closeout.access.OrganizationSettings;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.ledger.LedgerField;
import io.closeout.register.Scopes;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import io.closeout.testing.RegisterApplication;
import io.closeout.testing.SignedInAs;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** On a database of its own: others rely on the sample company. */
@SpringBootTest(
        classes = RegisterApplication.class,
        properties = "spring.datasource.url=jdbc:h2:mem:settings;DB_CLOSE_DELAY=-1")
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@DirtiesContext
class SettingsPagesTest {

    private static final Actor ADMIN = new Actor("admin", Set.of(Group.CAMUNDA_ADMIN), "page");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Autowired
    MockMvc web;

    @Autowired
    SignedInAs signedIn;

    @Autowired
    Organization organization;

    @Autowired
    OrganizationSettings settings;

    @Autowired
    Scopes scopes;

    @Autowired
    Ledger ledger;

    @BeforeEach
    void aCompanyInChicago() {
        settings.change("Halyard", CHICAGO, null, ADMIN);
    }

    @Test
    void showsWhatIsSet() throws Exception {
        web.perform(get("/settings").with(signedIn.person("admin")))
                .andExpect(content().string(containsString("value=\"Halyard\"")))
                .andExpect(content().string(containsString("value=\"America/Chicago\" selected=\"selected\"")))
                .andExpect(content().string(containsString("halyard-cui-enclave")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "issm", "leader", "analyst", "assessor"})
    void isForAdministratorsOnly(String person) throws Exception {
        for (MockHttpServletRequestBuilder request :
                List.of(get("/settings"), post("/settings"), post("/settings/scopes"), post("/settings/scopes/x"))) {
            web.perform(request.with(signedIn.person(person)).with(csrf())).andExpect(status().isForbidden());
        }
    }

    @Nested
    class TheCompany {

        @Test
        void getsAnotherNameAndZoneWithBothInTheLedger() throws Exception {
            submit("/settings", "company", "Halyard Marine", "zone", "America/Denver", "reason", "We moved")
                    .andExpect(redirectedUrl("/settings"));

            assertThat(organization.name()).isEqualTo("Halyard Marine");
            assertThat(organization.zone()).isEqualTo(ZoneId.of("America/Denver"));
            LedgerEvent event = last("organization");
            assertThat(event.kind()).isEqualTo("organizationChanged");
            assertThat(event.actor()).isEqualTo("admin");
            assertThat(event.reason()).isEqualTo("We moved");
            assertThat(event.fields())
                    .extracting(LedgerField::before, LedgerField::after)
                    .containsExactly(tuple("Halyard", "Halyard Marine"), tuple("America/Chicago", "America/Denver"));
        }

        @Test
        void leavesNoTraceIfNothingChanges() throws Exception {
            int before = ledger.of("organization").size();
            submit("/settings", "company", "Halyard", "zone", "America/Chicago", "reason", "");
            assertThat(ledger.of("organization")).hasSize(before);
        }

        @Test
        void needsANameAndAZone() throws Exception {
            submit("/settings", "company", " ", "zone", "America/Denver", "reason", "")
                    .andExpect(content().string(containsString("Please give the company&#39;s name")));
            submit("/settings", "company", "Halyard", "zone", "Moon/Crater", "reason", "")
                    .andExpect(content().string(containsString("There is no time zone")));
            assertThat(organization.zone()).isEqualTo(CHICAGO);
        }

        @ParameterizedTest
        @EnumSource(value = Group.class, names = "CAMUNDA_ADMIN", mode = EnumSource.Mode.EXCLUDE)
        void isChangedByNobodyElse(Group group) {
            Actor other = new Actor("other", Set.of(group), "page");
            assertThatThrownBy(() -> settings.change("Ours", CHICAGO, null, other))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Only Administrator may");
        }
    }

    @Nested
    class Boundaries {

        @Test
        void areAddedAndRecorded() throws Exception {
            submit("/settings/scopes", "name", "Plant floor", "reason", "OT is assessed apart")
                    .andExpect(redirectedUrl("/settings"));

            assertThat(scopes.all()).contains(new Scopes.Scope("plant-floor", "Plant floor"));
            assertThat(last("scope:plant-floor").reason()).isEqualTo("OT is assessed apart");
        }

        @Test
        void keepTheirIdUnderAnotherName() throws Exception {
            Scopes.Scope scope = scopes.add("Test lab", null, ADMIN);

            submit("/settings/scopes/" + scope.id(), "name", "Laboratory", "reason", "");

            assertThat(scopes.resolve("test-lab").name()).isEqualTo("Laboratory");
            LedgerField name = last("scope:test-lab").field("name").orElseThrow();
            assertThat(name.before()).isEqualTo("Test lab");
            assertThat(name.after()).isEqualTo("Laboratory");
        }

        @Test
        void haveNamesOfTheirOwn() {
            Scopes.Scope scope = scopes.add("Archive", null, ADMIN);
            assertThatThrownBy(() -> scopes.add("ARCHIVE!", null, ADMIN))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("taken by the scope Archive (archive)");
            assertThatThrownBy(() -> scopes.rename("halyard-cui-enclave", "archive", null, ADMIN))
                    .isInstanceOf(Refused.class);
            assertThat(scopes.rename(scope.id(), "archive", null, ADMIN)).isTrue();
        }

        @Test
        void areNotMadeOfNothing() throws Exception {
            int before = scopes.all().size();
            for (String name : new String[] {"", " ", "---", "x".repeat(201)}) {
                submit("/settings/scopes", "name", name, "reason", "").andExpect(redirectedUrl("/settings"));
            }
            assertThat(scopes.all()).hasSize(before);
            assertThatThrownBy(() -> scopes.rename("nothing", "Something", null, ADMIN))
                    .isInstanceOf(NotFound.class);
        }

        @ParameterizedTest
        @EnumSource(value = Group.class, names = "CAMUNDA_ADMIN", mode = EnumSource.Mode.EXCLUDE)
        void areChangedByNobodyElse(Group group) {
            Actor other = new Actor("other", Set.of(group), "page");
            assertThatThrownBy(() -> scopes.add("Ours", null, other)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> scopes.rename("halyard-cui-enclave", "Ours", null, other))
                    .isInstanceOf(Refused.class);
        }
    }

    private LedgerEvent last(String subject) {
        List<LedgerEvent> events = ledger.of(subject);
        return events.get(events.size() - 1);
    }

    private ResultActions submit(String path, String... namesAndValues) throws Exception {
        MockHttpServletRequestBuilder request = post(path);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return web.perform(request.with(signedIn.person("admin")).with(csrf()));
    }
}
