package io.closeout.review.web;

import static io.closeout.register.Situations.IT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
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
import io.closeout.review.status.Outlook;
import io.closeout.review.status.StatusUpdates;
import io.closeout.review.status.StatusWord;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Items of {@link Situations#anItemInProgress} are owned by {@code it}. */
@ReviewTest
class StatusPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Situations situations;

    @Autowired
    StatusUpdates updates;

    @Test
    void theItemPageShowsTheWordsAndOffersToGiveOneToWhoMay() throws Exception {
        PoamId id = situations.anItemInProgress();
        updates.give(id, StatusWord.said(Outlook.BLOCKED, 35, "Half <done>", "No window"), IT);

        page("it", "/items/" + id).andExpect(content().string(containsString("/items/" + id + "/status")));
        page("assessor", "/items/" + id)
                .andExpect(content().string(not(containsString("/items/" + id + "/status"))))
                .andExpect(content().string(containsString("35 percent done")))
                .andExpect(content().string(containsString("said by Ines Tran")))
                .andExpect(content().string(containsString("Half &lt;done&gt;")))
                .andExpect(content().string(containsString("No window")))
                .andExpect(content().string(containsString("Said how it stands")));
    }

    @Test
    void theFormTakesAWordAndOpensTheNextTimeWithWhatWasSaid() throws Exception {
        PoamId id = situations.anItemInProgress();

        submit("it", id, "BLOCKED", "20", "Waits for parts").andExpect(redirectedUrl("/items/" + id));

        assertThat(updates.of(id)).hasSize(1);
        page("it", "/items/" + id + "/status")
                .andExpect(content().string(containsString("value=\"20\"")))
                .andExpect(content().string(containsString("value=\"Waits for parts\"")));
    }

    @Test
    void theFormComesBackWithWhatIsWrong() throws Exception {
        PoamId id = situations.anItemInProgress();

        submit("it", id, "BLOCKED", "20", "").andExpect(content().string(containsString("Say what blocks it")));
        submit("it", id, "ON_TRACK", "half", "").andExpect(content().string(containsString("a whole number")));
        submit("leader", id, "ON_TRACK", "20", "").andExpect(content().string(containsString("Only the owner")));
        assertThat(updates.of(id)).isEmpty();
    }

    @Test
    void programsGiveAndReadWords() throws Exception {
        PoamId id = situations.anItemInProgress();

        mvc.perform(post("/api/items/" + id + "/status-updates")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"outlook\":\"AT_RISK\",\"percent\":40,\"note\":\"Two of five\"}")
                        .with(person("it"))
                        .with(csrf()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.outlook").value("AT_RISK"));

        page("assessor", "/api/items/" + id + "/status-updates")
                .andExpect(jsonPath("$.items[0].percent").value(40));
        page("assessor", "/api/items/" + id)
                .andExpect(jsonPath("$.id").value(id.text()))
                .andExpect(jsonPath("$.statusUpdates[0].note").value("Two of five"))
                .andExpect(jsonPath("$.statusUpdates[0].givenBy").value("it"))
                .andExpect(jsonPath("$.supplements").doesNotExist());
    }

    private ResultActions submit(String who, PoamId id, String outlook, String percent, String blocker)
            throws Exception {
        return mvc.perform(post("/items/" + id + "/status")
                .param("outlook", outlook)
                .param("percent", percent)
                .param("blocker", blocker)
                .param("note", "")
                .with(person(who))
                .with(csrf()));
    }

    private ResultActions page(String who, String path) throws Exception {
        return mvc.perform(get(path).with(person(who))).andExpect(status().isOk());
    }

    private RequestPostProcessor person(String id) {
        return user(new SignedIn(people.get(id), Instant.now()));
    }
}
