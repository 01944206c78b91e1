package io.closeout.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.closeout.access.ApiTokens;
import io.closeout.access.NewToken;
import io.closeout.access.People;
import io.closeout.access.SignedIn;
import io.closeout.access.TokenScope;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@FrameTest
class DoorsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @Autowired
    MovableClock clock;

    @Nested
    class NobodySignedIn {

        @ParameterizedTest
        @ValueSource(strings = {"/", "/items", "/people", "/account", "/camunda/app/tasklist/default/"})
        void isSentToTheSignInFromPages(String page) throws Exception {
            mvc.perform(get(page).accept(MediaType.TEXT_HTML))
                    .andExpect(status().isFound())
                    .andExpect(header().string("Location", containsString("/sign-in")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api/items", "/engine-rest/engine", "/v3/api-docs"})
        void isToldByAProblemDocumentElsewhere(String path) throws Exception {
            mvc.perform(get(path))
                    .andExpect(status().isUnauthorized())
                    .andExpect(header().string("WWW-Authenticate", "Bearer"))
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.status").value(401));
        }

        @Test
        void getsNothingFromTheWebappsInterface() throws Exception {
            mvc.perform(get("/camunda/api/engine/engine")).andExpect(status().isUnauthorized());
        }

        @Test
        void cannotUpload() throws Exception {
            mvc.perform(multipart("/api/scans").file("file", new byte[10])).andExpect(status().isUnauthorized());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/sign-in", "/css/closeout.css", "/webjars/bootstrap/css/bootstrap.min.css", "/favicon.svg"})
        void seesWhatTheSignInNeeds(String path) throws Exception {
            mvc.perform(get(path)).andExpect(status().isOk());
        }
    }

    @Nested
    class EngineRest {

        @Test
        void isOpenToTokensOfAnalystsAndAdministrators() throws Exception {
            mvc.perform(bearer(get("/engine-rest/engine"), "demo")).andExpect(status().isOk());
        }

        @Test
        void isClosedToSessions() throws Exception {
            mvc.perform(get("/engine-rest/engine").session(signIn("admin"))).andExpect(status().isUnauthorized());
        }

        @Test
        void isClosedToTokensOfOthers() throws Exception {
            String token = token("it", TokenScope.values());
            mvc.perform(bearer(get("/engine-rest/engine"), token)).andExpect(status().isForbidden());
        }

        @Test
        void needsTheScopeWork() throws Exception {
            String token = token("analyst", TokenScope.READ);
            mvc.perform(bearer(get("/engine-rest/engine"), token)).andExpect(status().isForbidden());
        }

        @Test
        void refusesAnUnknownToken() throws Exception {
            mvc.perform(bearer(get("/engine-rest/engine"), "guess")).andExpect(status().isUnauthorized());
        }
    }

    @Nested
    class Tokens {

        @Test
        void openOnlyWhatTheirScopesName() throws Exception {
            String reader = token("issm", TokenScope.READ);
            mvc.perform(bearer(get("/api/items"), reader)).andExpect(status().isOk());
            mvc.perform(bearer(get("/api/exports/poam.xlsx"), reader)).andExpect(status().isForbidden());
            mvc.perform(bearer(post("/api/items"), reader))
                    .andExpect(status().isForbidden())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
            mvc.perform(bearer(post("/api/scans"), reader)).andExpect(status().isForbidden());
        }

        @Test
        void ofAnImporterSendScansAndWatchThem() throws Exception {
            String importer = token("issm", TokenScope.IMPORT);
            mvc.perform(bearer(post("/api/scans"), importer)).andExpect(status().isOk());
            mvc.perform(bearer(get("/api/scans/1"), importer)).andExpect(status().isOk());
            mvc.perform(bearer(get("/api/items"), importer)).andExpect(status().isForbidden());
        }

        @Test
        void cannotMakeOthers() throws Exception {
            mvc.perform(bearer(post("/api/tokens"), "demo")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"name\":\"child\",\"scopes\":[\"read\"]}"))
                    .andExpect(status().isForbidden());
        }

        @Test
        void countMoreThanASessionThatComesAlong() throws Exception {
            mvc.perform(bearer(get("/api/items").session(signIn("admin")), "guess"))
                    .andExpect(status().isUnauthorized());
        }

        @Test
        void dieWithTheirTime() throws Exception {
            String token = token("issm", TokenScope.READ);
            clock.move(Duration.ofDays(31));
            mvc.perform(bearer(get("/api/items"), token)).andExpect(status().isUnauthorized());
        }

        @Test
        void areMadeAndRevokedByTheirPerson() throws Exception {
            MockHttpSession session = signIn("ot");
            mvc.perform(post("/api/tokens")
                            .session(session)
                            .with(csrf())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"name\":\"nightly\",\"scopes\":[\"import\"],\"days\":5}"))
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.secret").value(containsString("co_")));
            long id = tokens.of("ot").get(0).id();
            mvc.perform(delete("/api/tokens/" + id).session(signIn("it")).with(csrf()))
                    .andExpect(status().isNotFound());
            mvc.perform(delete("/api/tokens/" + id).session(session).with(csrf()))
                    .andExpect(status().isNoContent());
            assertThat(tokens.of("ot").get(0).revokedAt()).isNotNull();
        }
    }

    @Nested
    class TheEnginesOpenEnds {

        /** CVE-2026-77226, and signing in past our own sign-in. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/camunda/api/admin/setup/default/user/create",
                    "/camunda/api/admin/auth/user/default/login/tasklist",
                    "/camunda/api/welcome/auth/user/default/login/welcome"
                })
        void areClosedToAdministratorsToo(String path) throws Exception {
            mvc.perform(post(path).with(as("admin")).with(csrf())).andExpect(status().isForbidden());
            mvc.perform(post(path)).andExpect(status().isUnauthorized());
        }

        @Test
        void includeTheSetupPage() throws Exception {
            mvc.perform(get("/camunda/app/admin/default/setup/").with(as("admin")))
                    .andExpect(status().isForbidden());
        }
    }

    @Nested
    class ForgedRequests {

        @Test
        void areRefusedByPages() throws Exception {
            mvc.perform(post("/account/tokens").with(as("it"))).andExpect(status().isForbidden());
        }

        @Test
        void areRefusedByTheApiForSessions() throws Exception {
            mvc.perform(post("/api/items").with(as("issm"))).andExpect(status().isForbidden());
            mvc.perform(post("/api/items").with(as("issm")).with(csrf())).andExpect(status().isOk());
        }

        @Test
        void areNoMatterForTokensAndLeftToTheWebappsThemselves() throws Exception {
            mvc.perform(bearer(post("/api/items"), "demo")).andExpect(status().isOk());
            mvc.perform(post("/camunda/api/engine/engine/default/task").with(as("it")))
                    .andExpect(status().isOk());
        }
    }

    @Nested
    class Headers {

        @Test
        void ofPagesAllowOurOwnFilesOnly() throws Exception {
            mvc.perform(get("/").with(as("it")))
                    .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
                    .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
                    .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        }

        @Test
        void leaveTheWebappsTheirContentPolicy() throws Exception {
            mvc.perform(get("/camunda/app/tasklist/default/").with(as("it")))
                    .andExpect(status().isOk())
                    .andExpect(header().doesNotExist("Content-Security-Policy"));
        }
    }

    @Nested
    class Failures {

        @Test
        void ofTheUnexpectedTellANumberAndNoInnerWords() throws Exception {
            mvc.perform(bearer(get("/api/breaks"), "demo"))
                    .andExpect(status().isInternalServerError())
                    .andExpect(jsonPath("$.incident").isNotEmpty())
                    .andExpect(content().string(not(containsString("secret"))));
            mvc.perform(get("/breaks").with(as("it")))
                    .andExpect(status().isInternalServerError())
                    .andExpect(content().string(containsString("incident")))
                    .andExpect(content().string(not(containsString("secret"))));
        }

        @Test
        void ofARuleTellItsWords() throws Exception {
            mvc.perform(bearer(get("/api/refuses"), "demo"))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.detail").value("The date lies in the past."));
        }

        @Test
        void ofUnknownAddressesAreNeutral() throws Exception {
            mvc.perform(bearer(get("/api/nothing"), "demo"))
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
            mvc.perform(get("/nothing").with(as("it")))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(containsString("There is nothing here")));
        }

        @Test
        void ofBrokenJsonNameTheBody() throws Exception {
            mvc.perform(post("/api/tokens")
                            .with(as("it"))
                            .with(csrf())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{"))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.problems[0].where").value("body"));
        }
    }

    @Test
    void theApiIsDescribedToTheSignedIn() throws Exception {
        mvc.perform(bearer(get("/v3/api-docs"), "demo")).andExpect(status().isOk());
    }

    @Test
    void switchingThePersonKeepsNothingOfTheOldSession() throws Exception {
        MockHttpSession old = signIn("it");
        mvc.perform(post("/demo/person").param("id", "issm").session(old).with(csrf()))
                .andExpect(redirectedUrl("/"));
        assertThat(old.isInvalid()).isTrue();
    }

    private MockHttpSession signIn(String id) {
        SignedIn principal = new SignedIn(people.get(id), clock.instant());
        MockHttpSession session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                        principal, null, principal.getAuthorities())));
        return session;
    }

    private RequestPostProcessor as(String id) {
        return user(new SignedIn(people.get(id), clock.instant()));
    }

    private String token(String personId, TokenScope... scopes) {
        NewToken wanted = new NewToken("test", Set.of(scopes), 30);
        return tokens.create(wanted, people.get(personId).through("test")).secret();
    }

    private static MockHttpServletRequestBuilder bearer(MockHttpServletRequestBuilder request, String token) {
        return request.header("Authorization", "Bearer " + token);
    }
}
