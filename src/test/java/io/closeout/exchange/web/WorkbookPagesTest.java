package io.closeout.exchange.web;

import static io.closeout.exchange.testing.WrittenWorkbook.FEDRAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.access.ApiTokens;
import io.closeout.access.NewToken;
import io.closeout.access.People;
import io.closeout.access.SignedIn;
import io.closeout.access.TokenScope;
import io.closeout.exchange.ExchangeTest;
import io.closeout.exchange.testing.WrittenWorkbook;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.register.Situations;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ExchangeTest
class WorkbookPagesTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Register register;

    @Autowired
    Situations situations;

    private final String id = "W-" + NUMBER.incrementAndGet();

    @Nested
    class ThePages {

        @Test
        void takeAWorkbookShowWhatItWouldChangeAndImportIt() throws Exception {
            String address = received("issm", book());
            String page = page("issm", address);
            assertThat(page)
                    .contains("Nothing has changed yet", "new items", id, "sheet Open, row 2")
                    .contains("Old &lt;TLS&gt;")
                    .contains("name=\"decision\"");

            decide("issm", address, seen(page)).andExpect(redirectedUrl(address));

            assertThat(page("issm", address)).contains("Imported", "Moved in", "Items opened");
            String again = page("issm", received("issm", book()));
            assertThat(again).contains("rows that became items before").containsPattern("/items/POA-\\d{4}-\\d{3}");
            String item = again.replaceFirst("(?s).*?/items/(POA-\\d{4}-\\d+).*", "$1");
            assertThat(register.get(new PoamId(item)).title()).isEqualTo("Old <TLS>");
            assertThat(page("assessor", "/items/" + item)).contains("From a workbook", "Original Risk Rating");
        }

        @Test
        void refuseWhatIsNoPoam() throws Exception {
            mvc.perform(multipart("/poam-workbooks")
                            .file(file(new WrittenWorkbook("Sheet1").row("Name", "Phone")))
                            .with(person("issm"))
                            .with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("No sheet of it has the columns of a POA&amp;M")));
        }

        @Test
        void offerNothingToWhoMayOnlyRead() throws Exception {
            String address = received("issm", book());

            assertThat(page("assessor", "/poam-workbooks")).doesNotContain("type=\"file\"");
            assertThat(page("assessor", address)).doesNotContain("name=\"decision\"");
            mvc.perform(multipart("/poam-workbooks")
                            .file(file(book()))
                            .with(person("assessor"))
                            .with(csrf()))
                    .andExpect(content().string(containsString("administrators may import workbooks")));
        }

        @Test
        void sayWhyADecisionIsRefused() throws Exception {
            String address = received("it", book());

            decide("it", address, seen(page("it", address))).andExpect(redirectedUrl(address));

            assertThat(page("it", address)).contains("Nothing has changed yet");
        }

        private ResultActions decide(String who, String address, String seen) throws Exception {
            return mvc.perform(post(address + "/decision")
                    .with(person(who))
                    .with(csrf())
                    .param("decision", "commit")
                    .param("reason", "Moved in")
                    .param("seen", seen));
        }

        private String received(String who, WrittenWorkbook book) throws Exception {
            return String.valueOf(mvc.perform(multipart("/poam-workbooks")
                            .file(file(book))
                            .with(person(who))
                            .with(csrf()))
                    .andExpect(status().isFound())
                    .andReturn()
                    .getResponse()
                    .getRedirectedUrl());
        }

        private static String seen(String page) {
            return page.replaceFirst("(?s).*name=\"seen\" value=\"([0-9a-f]+)\".*", "$1");
        }

        private String page(String who, String address) throws Exception {
            return mvc.perform(get(address).with(person(who)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        }

        private RequestPostProcessor person(String id) {
            return user(new SignedIn(people.get(id), Instant.now()));
        }
    }

    @Nested
    class TheApi {

        @Test
        void answersAComparisonAndTakesADecision() throws Exception {
            String answer = handedIn(token("issm", TokenScope.IMPORT))
                    .andExpect(status().isAccepted())
                    .andExpect(header().string("Location", containsString("/api/poam-workbooks/")))
                    .andExpect(jsonPath("$.layout").value("fedramp"))
                    .andExpect(jsonPath("$.state").value("AWAITING_DECISION"))
                    .andExpect(jsonPath("$.comparison.rows[0].outcome").value("OPENS"))
                    .andExpect(jsonPath("$.comparison.rows[0].row").value(2))
                    .andExpect(jsonPath("$.comparison.rows[0].id").value(id))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            Map<?, ?> told = new ObjectMapper().readValue(answer, Map.class);
            Map<?, ?> comparison = (Map<?, ?>) told.get("comparison");

            decided(told.get("id"), "{\"decision\":\"commit\",\"reason\":\"Moved in\",\"seen\":\"other\"}")
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.detail").value(containsString("has changed since you looked")));
            decided(
                            told.get("id"),
                            "{\"decision\":\"commit\",\"reason\":\"Moved in\",\"seen\":\"%s\"}"
                                    .formatted(comparison.get("digest")))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.state").value("DONE"))
                    .andExpect(jsonPath("$.counts.opened").value(1))
                    .andExpect(jsonPath("$.comparison").doesNotExist());
        }

        @Test
        void refusesWhatIsNoDecisionOrNoPoam() throws Exception {
            decided(1, "{\"decision\":\"perhaps\"}")
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.detail").value(containsString("commit or discard")));
            mvc.perform(multipart("/api/poam-workbooks")
                            .file(file(new WrittenWorkbook("Sheet1").row("Name")))
                            .header("Authorization", "Bearer " + token("issm", TokenScope.IMPORT)))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        }

        @Test
        void isClosedToATokenThatOnlyReads() throws Exception {
            handedIn(token("issm", TokenScope.READ)).andExpect(status().isForbidden());
        }

        private ResultActions handedIn(String token) throws Exception {
            return mvc.perform(
                    multipart("/api/poam-workbooks").file(file(book())).header("Authorization", "Bearer " + token));
        }

        private ResultActions decided(Object workbook, String json) throws Exception {
            return mvc.perform(post("/api/poam-workbooks/" + workbook + "/decision")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(json)
                    .header("Authorization", "Bearer " + token("issm", TokenScope.WORK)));
        }

        private String token(String person, TokenScope scope) {
            return tokens.create(
                            new NewToken("test", Set.of(scope), 30),
                            people.get(person).through("test"))
                    .secret();
        }
    }

    private WrittenWorkbook book() {
        return new WrittenWorkbook("Open")
                .row((Object[]) FEDRAMP)
                .row(
                        FEDRAMP,
                        Map.of(
                                "POAM ID",
                                id,
                                "Weakness Name",
                                "Old <TLS>",
                                "Original Detection Date",
                                situations.today().minusDays(3),
                                "Original Risk Rating",
                                "High"));
    }

    private static MockMultipartFile file(WrittenWorkbook book) {
        return new MockMultipartFile("file", "poam.xlsx", "application/octet-stream", book.bytes());
    }
}
