package io.closeout.review.web;

import static io.closeout.register.Situations.IT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.closeout.access.People;
import io.closeout.access.SignedIn;
import io.closeout.policy.AcceptanceKind;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.register.Situations;
import io.closeout.review.ReviewTest;
import io.closeout.review.acceptance.AcceptanceRequests;
import io.closeout.review.acceptance.Asked;
import io.closeout.review.acceptance.RiskAcceptance;
import io.closeout.review.acceptance.RiskLevel;
import io.closeout.review.approval.Judgement;
import io.closeout.shared.Severity;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Items of {@link Situations#anItemInProgress} are HIGH, owned by {@code it} and planned for ten days from today. */
@ReviewTest
class AcceptRiskPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Situations situations;

    @Autowired
    Register register;

    @Autowired
    AcceptanceRequests requests;

    @Nested
    class TheItemPage {

        @Test
        void offersToAskToWhoMay() throws Exception {
            PoamId id = situations.anItemInProgress();

            page("it", "/items/" + id).andExpect(content().string(containsString("/items/" + id + "/accept-risk")));
            page("assessor", "/items/" + id)
                    .andExpect(content().string(not(containsString("/items/" + id + "/accept-risk"))));
        }

        @Test
        void tellsWhatIsInForceAndWhoSigned() throws Exception {
            PoamId id = accepted();

            page("assessor", "/items/" + id)
                    .andExpect(content().string(containsString("In force until " + inDays(100))))
                    .andExpect(content().string(containsString("Moderate instead of High")))
                    .andExpect(content().string(containsString("Approved by Dana Whitfield (Leadership)")))
                    .andExpect(content().string(containsString("Firewall rule review, every 30 days")));
        }
    }

    @Nested
    class TheForm {

        @Test
        void asksWithControls() throws Exception {
            PoamId id = situations.anItemInProgress();
            page("it", "/items/" + id + "/accept-risk")
                    .andExpect(content().string(containsString("name=\"controls[0].what\"")));

            submit("it", id, inDays(100).toString(), "Segmentation").andExpect(redirectedUrl("/items/" + id));

            assertThat(requests.of(id)).hasSize(1).first().satisfies(asked -> {
                assertThat(asked.kind()).isEqualTo(AcceptanceKind.TEMPORARY_ACCEPTANCE);
                assertThat(asked.residual()).isEqualTo(Severity.MEDIUM);
                assertThat(asked.controls()).singleElement().satisfies(control -> assertThat(
                                control.wanted().what())
                        .isEqualTo("Segmentation"));
            });
        }

        @Test
        void comesBackWithWhatIsWrongAndWhatWasWritten() throws Exception {
            PoamId id = situations.anItemInProgress();

            submit("it", id, inDays(200).toString(), "Segmentation")
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("180 days at most")))
                    .andExpect(content().string(containsString("value=\"Segmentation\"")));
            submit("it", id, inDays(100).toString(), "")
                    .andExpect(content().string(containsString("at least one compensating control")));
            assertThat(requests.of(id)).isEmpty();
        }

        @Test
        void opensWithTheOldRequestForAnotherTerm() throws Exception {
            page("it", "/items/" + accepted() + "/accept-risk")
                    .andExpect(content().string(containsString("Ask for another term")))
                    .andExpect(content().string(containsString("The controller cannot be patched")));
        }

        @Test
        void completesAMilestoneAndReportsALapsedControl() throws Exception {
            PoamId id = accepted();

            mvc.perform(post("/items/" + id + "/accept-risk/milestones/1")
                            .with(person("it"))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/items/" + id));
            mvc.perform(post("/items/" + id + "/accept-risk/lapsed")
                            .with(person("it"))
                            .with(csrf())
                            .param("control", "2")
                            .param("what", "No alerts since Monday"))
                    .andExpect(redirectedUrl("/items/" + id));

            assertThat(register.get(id).milestones().get(0).completedOn()).contains(situations.today());
            page("it", "/items/" + id)
                    .andExpect(content().string(containsString("Stale: something material changed")))
                    .andExpect(content().string(containsString("No alerts since Monday")));
        }
    }

    @Nested
    class TheHomePage {

        @Test
        void showsTheIssmAndLeadershipWhatEndsSoon() throws Exception {
            PoamId id = situations.anItemInProgress();
            RiskAcceptance asked = requests.ask(id, Asked.temporary(inDays(20)), IT);
            requests.decide(asked.id(), new Judgement(true, null), null, Situations.ISSM);
            requests.decide(asked.id(), new Judgement(true, null), null, Situations.LEADER);

            page("issm", "/").andExpect(content().string(containsString("Accepted risks that end soon")));
            page("leader", "/").andExpect(content().string(containsString("within 30 days")));
            page("it", "/").andExpect(content().string(not(containsString("Accepted risks that end soon"))));
        }
    }

    @Nested
    class TheApi {

        @Test
        void takesTheFieldsOfTheContractAlone() throws Exception {
            PoamId id = situations.anItemInProgress();

            String address = ask(
                            id,
                            "{\"justification\":\"No patch\",\"likelihood\":\"low\",\"impact\":\"High\","
                                    + "\"controls\":[\"Segmentation\",{\"what\":\"Monitoring\",\"howChecked\":\"Test alert\"}],"
                                    + "\"until\":\"%s\"}".formatted(inDays(60)))
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.state").value("REQUESTED"))
                    .andExpect(jsonPath("$.kind").value("TEMPORARY_ACCEPTANCE"))
                    .andExpect(jsonPath("$.originalRating").value("HIGH"))
                    .andExpect(jsonPath("$.residualRating").value("HIGH"))
                    .andExpect(jsonPath("$.controls[0].what").value("Segmentation"))
                    .andExpect(jsonPath("$.controls[1].howChecked").value("Test alert"))
                    .andReturn()
                    .getResponse()
                    .getHeader("Location");

            asScript(get(String.valueOf(address)))
                    .andExpect(jsonPath("$.standing").value("PROPOSED"));
            asScript(get("/api/items/" + id + "/risk-acceptance-requests")).andExpect(jsonPath("$.items", hasSize(1)));
            assertThat(requests.of(id).get(0).wanted().likelihood()).isEqualTo(RiskLevel.LOW);
        }

        @Test
        void tellsTheAcceptanceWithItsItem() throws Exception {
            asScript(get("/api/items/" + accepted()))
                    .andExpect(jsonPath("$.status").value("RISK_ACCEPTED"))
                    .andExpect(jsonPath("$.acceptance.standing").value("IN_FORCE"))
                    .andExpect(jsonPath("$.acceptance.stale").value(false))
                    .andExpect(jsonPath("$.acceptance.until").value(inDays(100).toString()));
        }

        @Test
        void refusesWhatIsMissingOrUnreadable() throws Exception {
            PoamId id = situations.anItemInProgress();

            problem(ask(id, "{\"likelihood\":\"LOW\",\"impact\":\"LOW\",\"until\":\"2099-01-01\"}"), "justification");
            problem(
                    ask(id, "{\"justification\":\"No patch\",\"likelihood\":\"LOW\",\"impact\":\"LOW\"}"),
                    "until when");
            problem(
                    ask(id, "{\"justification\":\"No patch\",\"likelihood\":\"often\",\"impact\":\"LOW\"}"),
                    "likelihood");
        }

        private ResultActions ask(PoamId id, String body) throws Exception {
            return asScript(post("/api/items/" + id + "/risk-acceptance-requests")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body));
        }

        private static void problem(ResultActions answer, String saying) throws Exception {
            answer.andExpect(status().isBadRequest())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.detail").value(containsString(saying)));
        }
    }

    private PoamId accepted() {
        PoamId id = situations.anItemInProgress();
        RiskAcceptance asked = requests.ask(id, Asked.adjusted(Severity.MEDIUM, inDays(100)), IT);
        requests.decide(asked.id(), new Judgement(true, null), null, Situations.ISSM);
        requests.decide(asked.id(), new Judgement(true, null), null, Situations.LEADER);
        return id;
    }

    private ResultActions asScript(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header("Authorization", "Bearer demo"));
    }

    private ResultActions submit(String who, PoamId id, String until, String control) throws Exception {
        return mvc.perform(post("/items/" + id + "/accept-risk")
                .with(person(who))
                .with(csrf())
                .param("kind", "TEMPORARY_ACCEPTANCE")
                .param("justification", "No patch")
                .param("likelihood", "LOW")
                .param("impact", "HIGH")
                .param("residual", "MEDIUM")
                .param("until", until)
                .param("controls[0].what", control)
                .param("controls[0].howChecked", control.isEmpty() ? "" : "Rule review")
                .param("controls[0].everyDays", "")
                .param("controls[1].what", "")
                .param("controls[1].howChecked", ""));
    }

    private ResultActions page(String who, String address) throws Exception {
        return mvc.perform(get(address).with(person(who))).andExpect(status().isOk());
    }

    private RequestPostProcessor person(String id) {
        return user(new SignedIn(people.get(id), Instant.now()));
    }

    private LocalDate inDays(int days) {
        return situations.today().plusDays(days);
    }
}
