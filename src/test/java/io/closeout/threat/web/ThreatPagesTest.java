package io.closeout.threat.web;

import static io.closeout.threat.Feeds.bytes;
import static io.closeout.threat.Feeds.catalogue;
import static io.closeout.threat.Feeds.entry;
import static io.closeout.threat.Feeds.record;
import static io.closeout.threat.Feeds.scores;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.closeout.access.People;
import io.closeout.access.SignedIn;
import io.closeout.register.PoamId;
import io.closeout.register.Situations;
import io.closeout.threat.ThreatTest;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Items of {@link Situations#aNewItem} name CVE-2017-0143 and CVE-2017-0144. Nothing is known at first. */
@ThreatTest
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:threat-pages;DB_CLOSE_DELAY=-1")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThreatPagesTest {

    private static final LocalDate DAY = LocalDate.of(2022, 2, 10);
    private static final String CATALOGUE = catalogue(
            "2026.11.02",
            "2026-11-02T16:00:00Z",
            entry("CVE-2017-0144", DAY, DAY.plusDays(181)).replace("It runs code.", "<b>"),
            "{\"cveID\": \"<i>broken\"}");

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Situations situations;

    @Test
    @Order(1)
    void anItemSaysThatNobodyKnowsWithoutACatalogue() throws Exception {
        PoamId id = situations.aNewItem();

        page("assessor", "/items/" + id)
                .andExpect(content().string(containsString("Known exploitation")))
                .andExpect(content().string(containsString("nobody knows")))
                .andExpect(content().string(not(containsString("Not in the catalogue"))));
        mvc.perform(get("/api/items/" + id).header("Authorization", "Bearer demo"))
                .andExpect(jsonPath("$.kev.listing").value("UNKNOWN"))
                .andExpect(jsonPath("$.epss").doesNotExist())
                .andExpect(jsonPath("$.title").exists());
        page("assessor", "/threats")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No catalogue was taken yet")))
                .andExpect(content().string(not(containsString("Take a file"))));
    }

    @Test
    @Order(2)
    void theIssmHandsInACatalogue() throws Exception {
        page("issm", "/threats").andExpect(content().string(containsString("Take a file")));
        PoamId id = situations.aNewItem();

        handIn("issm", CATALOGUE).andExpect(redirectedUrl("/threats")).andExpect(flash().attributeExists("flash"));

        page("it", "/threats")
                .andExpect(content().string(containsString("2026.11.02")))
                .andExpect(content().string(containsString("1 broken entry was left out")))
                .andExpect(content().string(containsString("&lt;i&gt;broken")))
                .andExpect(content().string(not(containsString("<i>broken"))))
                .andExpect(content().string(containsString("Mara Lindqvist")));
        page("it", "/items/" + id)
                .andExpect(content().string(containsString("In the catalogue (KEV)")))
                .andExpect(content()
                        .string(containsString("Past the date of the catalogue, 2022-08-10. The deadline here is "
                                + situations.today().plusDays(3))))
                .andExpect(content().string(containsString("3 days &amp; forensic investigation")))
                .andExpect(content().string(containsString("the strictest row that may apply")))
                .andExpect(content().string(containsString("Ransomware campaigns are known to use it")))
                .andExpect(content().string(containsString("not known")));
        page("it", "/items?kev=true&q=" + id)
                .andExpect(content().string(containsString("Known exploited</span>")))
                .andExpect(content().string(containsString(id.text())));
    }

    @Test
    @Order(3)
    void aScriptHandsInScoresAndDecisionPoints() throws Exception {
        PoamId id = situations.aNewItem();

        script(scores("2026-11-01T12:00:00Z", "CVE-2017-0144,0.94321,0.99911"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.feed").value("EPSS"))
                .andExpect(jsonPath("$.entries").value(1));
        script(record("CVE-2017-0144", "", "{\"Automatable\": \"no\"}, {\"Technical Impact\": \"total\"}"))
                .andExpect(jsonPath("$.feed").value("SSVC"))
                .andExpect(jsonPath("$.problemCount").value(0));

        mvc.perform(get("/api/items/" + id).header("Authorization", "Bearer demo"))
                .andExpect(jsonPath("$.kev.listing").value("LISTED"))
                .andExpect(jsonPath("$.kev.catalog").value("2026.11.02"))
                .andExpect(jsonPath("$.kev.dueDate").value("2022-08-10"))
                .andExpect(jsonPath("$.kev.entries[0].cve").value("CVE-2017-0144"))
                .andExpect(jsonPath("$.epss.score").value(0.94321))
                .andExpect(jsonPath("$.epss.on").value("2026-11-01"));
        mvc.perform(get("/api/items?kev=true").header("Authorization", "Bearer demo"))
                .andExpect(jsonPath("$.items[*].id", hasItem(id.text())));
        mvc.perform(get("/api/items?kev=false").header("Authorization", "Bearer demo"))
                .andExpect(jsonPath("$.items[*].id", not(hasItem(id.text()))));
        page("it", "/items/" + id)
                .andExpect(content().string(containsString("Automatable: no. Technical impact: total.")))
                .andExpect(content().string(containsString("94.3 % probability")));
        mvc.perform(get("/api/threat-feeds").header("Authorization", "Bearer demo"))
                .andExpect(jsonPath("$.items[0].feed").value("KEV"))
                .andExpect(jsonPath("$.items[0].known").value(1))
                .andExpect(jsonPath("$.items[0].edition.problems[0].where").value("entry 2 (<i>broken)"))
                .andExpect(jsonPath("$.items[1].edition.version").value("v2026.06.15"));
    }

    @Test
    @Order(4)
    void whatIsNotTakenIsToldInPlainWords() throws Exception {
        handIn("admin", "<xml/>")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("none of the files that are taken")));
        handIn("it", CATALOGUE).andExpect(content().string(containsString("Only ")));
        script("")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("empty")));
        script(catalogue("2026.11.01", "2026-11-01T16:00:00Z", entry("CVE-2017-0144", DAY, DAY)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("older than KEV 2026.11.02")));
    }

    private ResultActions page(String person, String address) throws Exception {
        return mvc.perform(get(address).with(as(person)));
    }

    private ResultActions handIn(String person, String file) throws Exception {
        return mvc.perform(
                multipart("/threats").file(part(file)).with(as(person)).with(csrf()));
    }

    private ResultActions script(String file) throws Exception {
        return mvc.perform(multipart("/api/threat-feeds").file(part(file)).header("Authorization", "Bearer demo"));
    }

    private static MockMultipartFile part(String content) {
        return new MockMultipartFile("file", "feed.json", "application/json", bytes(content));
    }

    private RequestPostProcessor as(String person) {
        return user(new SignedIn(people.get(person), Instant.now()));
    }
}
