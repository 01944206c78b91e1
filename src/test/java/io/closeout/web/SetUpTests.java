package io.closeout.web;

import static io.closeout.access.AccessFixtures.GOOD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.closeout.access.Group;
import io.closeout.access.Organization;
import io.closeout.access.OrganizationSetUp;
import io.closeout.access.People;
import io.closeout.access.SetUp;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The way from an empty database to the first sign-in, in its order: there is only one such way per database. */
@SpringBootTest(
        classes = FrameApplication.class,
        properties = "spring.datasource.url=jdbc:h2:mem:set-up;DB_CLOSE_DELAY=-1")
@AutoConfigureMockMvc
@Import(FrameTest.Fixtures.class)
@RecordApplicationEvents
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetUpTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SetUp setUp;

    @Autowired
    Organization organization;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationEvents events;

    @Test
    @Order(1)
    void isAllThereIsAtFirst() throws Exception {
        mvc.perform(get("/")).andExpect(status().isServiceUnavailable());
        mvc.perform(get("/api/items")).andExpect(status().isServiceUnavailable());
        mvc.perform(get("/engine-rest/engine").header("Authorization", "Bearer demo"))
                .andExpect(status().isServiceUnavailable());
        mvc.perform(get("/actuator/health")).andExpect(status().isOk());
    }

    @Test
    @Order(2)
    void isClosedWithoutItsLink() throws Exception {
        setUp.issueLink();
        mvc.perform(get("/set-up")).andExpect(status().isBadRequest());
        mvc.perform(get("/set-up").param("token", "guess")).andExpect(status().isBadRequest());
        mvc.perform(submit("guess").with(csrf())).andExpect(status().isBadRequest());
        assertThat(organization.isSetUp()).isFalse();
    }

    @Test
    @Order(3)
    void isClosedToOlderLinksAndAfterADay() throws Exception {
        String older = setUp.issueLink();
        String newer = setUp.issueLink();
        assertThat(setUp.isOpenTo(older)).isFalse();
        assertThat(setUp.isOpenTo(newer)).isTrue();
        clock.move(Duration.ofHours(25));
        assertThat(setUp.isOpenTo(newer)).isFalse();
    }

    @Test
    @Order(4)
    void asksForEverybodyWhoIsNeeded() throws Exception {
        String token = setUp.issueLink();
        mvc.perform(get("/set-up").param("token", token))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("people[3].groups")));
        mvc.perform(post("/set-up")
                        .param("token", token)
                        .param("company", "Halyard")
                        .param("scope", "Enclave")
                        .param("zone", "America/Chicago")
                        .param("people[0].id", "ada")
                        .param("people[0].name", "Ada Byron")
                        .param("people[0].groups", "camunda-admin")
                        .param("password", GOOD_PASSWORD)
                        .param("again", GOOD_PASSWORD)
                        .with(csrf()))
                .andExpect(content().string(containsString("Nobody is chosen yet as: ISSM, Leadership, IT staff")));
        assertThat(organization.isSetUp()).isFalse();
        assertThat(people.all()).isEmpty();
    }

    @Test
    @Order(5)
    void makesCompanyAndPeopleAndSignsNobodyIn() throws Exception {
        String token = setUp.issueLink();
        mvc.perform(submit(token).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(unauthenticated())
                .andExpect(content().string(containsString("/password?token=")));
        assertThat(organization.name()).isEqualTo("Halyard");
        assertThat(organization.zone()).isEqualTo(ZoneId.of("America/Chicago"));
        assertThat(people.get("ada").groups())
                .containsExactlyInAnyOrder(Group.CAMUNDA_ADMIN, Group.ISSM, Group.REMEDIATOR);
        assertThat(people.account("lee").hasPassword()).isFalse();
        assertThat(events.stream(OrganizationSetUp.class))
                .singleElement()
                .satisfies(event -> assertThat(event.scopeName()).isEqualTo("Enclave"));
        mvc.perform(submit(token).with(csrf())).andExpect(status().isBadRequest());
    }

    @Test
    @Order(6)
    void letsTheFirstAdministratorSignInAfterwards() throws Exception {
        mvc.perform(post("/sign-in")
                        .param("id", "ada")
                        .param("password", GOOD_PASSWORD)
                        .with(csrf()))
                .andExpect(authenticated());
    }

    private static MockHttpServletRequestBuilder submit(String token) {
        return post("/set-up")
                .param("token", token)
                .param("company", "Halyard")
                .param("scope", "Enclave")
                .param("zone", "America/Chicago")
                .param("people[0].id", "ada")
                .param("people[0].name", "Ada Byron")
                .param("people[0].groups", "camunda-admin", "issm", "remediator")
                .param("people[1].id", "lee")
                .param("people[1].name", "Lee Quist")
                .param("people[1].groups", "leadership")
                .param("people[2].id", "")
                .param("people[2].name", "")
                .param("password", GOOD_PASSWORD)
                .param("again", GOOD_PASSWORD);
    }
}
