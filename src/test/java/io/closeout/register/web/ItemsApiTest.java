package io.closeout.register.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.closeout.register.PoamId;
import io.closeout.register.RegisterTest;
import io.closeout.register.Situations;
import io.closeout.shared.Severity;
import io.closeout.shared.Sha256;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@RegisterTest
class ItemsApiTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Situations situations;

    @Nested
    class Lists {

        @Test
        void tellItemsWithCounts() throws Exception {
            PoamId id = situations.anItemAwaitingVerification();

            asScript(get("/api/items").param("q", id.text()))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.total").value(1))
                    .andExpect(jsonPath("$.page").value(0))
                    .andExpect(jsonPath("$.size").value(50))
                    .andExpect(jsonPath("$.items[0].id").value(id.text()))
                    .andExpect(jsonPath("$.items[0].status").value("AWAITING_VERIFICATION"))
                    .andExpect(jsonPath("$.items[0].owner.name").value("Ines Tran"))
                    .andExpect(jsonPath("$.items[0].detectedOn")
                            .value(situations.today().toString()))
                    .andExpect(jsonPath("$.items[0].milestones", hasSize(2)))
                    .andExpect(jsonPath("$.items[0].estimatedHours").value(6))
                    .andExpect(jsonPath("$.items[0].overdue").value(false))
                    .andExpect(jsonPath("$.items[0].assets").value(1))
                    .andExpect(jsonPath("$.items[0].findings").value(1))
                    .andExpect(jsonPath("$.items[0].evidence").value(1));
        }

        @Test
        void takeSeveritiesRepeatedOrWithCommas() throws Exception {
            situations.found("Avocet", Severity.HIGH, situations.today(), "Host");
            situations.found("Avocet", Severity.LOW, situations.today(), "Host");
            situations.found("Avocet", Severity.MEDIUM, situations.today(), "Host");

            asScript(get("/api/items?q=avocet&severity=high,LOW"))
                    .andExpect(jsonPath("$.total").value(2));
            asScript(get("/api/items?q=avocet&severity=HIGH&severity=MEDIUM"))
                    .andExpect(jsonPath("$.total").value(2));
        }

        @Test
        void page() throws Exception {
            situations.found("Bittern", Severity.HIGH, situations.today(), "Host");
            PoamId second = situations.found("Bittern", Severity.LOW, situations.today(), "Host");

            asScript(get("/api/items?q=bittern&page=1&size=1&sort=severity"))
                    .andExpect(jsonPath("$.items", hasSize(1)))
                    .andExpect(jsonPath("$.items[0].id").value(second.text()))
                    .andExpect(jsonPath("$.total").value(2));
        }

        @ParameterizedTest
        @ValueSource(strings = {"all", "ALL", "closed", "Ended", "new,closed"})
        void takeStatusesInAnyCase(String status) throws Exception {
            PoamId closed = situations.aClosedItem();

            asScript(get("/api/items?q=" + closed + "&status=" + status))
                    .andExpect(jsonPath("$.items[0].id").value(closed.text()));
        }

        @Test
        void refuseUnknownWordsWithThoseThatExist() throws Exception {
            problem(asScript(get("/api/items?severity=AWFUL")), "CRITICAL, HIGH, MEDIUM, LOW");
            problem(asScript(get("/api/items?status=SLEEPING")), "ALL, OPEN, ENDED, NEW");
            problem(asScript(get("/api/items?sort=colour")), "plannedCompletion");
            problem(asScript(get("/api/items?size=501")), "500");
        }
    }

    @Nested
    class SingleItems {

        @Test
        void tellAssetsFindingsAndEvidence() throws Exception {
            PoamId id = situations.withEvidence(situations.aNewItem());

            asScript(get("/api/items/" + id))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.title").isNotEmpty())
                    .andExpect(jsonPath("$.assets[0].name").value("Shop-PC07"))
                    .andExpect(jsonPath("$.findings[0].location").value("445/tcp"))
                    .andExpect(jsonPath("$.evidence[0].link").value("https://tickets.example.com/CHG-12"));
        }

        @Test
        void thatDoNotExistAreAProblemDocument() throws Exception {
            asScript(get("/api/items/POA-1999-001"))
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.detail").value(containsString("POA-1999-001")));
        }

        @Test
        void areOpenedByHand() throws Exception {
            asScript(json("""
                            {"title": "No MFA for remote access", "severity": "HIGH", "source": "Self-assessment",
                             "detectedOn": "%s", "track": "ASSESSMENT", "description": "IA.L2-3.5.3"}""".formatted(situations.today())))
                    .andExpect(status().isCreated())
                    .andExpect(header().string("Location", containsString("/api/items/POA-")))
                    .andExpect(jsonPath("$.track").value("ASSESSMENT"))
                    .andExpect(jsonPath("$.status").value("NEW"))
                    .andExpect(jsonPath("$.assets", hasSize(0)));
        }

        @Test
        void openedByHandAreRefusedForWhatDoesNotFit() throws Exception {
            problem(asScript(json("{}")), "severity");
            problem(asScript(json(byHand("2999-01-01", "[]"))), "future");
            problem(asScript(json(byHand("yesterday", "[]"))), "2026-03-01");
            problem(asScript(json(byHand("2026-01-01", "[\"Nowhere\"]"))), "Nowhere");
            problem(asScript(json("no json")), "correct");
        }

        private String byHand(String detectedOn, String assets) {
            return "{\"title\":\"x\",\"severity\":\"LOW\",\"source\":\"Audit\",\"detectedOn\":\"%s\",\"assets\":%s}"
                    .formatted(detectedOn, assets);
        }

        private MockHttpServletRequestBuilder json(String body) {
            return post("/api/items").contentType(MediaType.APPLICATION_JSON).content(body);
        }
    }

    @Nested
    class Evidence {

        @Test
        void isAddedAndComesBackAsAnAttachment() throws Exception {
            PoamId id = situations.aNewItem();
            String address = asScript(multipart("/api/items/" + id + "/evidence")
                            .file(new MockMultipartFile("file", "patch \u00fc.log", "text/html", "KB1".getBytes()))
                            .param("kind", "PATCH_LOG")
                            .param("date", situations.today().toString()))
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.digest").value(Sha256.of("KB1")))
                    .andReturn()
                    .getResponse()
                    .getHeader("Location");

            asScript(get(address + "/content"))
                    .andExpect(status().isOk())
                    .andExpect(content().string("KB1"))
                    .andExpect(content().contentType("text/plain"))
                    .andExpect(header().string("Content-Disposition", containsString("attachment")))
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"));
            asScript(get("/api/items/" + id + "/evidence"))
                    .andExpect(jsonPath("$.items[0].kind").value("PATCH_LOG"));
        }

        @Test
        void isNotToldUnderAnotherItem() throws Exception {
            PoamId id = situations.aNewItem();
            String address = asScript(multipart("/api/items/" + id + "/evidence")
                            .param("link", "https://tickets.example.com/7")
                            .param("kind", "LINK")
                            .param("date", situations.today().toString()))
                    .andReturn()
                    .getResponse()
                    .getHeader("Location");
            PoamId other = situations.aNewItem();

            asScript(get(String.valueOf(address).replace(id.text(), other.text())))
                    .andExpect(status().isNotFound());
            asScript(get(address + "/content")).andExpect(status().isNotFound());
        }

        @Test
        void isRefusedWithAProblemDocument() throws Exception {
            PoamId id = situations.aNewItem();

            problem(asScript(multipart("/api/items/" + id + "/evidence")), "");
            problem(
                    asScript(multipart("/api/items/" + id + "/evidence")
                            .param("kind", "SONG")
                            .param("date", "2026-01-01")
                            .param("link", "https://tickets.example.com/7")),
                    "PATCH_LOG");
            problem(
                    asScript(multipart("/api/items/" + id + "/evidence")
                            .param("kind", "LINK")
                            .param("date", "2026-01-01")
                            .param("link", "javascript:alert(1)")),
                    "https://");
        }
    }

    @Test
    void isDescribed() throws Exception {
        asScript(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/items'].get.summary").isNotEmpty())
                .andExpect(
                        jsonPath("$.paths['/api/items/{poamId}/evidence'].post").isNotEmpty());
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
