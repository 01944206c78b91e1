package io.closeout.assessment.web;

import static io.closeout.register.Situations.ISSM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.closeout.access.People;
import io.closeout.access.SignedIn;
import io.closeout.assessment.AssessedScopes;
import io.closeout.assessment.AssessmentTest;
import io.closeout.assessment.Assessments;
import io.closeout.assessment.Determination;
import io.closeout.assessment.GuidedAssessment;
import io.closeout.assessment.NewAnswer;
import io.closeout.assessment.NewAnswers;
import io.closeout.assessment.Objectives;
import io.closeout.assessment.Requirement;
import io.closeout.assessment.Requirements;
import io.closeout.assessment.Result;
import io.closeout.testing.SetClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** AC.L2-3.1.2 has the objectives a and b, and costs 5 points. */
@AssessmentTest
class GuidePagesTest {

    private static final Requirement FUNCTIONS = Requirements.get("AC.L2-3.1.2");
    private static final String PAGE = "/assessment/guide/AC/3.1.2";

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    GuidedAssessment guide;

    @Autowired
    Assessments assessments;

    @Autowired
    AssessedScopes scopes;

    @Autowired
    SetClock clock;

    private String scope;

    @BeforeEach
    void anEmptyScope() {
        clock.set("2026-03-02T09:00:00Z");
        scope = scopes.aScope();
    }

    @Nested
    class Pages {

        @Test
        void leadFromFamiliesToRequirementsToObjectives() throws Exception {
            answered(0, Determination.MET);

            page("/assessment/guide")
                    .andExpect(content().string(containsString("of 320 objectives answered")))
                    .andExpect(content().string(containsString("1 of 70")))
                    .andExpect(content().string(containsString("Go on with AC.L2-3.1.1")));
            page("/assessment/guide/AC")
                    .andExpect(content().string(containsString("1 of 2")))
                    .andExpect(content().string(containsString("AC.L2-3.1.22")));
            page(PAGE)
                    .andExpect(content().string(containsString("Determine if")))
                    .andExpect(content().string(containsString("users are permitted to execute are defined")));
        }

        @Test
        void saveAnswersAndTellTheResult() throws Exception {
            sent("version", "0", "answer-a", "MET", "answer-b", "NOT_MET", "note-b", "Two accounts.")
                    .andExpect(redirectedUrl(PAGE + "?scope=" + scope));

            assertThat(assessments.of(scope).result(FUNCTIONS).orElseThrow().result())
                    .isEqualTo(Result.NOT_MET);
            page(PAGE)
                    .andExpect(content().string(containsString("Two accounts.")))
                    .andExpect(content().string(containsString("May not stand on a Conditional POA&amp;M")))
                    .andExpect(content().string(containsString("/items/POA-2026-")));
        }

        @Test
        void goOnToTheNext() throws Exception {
            sent("version", "0", "answer-a", "MET", "next", "true")
                    .andExpect(redirectedUrl("/assessment/guide/AC/3.1.3?scope=" + scope));
        }

        @Test
        void takeAFileWithTheAnswers() throws Exception {
            MockMultipartFile file = new MockMultipartFile("file", "roles.txt", "text/plain", "Roles".getBytes());
            mvc.perform(form("version", "0", "answer-a", "MET", "kind", "OTHER", "date", "2026-03-01")
                            .file(file)
                            .with(person("issm"))
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());

            page(PAGE).andExpect(content().string(containsString("roles.txt")));
            asScript(get(evidenceAddress()))
                    .andExpect(jsonPath("$.items", hasSize(1)))
                    .andExpect(jsonPath("$.items[0].name").value("roles.txt"));
        }

