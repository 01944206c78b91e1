package io.closeout.intake.web.byhand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.closeout.access.ApiTokens;
import io.closeout.access.NewToken;
import io.closeout.access.People;
import io.closeout.access.TokenScope;
import io.closeout.evidence.Evidence;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.testing.RegisterAndIntakeTest;
import io.closeout.testing.SignedInAs;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@RegisterAndIntakeTest
class FindingPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    SignedInAs signedIn;

    @Autowired
    EvidenceLocker evidence;

    @Autowired
    ApiTokens tokens;

    @Autowired
    People people;

    @Nested
    class Pages {

        @Test
        void takeAFindingWithItsEvidenceAndShowItsItem() throws Exception {
            MockMultipartFile file = new MockMultipartFile("file", "page-12.txt", "text/plain", "Entry 12".getBytes());

            String item = address(sent(form("E-12").file(file)));

            assertThat(item).startsWith("/items/POA-");
            assertThat(evidence.of(item.replace("/items/", "item:")))
                    .extracting(Evidence::name)
                    .containsExactly("page-12.txt");
            page(item)
                    .andExpect(content().string(containsString("Reported by a person")))
                    .andExpect(content().string(containsString("Lock the cabinet.")))
                    .andExpect(content().string(containsString("PE.L2-3.10.5")));
            page("/findings").andExpect(content().string(containsString("E-12")));
        }

        @Test
        void sendToTheEvidencePageWhenTheFileIsNotTaken() throws Exception {
            MockMultipartFile empty = new MockMultipartFile("file", "empty.txt", "text/plain", new byte[0]);

            assertThat(address(sent(form("E-13").file(empty)))).endsWith("/evidence");
        }

        @Test
        void showTheWayToTheFirstWhenItWasReportedBefore() throws Exception {
            String item = address(sent(form("E-14")));

            sent(form("E-14"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("was reported already")))
                    .andExpect(content().string(containsString("href=\"" + item + "\"")))
                    .andExpect(content().string(containsString("Lock the cabinet.")));
        }

        @Test
        void keepWhatWasWrittenAndSayWhatIsWrong() throws Exception {
            refused(form("E-15", "cves", "27532"), "&quot;27532&quot; is no CVE");
            refused(form("E-15", "detectedOn", "2999-01-01"), "lies in the future");
            refused(form("E-15", "assets", "No such machine"), "There is no asset named No such machine");
            refused(form("E-15", "requirements", "3.99.1"), "There is no requirement &quot;3.99.1&quot;");
            refused(form("E-15", "severity", ""), "Say which severity");
        }

        @Test
        void offerNoFormToOthers() throws Exception {
            web.perform(get("/findings/new").with(signedIn.person("assessor")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Only the ISSM may report findings")))
                    .andExpect(content().string(not(containsString("name=\"title\""))));
            web.perform(form("E-16").with(signedIn.person("it")).with(csrf()))
                    .andExpect(content().string(containsString("Only the ISSM may report findings")));
            page("/findings").andExpect(content().string(not(containsString("E-16"))));
        }

        private static String address(ResultActions sent) {
            return String.valueOf(sent.andReturn().getResponse().getRedirectedUrl());
        }

        private void refused(MockMultipartHttpServletRequestBuilder form, String because) throws Exception {
            sent(form)
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(because)))
                    .andExpect(content().string(containsString("Server cabinet")));
        }

        private static MockMultipartHttpServletRequestBuilder form(String id, String... others) {
            Map<String, String> fields = new HashMap<>(Map.of(
                    "title", "Server cabinet stands open " + id,
                    "recommendation", "Lock the cabinet.",
                    "severity", "MEDIUM",
                    "source", "AUDIT",
                    "sourceId", id,
                    "detectedOn", "2026-02-20",
                    "requirements", "3.10.5",
                    "track", "OPERATIONAL",
                    "kind", "OTHER",
                    "date", "2026-02-20"));
            for (int i = 0; i < others.length; i += 2) {
                fields.put(others[i], others[i + 1]);
            }
            MockMultipartHttpServletRequestBuilder form = multipart("/findings");
            fields.forEach(form::param);
            return form;
        }

        private ResultActions sent(MockMultipartHttpServletRequestBuilder form) throws Exception {
            return web.perform(form.with(signedIn.person("issm")).with(csrf()));
        }

        private ResultActions page(String path) throws Exception {
            return web.perform(get(path).with(signedIn.person("issm"))).andExpect(status().isOk());
        }
    }

    @Nested
    class Api {

        private static final String FINDING = """
                {"title":"Remote desktop from the guest network","description":"Reached from the lobby.",
                 "recommendation":"Separate the networks.","severity":"high","source":"penetration test","sourceId":"%s",
                 "detectedOn":"2026-02-20","newAssets":["Guest gateway"],"cves":["CVE-2019-0708"],
                 "requirements":["3.13.5"],"evidence":[{"link":"https://tickets.example.com/PT-1","date":"2026-02-20"}]}
                """;

        @Test
        void takesAFindingByATokenForImports() throws Exception {
            String token = token("issm", TokenScope.IMPORT);

            String item = String.valueOf(reported(FINDING.formatted("PT-1"), token)
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.source").value("PENETRATION_TEST"))
                    .andExpect(jsonPath("$.requirements[0]").value("SC.L2-3.13.5"))
                    .andReturn()
                    .getResponse()
                    .getHeader("Location"));

            String reader = token("issm", TokenScope.READ);
            web.perform(get(item).header("Authorization", "Bearer " + reader))
                    .andExpect(jsonPath("$.source").value("Penetration test"))
                    .andExpect(jsonPath("$.severity").value("HIGH"));
            web.perform(get("/api/findings").header("Authorization", "Bearer " + reader))
                    .andExpect(jsonPath("$.items[0].item").value(item.replace("/api/items/", "")));
            assertThat(evidence.countFor(item.replace("/api/items/", "item:"))).isEqualTo(1);
        }

        @Test
        void refusesTheSecondTimeWithTheAddressOfTheFirst() throws Exception {
            String token = token("issm", TokenScope.IMPORT);
            reported(FINDING.formatted("PT-2"), token);

            reported(FINDING.formatted("PT-2"), token)
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.detail").value(startsWith("Penetration test PT-2 was reported already")))
                    .andExpect(jsonPath("$.detail").value(containsString("/items/POA-2026-")));
        }

        @Test
        void opensNothingIfALinkIsNotTaken() throws Exception {
            String token = token("issm", TokenScope.IMPORT);
            String broken = FINDING.formatted("PT-3").replace("https://tickets", "ftp://tickets");

            reported(broken, token).andExpect(status().isBadRequest());
            reported(FINDING.formatted("PT-3"), token).andExpect(status().isCreated());
        }

        @Test
        void isClosedToATokenThatOnlyReads() throws Exception {
            reported(FINDING.formatted("PT-4"), token("issm", TokenScope.READ)).andExpect(status().isForbidden());
        }

        private ResultActions reported(String finding, String token) throws Exception {
            return web.perform(post("/api/findings")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(finding)
                    .header("Authorization", "Bearer " + token));
        }

        private String token(String personId, TokenScope scope) {
            return tokens.create(
                            new NewToken("test", Set.of(scope), 30),
                            people.get(personId).through("test"))
                    .secret();
        }
    }
}
