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
import io.closeout.register.PoamId;
import io.closeout.register.Situations;
import io.closeout.review.ReviewTest;
import io.closeout.review.approval.Judgement;
import io.closeout.review.falsepositive.FalsePositiveClaim;
import io.closeout.review.falsepositive.FalsePositiveRequests;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Items of {@link Situations#anItemInProgress} are found on Shop-PC07 and owned by {@code it}. */
@ReviewTest
class FalsePositivePagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Situations situations;

    @Autowired
    FalsePositiveRequests requests;

    @Test
    void theItemPageOffersItToWhoMayAsk() throws Exception {
        PoamId id = situations.anItemInProgress();

        page("it", "/items/" + id).andExpect(content().string(containsString("/items/" + id + "/false-positive")));
        page("assessor", "/items/" + id)
                .andExpect(content().string(not(containsString("/items/" + id + "/false-positive"))));
    }

    @Test
    void thePageSaysThatEvidenceIsMissing() throws Exception {
        PoamId id = situations.anItemInProgress();

        page("it", "/items/" + id + "/false-positive")
                .andExpect(content().string(containsString("There is no evidence on this item yet")));
        submit("it", id, "Backported", "assets", "Shop-PC07")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Open its evidence page")));
        assertThat(requests.of(id)).isEmpty();
    }

    @Test
    void thePageAsksForAssetsOrEverywhere() throws Exception {
        PoamId id = situations.withEvidence(situations.anItemInProgress());

        submit("it", id, "Backported", "assets").andExpect(content().string(containsString("Choose the assets")));
        submit("it", id, "Backported", "assets", "Shop-PC07").andExpect(redirectedUrl("/items/" + id));

        assertThat(requests.of(id)).singleElement().satisfies(request -> assertThat(request.where())
                .isEqualTo("Shop-PC07"));
        page("it", "/items/" + id + "/false-positive")
                .andExpect(content().string(containsString("There is nothing to ask for")));
    }

    @Test
    void theItemPageTellsWhoConfirmedItAndWhatIsSuppressedUntilWhen() throws Exception {
        PoamId id = situations.withEvidence(situations.anItemInProgress());
        FalsePositiveClaim claim = FalsePositiveClaim.of(
                "The <fix> is backported", Set.of(), situations.today().plusDays(30));
        requests.decide(requests.ask(id, claim, IT).id(), new Judgement(true, null), Situations.ISSM);

        page("assessor", "/items/" + id)
                .andExpect(content().string(containsString("Confirmed by Mara Lindqvist (ISSM)")))
                .andExpect(content().string(containsString("The &lt;fix&gt; is backported")))
                .andExpect(content().string(containsString("Later scans leave it out everywhere")))
                .andExpect(content()
                        .string(containsString(
                                "holds until " + situations.today().plusDays(30))));
    }

    @Test
    void theApiAsksAndTells() throws Exception {
        PoamId id = situations.withEvidence(situations.anItemInProgress());
        String until = situations.today().plusDays(30).toString();

        ask("it", id, "{\"reason\":\"Backported\",\"assets\":[\"shop-pc07\"],\"until\":\"" + until + "\"}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("REQUESTED"))
                .andExpect(jsonPath("$.assets[0]").value("Shop-PC07"))
                .andExpect(jsonPath("$.everywhere").value(false));
        ask("it", id, "{\"reason\":\"Backported\",\"until\":\"" + until + "\"}").andExpect(status().isBadRequest());
        requests.decide(requests.of(id).get(0).id(), new Judgement(true, null), Situations.ISSM);

        page("assessor", "/api/items/" + id + "/false-positive-requests")
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].decisions[0].by").value("issm"))
                .andExpect(jsonPath("$.items[0].suppressions[0].until").value(until));
    }

    @Test
    void theApiRefusesWhatIsMissingInPlainWords() throws Exception {
        PoamId id = situations.anItemInProgress();

        ask("it", id, "{\"reason\":\"Backported\",\"until\":\"soon\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("year-month-day")));
        ask("it", id, "{\"until\":\"2099-01-01\"}")
                .andExpect(jsonPath("$.detail").value(containsString("Say why")));
    }

    private ResultActions submit(String who, PoamId id, String reason, String where, String... assets)
            throws Exception {
        MockHttpServletRequestBuilder form = post("/items/" + id + "/false-positive")
                .param("reason", reason)
                .param("where", where)
                .param("until", situations.today().plusDays(30).toString());
        for (String asset : assets) {
            form.param("assets", asset);
        }
        return mvc.perform(form.with(csrf()).with(as(who)));
    }

    private ResultActions ask(String who, PoamId id, String body) throws Exception {
        return mvc.perform(post("/api/items/" + id + "/false-positive-requests")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(csrf())
                .with(as(who)));
    }

    private ResultActions page(String who, String path) throws Exception {
        return mvc.perform(get(path).with(as(who)));
    }

    private RequestPostProcessor as(String who) {
        return user(new SignedIn(people.get(who), Instant.now()));
    }
}
