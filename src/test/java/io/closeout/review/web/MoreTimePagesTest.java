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
import io.closeout.review.extension.ExtensionRequest;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.extension.MoreTime;
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

/** Items of {@link Situations#anItemInProgress} are owned by {@code it} and planned for ten days from today. */
@ReviewTest
class MoreTimePagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Situations situations;

    @Autowired
    ExtensionRequests requests;

    @Nested
    class TheItemPage {

        @Test
        void offersToAskToWhoMay() throws Exception {
            PoamId id = situations.anItemInProgress();

            page("it", "/items/" + id).andExpect(content().string(containsString("/items/" + id + "/more-time")));
            page("assessor", "/items/" + id)
                    .andExpect(content().string(not(containsString("/items/" + id + "/more-time"))));
        }

        @Test
        void offersNothingBeforeADateIsSignedOff() throws Exception {
            PoamId id = situations.aPlannedItem();

            page("it", "/items/" + id).andExpect(content().string(not(containsString("More time"))));
        }

        @Test
        void tellsRequestsWithTheirDecisions() throws Exception {
            PoamId id = situations.anItemInProgress();
            ExtensionRequest request = requests.ask(id, until(id, 20), IT);
            requests.decide(request.id(), new Judgement(false, "Use the <weekend>"), Situations.ISSM);

            page("assessor", "/items/" + id)
                    .andExpect(content().string(containsString(inDays(20) + " instead of " + inDays(10))))
                    .andExpect(content().string(containsString("10 days more")))
                    .andExpect(content().string(containsString("Asked by Ines Tran")))
                    .andExpect(content().string(containsString("Refused by Mara Lindqvist (ISSM)")))
                    .andExpect(content().string(containsString("Use the &lt;weekend&gt;")));
        }
    }

    @Nested
    class TheForm {

        @Test
        void asksForMoreTime() throws Exception {
            PoamId id = situations.anItemInProgress();
            page("it", "/items/" + id + "/more-time").andExpect(content().string(containsString("name=\"newDate\"")));

            submit("it", id, inDays(20).toString(), "Part is late", "Port blocked")
                    .andExpect(redirectedUrl("/items/" + id));

            assertThat(requests.of(id)).hasSize(1).first().satisfies(request -> {
                assertThat(request.approval().askedBy()).isEqualTo("it");
                assertThat(request.wanted().newDate()).isEqualTo(inDays(20));
            });
        }

        @Test
        void comesBackWithWhatIsWrongAndWhatWasWritten() throws Exception {
            PoamId id = situations.anItemInProgress();

            submit("it", id, inDays(20).toString(), "Part is late", "")
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("interim mitigation")))
                    .andExpect(content().string(containsString("Part is late")));
            submit("it", id, "soon", "Part is late", "Port blocked")
                    .andExpect(content().string(containsString("year-month-day")));
            assertThat(requests.of(id)).isEmpty();
        }

        @Test
        void saysWhyWhoMayNotAskIsRefused() throws Exception {
            PoamId id = situations.anItemInProgress();

            page("leader", "/items/" + id + "/more-time")
                    .andExpect(content().string(not(containsString("name=\"newDate\""))));
            submit("leader", id, inDays(20).toString(), "Part is late", "Port blocked")
                    .andExpect(content().string(containsString("its owner group or the ISSM may ask")));
            assertThat(requests.of(id)).isEmpty();
        }
    }

    @Nested
    class TheApi {

        @Test
        void asksAndTells() throws Exception {
            PoamId id = situations.anItemInProgress();

            String address = ask(id, inDays(20).toString(), "Part is late")
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.item").value(id.text()))
                    .andExpect(jsonPath("$.state").value("REQUESTED"))
                    .andExpect(jsonPath("$.newDate").value(inDays(20).toString()))
                    .andExpect(jsonPath("$.presentCompletion").value(inDays(10).toString()))
                    .andExpect(jsonPath("$.askedBy").value("script"))
                    .andReturn()
                    .getResponse()
                    .getHeader("Location");

            asScript(get(String.valueOf(address)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.interimMitigation").value("Port blocked"));
            asScript(get("/api/items/" + id + "/extension-requests")).andExpect(jsonPath("$.items", hasSize(1)));
            asScript(get(String.valueOf(address)
                            .replace(id.text(), situations.aNewItem().text())))
                    .andExpect(status().isNotFound());
        }

        @Test
        void refusesASecondRequestWhileOneIsOpen() throws Exception {
            PoamId id = situations.anItemInProgress();
            ask(id, inDays(20).toString(), "Part is late");

            problem(ask(id, inDays(25).toString(), "Again"), "open already");
        }

        @Test
        void refusesWhatIsMissingOrUnreadable() throws Exception {
            PoamId id = situations.anItemInProgress();

            problem(ask(id, "", "Part is late"), "until when");
            problem(ask(id, "24.12.2026", "Part is late"), "year-month-day");
            problem(ask(id, inDays(20).toString(), ""), "why");
            problem(ask(id, inDays(5).toString(), "Part is late"), "must lie after");
        }

        @Test
        void knowsNoRequestsOfItemsThatDoNotExist() throws Exception {
            ask(new PoamId("POA-1999-001"), inDays(20).toString(), "Part is late")
                    .andExpect(status().isNotFound());
            asScript(get("/api/items/POA-1999-001/extension-requests")).andExpect(status().isNotFound());
        }

        @Test
        void isDescribed() throws Exception {
            asScript(get("/v3/api-docs"))
                    .andExpect(jsonPath("$.paths['/api/items/{poamId}/extension-requests'].post.summary")
                            .isNotEmpty());
        }

        private ResultActions ask(PoamId id, String newDate, String reason) throws Exception {
            return asScript(post("/api/items/" + id + "/extension-requests")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"reason\":\"%s\",\"newDate\":\"%s\",\"interimMitigation\":\"Port blocked\"}"
                            .formatted(reason, newDate)));
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

    private ResultActions submit(String who, PoamId id, String newDate, String reason, String mitigation)
            throws Exception {
        return mvc.perform(post("/items/" + id + "/more-time")
                .with(person(who))
                .with(csrf())
                .param("newDate", newDate)
                .param("reason", reason)
                .param("interimMitigation", mitigation));
    }

    private ResultActions page(String who, String address) throws Exception {
        return mvc.perform(get(address).with(person(who))).andExpect(status().isOk());
    }

    private RequestPostProcessor person(String id) {
        return user(new SignedIn(people.get(id), Instant.now()));
    }

    private MoreTime until(PoamId id, int days) {
        return MoreTime.asked("Part is on back order for " + id, inDays(days), "Port 445 is blocked");
    }

    private LocalDate inDays(int days) {
        return situations.today().plusDays(days);
    }
}
