package io.closeout.assessment.web;

import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.LEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.closeout.access.Actor;
import io.closeout.access.People;
import io.closeout.access.SignedIn;
import io.closeout.assessment.Affirmations;
import io.closeout.assessment.AssessedScopes;
import io.closeout.assessment.AssessmentKind;
import io.closeout.assessment.AssessmentTest;
import io.closeout.assessment.Assessments;
import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.assessment.NewAffirmation;
import io.closeout.assessment.NewStatus;
import io.closeout.assessment.Requirements;
import io.closeout.assessment.StatusState;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.testing.SetClock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Scopes were assessed on 2026-03-01; it is the day after. */
@AssessmentTest
class AssessmentPagesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    AssessedScopes scopes;

    @Autowired
    Assessments assessments;

    @Autowired
    CmmcStatuses statuses;

    @Autowired
    Affirmations affirmations;

    @Autowired
    Register register;

    @Autowired
    SetClock clock;

    @BeforeEach
    void theDayAfter() {
        clock.set("2026-03-02T09:00:00Z");
    }

    @Nested
    class TheOverview {

        @Test
        void showsScoreFamiliesAndWhatMayNotWaitWithItsRule() throws Exception {
            String scope = scopes.withNotMet("AC.L2-3.1.20", "AU.L2-3.3.3");

            page("assessor", "/assessment?scope=" + scope)
                    .andExpect(content().string(containsString(">108<")))
                    .andExpect(content().string(containsString("Media Protection")))
                    .andExpect(content().string(containsString("32 CFR 170.21(a)(2)(iii)(A)")))
                    .andExpect(content().string(containsString("May not stand on a Conditional POA&amp;M")))
                    .andExpect(content()
                            .string(containsString(
                                    item(scope, "AU.L2-3.3.3").id().text())));
        }

        @Test
        void saysWhatItIsAtWorstWhereSomethingWasNotAssessed() throws Exception {
            page("issm", "/assessment?scope=" + scopes.aScope())
                    .andExpect(content().string(containsString(">-203<")))
                    .andExpect(content().string(containsString("110 not assessed yet")));
        }

        @Test
        void saysThatThereIsNoScoreWithoutASystemSecurityPlan() throws Exception {
            page("issm", "/assessment?scope=" + scopes.withNotMet("CA.L2-3.12.4"))
                    .andExpect(content().string(containsString("cannot be completed")));
        }

        @Test
        void asksForANewResultOnceTheItemIsClosed() throws Exception {
            String scope = scopes.withNotMet("AU.L2-3.3.3");
            register.close(item(scope, "AU.L2-3.3.3").id(), Actor.system("process"));

            page("issm", "/assessment?scope=" + scope)
                    .andExpect(content().string(containsString("Item closed, result to be assessed anew")));
        }
    }

    @Nested
    class TheFamily {

        @Test
        void recordsWhatChangedAndNothingElse() throws Exception {
            String scope = scopes.withEverythingMet();

            submit("issm", "/assessment/AU", scope).andExpect(redirectedUrl("/assessment/AU?scope=" + scope));

            assertThat(assessments.of(scope).scorecard().notMet()).containsExactly(Requirements.get("AU.L2-3.3.3"));
            assertThat(item(scope, "AU.L2-3.3.3").description().orElseThrow()).contains("Nobody reads it.");
            assertThat(assessments
                            .of(scope)
                            .result(Requirements.get("AU.L2-3.3.1"))
                            .orElseThrow()
                            .assessedOn())
                    .isEqualTo(AssessedScopes.ASSESSED);
        }

        @Test
        void recordsTheRestAsMetWhereThatIsChosen() throws Exception {
            String scope = scopes.aScope();

            mvc.perform(post("/assessment/AT")
                            .param("scope", scope)
                            .param("assessedOn", "2026-03-02")
                            .param("others", "MET")
                            .param("result-AT.L2-3.2.3", "NOT_MET")
                            .param("note-AT.L2-3.2.3", "No course yet.")
                            .with(person("issm"))
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());

            assertThat(assessments.of(scope).results()).hasSize(3);
            assertThat(assessments.of(scope).scorecard().score()).isEqualTo(109);
        }

        @Test
        void comesBackWithWhatIsWrongAndWhatWasWritten() throws Exception {
            String scope = scopes.withEverythingMet();

            mvc.perform(post("/assessment/AU")
                            .param("scope", scope)
                            .param("assessedOn", "2026-03-02")
                            .param("result-AU.L2-3.3.3", "NOT_MET")
                            .param("note-AU.L2-3.3.4", "Kept though it is wrong above")
                            .with(person("issm"))
                            .with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Say in the note why AU.L2-3.3.3 is not met")))
                    .andExpect(content().string(containsString("Kept though it is wrong above")));
            assertThat(assessments.of(scope).scorecard().score()).isEqualTo(110);
        }

        @Test
        void offersPartlyMetOnlyWhereItIsAResult() throws Exception {
            String scope = scopes.aScope();

            page("issm", "/assessment/IA?scope=" + scope)
                    .andExpect(content().string(containsString("value=\"PARTIAL\"")));
            page("issm", "/assessment/AU?scope=" + scope)
                    .andExpect(content().string(not(containsString("value=\"PARTIAL\""))));
        }

        @Test
        void isReadOnlyForOthers() throws Exception {
            String scope = scopes.withEverythingMet();

            page("assessor", "/assessment/AU?scope=" + scope)
                    .andExpect(content().string(not(containsString("<select class=\"form-select\" id=\"result-"))));
            submit("it", "/assessment/AU", scope)
                    .andExpect(content().string(containsString("Only ISSM may record results")));
            assertThat(assessments.of(scope).scorecard().score()).isEqualTo(110);
        }

        @Test
        void knowsNoOthers() throws Exception {
            mvc.perform(get("/assessment/XX").with(person("issm"))).andExpect(status().isNotFound());
        }

        private ResultActions submit(String who, String address, String scope) throws Exception {
            return mvc.perform(post(address)
                    .param("scope", scope)
                    .param("assessedOn", "2026-03-02")
                    .param("result-AU.L2-3.3.1", "MET")
                    .param("result-AU.L2-3.3.3", "NOT_MET")
                    .param("note-AU.L2-3.3.3", "Nobody reads it.")
                    .with(person(who))
                    .with(csrf()));
        }
    }

    @Nested
    class TheStatus {

        @Test
        void isRecordedByTheIssm() throws Exception {
            String scope = scopes.withNotMet("AU.L2-3.3.3");

            page("issm", "/assessment/status?scope=" + scope)
                    .andExpect(content().string(containsString("Nothing stands against it")));
            record("issm", scope).andExpect(redirectedUrl("/assessment/status?scope=" + scope));

            page("assessor", "/assessment/status?scope=" + scope)
                    .andExpect(content().string(containsString("Conditional Level 2 (Self) of 2026-03-02")))
                    .andExpect(content().string(containsString("days left, until 2026-08-29")))
                    .andExpect(content().string(containsString("due by 2026-03-09")))
                    .andExpect(content().string(containsString("170.22(a)(3)(i)")));
        }

        @Test
        void showsWhatStandsAgainstItBeforeAndAfter() throws Exception {
            String scope = scopes.withNotMet("AC.L2-3.1.20");

            page("issm", "/assessment/status?scope=" + scope)
                    .andExpect(content().string(containsString("may not stand on the POA&amp;M")));
            record("issm", scope)
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("AC.L2-3.1.20 (32 CFR 170.21(a)(2)(iii)(A)")));
            assertThat(statuses.of(scope)).isEmpty();
        }

        @Test
        void isOfferedToNobodyElse() throws Exception {
            String scope = scopes.withEverythingMet();

            page("leader", "/assessment/status?scope=" + scope)
                    .andExpect(content().string(not(containsString("name=\"statusDate\""))));
            record("leader", scope).andExpect(content().string(containsString("Only ISSM may record a CMMC status")));
        }

        @Test
        void isWithdrawnByLeadershipWithAReason() throws Exception {
            CmmcStatus status = recorded(scopes.withNotMet("AU.L2-3.3.3"));

            mvc.perform(post("/assessment/status/" + status.id() + "/withdrawal")
                            .param("reason", "Wrong date")
                            .with(person("leader"))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/assessment/status?scope=" + status.scope()));

            assertThat(statuses.get(status.id()).state()).isEqualTo(StatusState.WITHDRAWN);
            page("issm", "/assessment/status?scope=" + status.scope())
                    .andExpect(content().string(containsString("Wrong date")));
        }

        @Test
        void namesWhoAffirmed() throws Exception {
            CmmcStatus status = recorded(scopes.withNotMet("AU.L2-3.3.3"));
            affirmations.affirm(status.id(), NewAffirmation.made(true, "President", "555-0100", TODAY, null), LEADER);

            page("issm", "/assessment/status?scope=" + status.scope())
                    .andExpect(
                            content().string(containsString("affirmed by Dana Whitfield (President) on 2026-03-02")));
        }

        @Test
        void standsOnTheHomePageWithItsDays() throws Exception {
            recorded(scopes.withNotMet("AU.L2-3.3.3"));
            clock.set("2026-04-08T09:00:00Z");

            page("it", "/").andExpect(content().string(containsString("Conditional status: 143 days left")));
        }

        @Test
        void isWhereNoticesLead() throws Exception {
            CmmcStatus status = recorded(scopes.withNotMet("AU.L2-3.3.3"));

            mvc.perform(get("/assessment/status/" + status.id()).with(person("issm")))
                    .andExpect(redirectedUrl("/assessment/status?scope=" + status.scope()));
        }

        private ResultActions record(String who, String scope) throws Exception {
            return mvc.perform(post("/assessment/status")
                    .param("scope", scope)
                    .param("kind", "SELF")
                    .param("assessor", "Mara Lindqvist")
                    .param("statusDate", "2026-03-02")
                    .with(person(who))
                    .with(csrf()));
        }
    }

    @Nested
    class TheItemPage {

        @Test
        void marksWhatMayNotWait() throws Exception {
            String scope = scopes.withNotMet("CA.L2-3.12.2");

            page("it", "/items/" + item(scope, "CA.L2-3.12.2").id())
                    .andExpect(content().string(containsString("It costs 3 points now.")))
                    .andExpect(content().string(containsString("May not stand on a Conditional POA&amp;M")))
                    .andExpect(content().string(containsString("worth more than 1 point (3)")));
        }

        @Test
        void saysThatClosingIsNoCloseout() throws Exception {
            String scope = scopes.withNotMet("AU.L2-3.3.3");
            recorded(scope);

            page("it", "/items/" + item(scope, "AU.L2-3.3.3").id())
                    .andExpect(content().string(containsString("May stand on a Conditional POA&amp;M")))
                    .andExpect(content().string(containsString("to be closed out by 2026-08-29")))
                    .andExpect(content().string(containsString("Closing this item does not close it out")));
        }
    }

    @Nested
    class TheApi {

        @Test
        void recordsResultsAndTellsTheScore() throws Exception {
            String scope = scopes.withEverythingMet();

            asScript(post("/api/assessment/" + scope + "/results")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("[{\"requirement\":\"SC.L2-3.13.11\",\"result\":\"PARTIAL\","
                                    + "\"note\":\"AES, not validated\",\"assessedOn\":\"2026-03-02\"}]"))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.score").value(107))
                    .andExpect(jsonPath("$.scoreIfOpenItemsClose").value(110))
                    .andExpect(jsonPath("$.requirements", hasSize(110)))
                    .andExpect(jsonPath("$.requirements[?(@.id=='SC.L2-3.13.11')].allowedOnPoam")
                            .value(true));
            asScript(get("/api/assessment/" + scope))
                    .andExpect(jsonPath("$.score").value(107));
        }

        @Test
        void recordsAStatus() throws Exception {
            String scope = scopes.withNotMet("AU.L2-3.3.3");

            String address = recording(scope, "self", "2026-03-02")
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.state").value("CONDITIONAL"))
                    .andExpect(jsonPath("$.score").value(109))
                    .andExpect(jsonPath("$.lastDay").value("2026-08-29"))
                    .andExpect(jsonPath("$.poam[0].requirement").value("AU.L2-3.3.3"))
                    .andReturn()
                    .getResponse()
                    .getHeader("Location");

            asScript(get(String.valueOf(address))).andExpect(jsonPath("$.label").value("Conditional Level 2 (Self)"));
            asScript(get("/api/assessment/" + scope + "/status")).andExpect(jsonPath("$.items", hasSize(1)));
            asScript(get(String.valueOf(address).replace(scope, scopes.aScope())))
                    .andExpect(status().isNotFound());
        }

        @Test
        void refusesInPlainWords() throws Exception {
            problem(recording(scopes.withNotMet("AC.L2-3.1.20"), "SELF", "2026-03-02"), "AC.L2-3.1.20");
            problem(recording(scopes.withEverythingMet(), "DIBCAC", "2026-03-02"), "Use SELF or C3PAO");
            problem(recording(scopes.withEverythingMet(), "SELF", "2.3.2026"), "year-month-day");
            problem(recording(scopes.withEverythingMet(), "SELF", ""), "Give the status date");
            asScript(get("/api/assessment/no-such-scope")).andExpect(status().isNotFound());
        }

        @Test
        void isDescribed() throws Exception {
            asScript(get("/v3/api-docs"))
                    .andExpect(jsonPath("$.paths['/api/assessment/{scope}/status'].post.summary")
                            .value(startsWith("Records a CMMC status")));
        }

        private ResultActions recording(String scope, String kind, String date) throws Exception {
            return asScript(post("/api/assessment/" + scope + "/status")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"kind\":\"%s\",\"assessor\":\"Mara Lindqvist\",\"statusDate\":\"%s\"}"
                            .formatted(kind, date)));
        }

        private ResultActions asScript(MockHttpServletRequestBuilder request) throws Exception {
            return mvc.perform(request.header("Authorization", "Bearer demo"));
        }

        private static void problem(ResultActions answer, String saying) throws Exception {
            answer.andExpect(status().isBadRequest())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.detail").value(containsString(saying)));
        }
    }

    private CmmcStatus recorded(String scope) {
        return statuses.record(scope, new NewStatus(AssessmentKind.SELF, "Mara Lindqvist", TODAY), ISSM);
    }

    private PoamItem item(String scope, String requirement) {
        return assessments.of(scope).item(Requirements.get(requirement)).orElseThrow();
    }

    private ResultActions page(String who, String address) throws Exception {
        return mvc.perform(get(address).with(person(who))).andExpect(status().isOk());
    }

    private RequestPostProcessor person(String id) {
        return user(new SignedIn(people.get(id), Instant.now()));
    }
}