        @Test
        void keepWhatWasWrittenAndSayWhatIsWrong() throws Exception {
            sent("version", "0", "answer-a", "NOT_APPLICABLE", "note-b", "A half sentence")
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("why 3.1.2[a] is not applicable")))
                    .andExpect(content().string(containsString("A half sentence")))
                    .andExpect(content().string(containsString("name=\"version\" value=\"0\"")));
            sent("version", "0", "note-b", "A half sentence")
                    .andExpect(content().string(containsString("You wrote a note on 3.1.2[b]")));
            sent("version", "0", "answer-a", "PERHAPS").andExpect(content().string(containsString("is no answer")));
        }

        @Test
        void pointOutWhatSomebodyElseSavedMeanwhile() throws Exception {
            answered(0, Determination.NOT_MET);

            sent("version", "0", "answer-a", "MET", "note-a", "Looked again")
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Mara Lindqvist saved AC.L2-3.1.2 after you opened it")))
                    .andExpect(content().string(containsString("Saved meanwhile: Not met. Nobody wrote it down.")))
                    .andExpect(content().string(containsString("Looked again")))
                    .andExpect(content().string(containsString("name=\"version\" value=\"1\"")));
        }

        @Test
        void offerNothingToChangeToOthers() throws Exception {
            mvc.perform(get(PAGE).param("scope", scope).with(person("assessor")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("disabled")))
                    .andExpect(content().string(not(containsString("Save and go to"))));
            mvc.perform(form("version", "0", "answer-a", "MET")
                            .with(person("it"))
                            .with(csrf()))
                    .andExpect(content().string(containsString("Only ISSM may assess requirements")));
        }

        @Test
        void knowNoOtherRequirements() throws Exception {
            mvc.perform(get("/assessment/guide/AC/3.1.99").with(person("issm"))).andExpect(status().isNotFound());
            mvc.perform(get("/assessment/guide/XX").with(person("issm"))).andExpect(status().isNotFound());
        }

        private ResultActions sent(String... fields) throws Exception {
            return mvc.perform(form(fields).with(person("issm")).with(csrf()));
        }

        private MockMultipartHttpServletRequestBuilder form(String... fields) {
            MockMultipartHttpServletRequestBuilder form = multipart(PAGE);
            form.param("scope", scope);
            for (int i = 0; i < fields.length; i += 2) {
                form.param(fields[i], fields[i + 1]);
            }
            return form;
        }

        private ResultActions page(String path) throws Exception {
            return mvc.perform(get(path).param("scope", scope).with(person("issm")))
                    .andExpect(status().isOk());
        }

        private RequestPostProcessor person(String id) {
            return user(new SignedIn(people.get(id), Instant.now()));
        }
    }

    @Nested
    class Api {

        @Test
        void listsAllRequirementsWithTheirObjectives() throws Exception {
            asScript(get("/api/assessments/" + scope + "/requirements"))
                    .andExpect(jsonPath("$.items", hasSize(110)))
                    .andExpect(jsonPath("$.items[1].requirement").value("AC.L2-3.1.2"))
                    .andExpect(jsonPath("$.items[1].version").value(0))
                    .andExpect(jsonPath("$.items[1].result").doesNotExist())
                    .andExpect(jsonPath("$.items[1].objectives[1].objective").value("3.1.2[b]"));
        }

        @Test
        void takesAnswersOverTheVersionThatItTold() throws Exception {
            asScript(answers(0, "a", "MET")).andExpect(jsonPath("$.version").value(1));
            asScript(answers(1, "3.1.2[b]", "MET"))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.result").value("MET"))
                    .andExpect(jsonPath("$.objectives[0].by").exists());
            asScript(get("/api/assessment/" + scope))
                    .andExpect(jsonPath("$.requirements[1].result").value("MET"));
        }

        @Test
        void refusesInPlainWords() throws Exception {
            problem(answers(7, "a", "MET"), "Nothing of yours was saved");
            problem(answers(0, "a", "NOT_APPLICABLE"), "why 3.1.2[a] is not applicable");
            problem(answers(0, "a", "FINE"), "is no answer");
            asScript(answers(0, "z", "MET")).andExpect(status().isNotFound());
            asScript(get("/api/assessments/nowhere/requirements")).andExpect(status().isNotFound());
        }

        @Test
        void takesEvidenceAndHandsItOutToBeSaved() throws Exception {
            MockMultipartFile file = new MockMultipartFile("file", "roles.txt", "text/plain", "Roles".getBytes());
            String content = asScript(multipart(evidenceAddress())
                            .file(file)
                            .param("kind", "other")
                            .param("date", "2026-03-01"))
                    .andExpect(status().isCreated())
                    .andReturn()
                    .getResponse()
                    .getContentAsString()
                    .replaceAll(".*\"content\":\"([^\"]*)\".*", "$1");

            asScript(get(content))
                    .andExpect(content().string("Roles"))
                    .andExpect(header().string("Content-Disposition", containsString("attachment")));
            asScript(get(content.replace("3.1.2", "3.1.3"))).andExpect(status().isNotFound());
        }

        private MockHttpServletRequestBuilder answers(int version, String objective, String answer) {
            return put("/api/assessments/" + scope + "/requirements/3.1.2")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"version\":%d,\"objectives\":[{\"objective\":\"%s\",\"answer\":\"%s\"}]}"
                            .formatted(version, objective, answer));
        }

        private void problem(MockHttpServletRequestBuilder request, String saying) throws Exception {
            asScript(request)
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.detail").value(containsString(saying)));
        }
    }

    private String evidenceAddress() {
        return "/api/assessments/" + scope + "/requirements/AC.L2-3.1.2/evidence";
    }

    private void answered(int version, Determination determination) {
        NewAnswer answer = new NewAnswer(Objectives.get(FUNCTIONS, "a"), determination, "Nobody wrote it down.");
        guide.save(scope, new NewAnswers(FUNCTIONS, version, false, List.of(answer)), ISSM);
    }

    private ResultActions asScript(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header("Authorization", "Bearer demo"));
    }
}
