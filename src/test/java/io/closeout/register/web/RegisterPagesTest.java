package io.closeout.register.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.closeout.access.People;
import io.closeout.access.SignedIn;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.register.ItemPaths;
import io.closeout.register.PoamId;
import io.closeout.register.RegisterTest;
import io.closeout.register.Situations;
import io.closeout.shared.Severity;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@RegisterTest
class RegisterPagesTest {

    private static final String HOSTILE = "<script>alert(1)</script> =cmd()";

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Situations situations;

    @Autowired
    ItemPaths paths;

    @Autowired
    EvidenceLocker locker;

    @Nested
    class TheRegister {

        @Test
        void listsOpenItemsWithALinkEach() throws Exception {
            PoamId open = situations.found("Turnstone", Severity.HIGH, situations.today(), "Host");
            PoamId closed = situations.aClosedItem();

            page("/items?q=turnstone").andExpect(content().string(containsString("href=\"/items/" + open + "\"")));
            page("/items?q=" + closed).andExpect(content().string(containsString("Nothing fits this filter")));
            page("/items?status=closed&q=" + closed)
                    .andExpect(content().string(containsString("href=\"/items/" + closed + "\"")));
        }

        @Test
        void takesAStatusInAnyCase() throws Exception {
            PoamId closed = situations.aClosedItem();

            for (String status : new String[] {"ALL", "all", "closed", "CLOSED", "ended"}) {
                page("/items?q=" + closed + "&status=" + status)
                        .andExpect(content().string(containsString("href=\"/items/" + closed + "\"")));
            }
            page("/items?status=ALL")
                    .andExpect(content().string(containsString("value=\"all\" selected=\"selected\"")));
        }

        @Test
        void marksWhatIsOverdueInWords() throws Exception {
            PoamId late = situations.anOverdueItem();

            page("/items?q=" + late)
                    .andExpect(content().string(containsString("class=\"overdue-word\">Overdue")))
                    .andExpect(content().string(containsString("1 overdue")));
        }

        @Test
        void saysWhichWayItIsSorted() throws Exception {
            situations.aNewItem();

            page("/items?sort=due,desc").andExpect(content().string(containsString("aria-sort=\"descending\"")));
        }

        @Test
        void refusesAnUnknownWordWithThoseThatExist() throws Exception {
            mvc.perform(get("/items?severity=AWFUL").with(as("it")))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("CRITICAL, HIGH, MEDIUM, LOW")));
        }

        @Test
        void showsHostileTextAsText() throws Exception {
            PoamId id = situations.found(HOSTILE, Severity.LOW, situations.today(), "<img src=x>");

            for (String address : new String[] {"/items?q=" + id, "/items/" + id, "/items/" + id + "/evidence", "/"}) {
                page(address)
                        .andExpect(content().string(not(containsString("<script>alert"))))
                        .andExpect(content().string(not(containsString("<img src=x"))));
            }
            page("/items/" + id)
                    .andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;/script&gt; =cmd()")));
        }
    }

    @Nested
    class AnItem {

        @Test
        void tellsItsStoryInWords() throws Exception {
            PoamId id = situations.aClosedItem();

            page("/items/" + id)
                    .andExpect(content().string(containsString("Planned date approved")))
                    .andExpect(content().string(containsString("Mara Lindqvist")))
                    .andExpect(content().string(containsString("High 30 days")))
                    .andExpect(content().string(containsString("Verified by a person")))
                    .andExpect(content().string(not(containsString("??"))));
        }

        @Test
        void saysWhatBecameOfItsMilestones() throws Exception {
            PoamId id = situations.anItemAwaitingVerification();
            String today = situations.today().toString();

            page("/items/" + id)
                    .andExpect(content().string(containsString("Milestone changes")))
                    .andExpect(content().string(containsString("Milestone 1, " + today + ": completed on " + today)));
        }

        @Test
        void linksOnlyToTheWeb() throws Exception {
            PoamId id = situations.aNewItem();

            page("/items/" + id)
                    .andExpect(content()
                            .string(containsString(
                                    "href=\"https://www.example.com/advisory\" rel=\"noopener noreferrer\"")))
                    .andExpect(content().string(containsString("<span>MSFT:MS17-010</span>")));
            assertThat(Reference.in("javascript:alert(1)\nhttps://user:secret@host/\nfile:///etc/passwd"))
                    .allMatch(reference -> reference.href() == null);
        }

        @Test
        void thatDoesNotExistIsNotFound() throws Exception {
            for (String id : new String[] {"POA-1999-001", "nonsense"}) {
                mvc.perform(get("/items/" + id).with(as("it")))
                        .andExpect(status().isNotFound())
                        .andExpect(content().string(containsString(id)));
            }
        }
    }

    @Nested
    class ItsEvidence {

        @Test
        void isAddedAndLeadsBackToTheTask() throws Exception {
            PoamId id = situations.aNewItem();

            mvc.perform(evidence(id, "patch.log", "KB5034441 installed")
                            .param("task", "4711-ab")
                            .with(as("it"))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/items/" + id + "/evidence?task=4711-ab"));

            assertThat(locker.of(id.subject())).singleElement().satisfies(kept -> assertThat(kept.name())
                    .isEqualTo("patch.log"));
            page("/items/" + id + "/evidence?task=4711-ab")
                    .andExpect(content().string(containsString("/camunda/app/tasklist/default/#/?task=4711-ab")))
                    .andExpect(content().string(containsString("patch.log")));
        }

        @Test
        void isRefusedInPlainWordsAndKeepsWhatWasTyped() throws Exception {
            PoamId id = situations.aNewItem();

            mvc.perform(evidence(id, "patch.exe", "MZ\u0000\u0001")
                            .param("note", "All machines & printers")
                            .with(as("it"))
                            .with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("cannot be kept as evidence")))
                    .andExpect(content().string(containsString("All machines &amp; printers")))
                    .andExpect(content().string(containsString("choose the file again")));
            assertThat(locker.of(id.subject())).isEmpty();
        }

        @Test
        void cannotSpeakOfTheFuture() throws Exception {
            PoamId id = situations.aNewItem();

            mvc.perform(multipart("/items/" + id + "/evidence")
                            .param("link", "https://tickets.example.com/1")
                            .param("kind", "LINK")
                            .param("date", situations.today().plusDays(2).toString())
                            .with(as("it"))
                            .with(csrf()))
                    .andExpect(content().string(containsString("lies in the future")))
                    .andExpect(content().string(containsString("https://tickets.example.com/1")));
        }

        @Test
        void isReplacedOnceAndStaysToBeSeen() throws Exception {
            PoamId id = situations.withEvidence(situations.aNewItem());
            long old = locker.of(id.subject()).get(0).id();

            mvc.perform(evidence(id, "better.log", "x")
                            .param("replaces", "" + old)
                            .with(as("it"))
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());

            assertThat(locker.countFor(id.subject())).isEqualTo(1);
            page("/items/" + id + "/evidence").andExpect(content().string(containsString("Replaced")));
        }

        @Test
        void isNotForAssessorsToAdd() throws Exception {
            PoamId id = situations.aNewItem();

            mvc.perform(get("/items/" + id + "/evidence").with(as("assessor")))
                    .andExpect(content().string(not(containsString("multipart/form-data"))));
            mvc.perform(evidence(id, "patch.log", "x").with(as("assessor")).with(csrf()))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("may add evidence")));
            assertThat(locker.of(id.subject())).isEmpty();
        }

        private MockMultipartHttpServletRequestBuilder evidence(PoamId id, String name, String text) {
            var request = multipart("/items/" + id + "/evidence")
                    .file(new MockMultipartFile("file", name, "text/plain", text.getBytes()));
            request.param("kind", "PATCH_LOG")
                    .param("date", situations.today().toString())
                    .param("link", "");
            return request;
        }
    }

    @Test
    void homeShowsWhatIsOverdueAndWhatIOwn() throws Exception {
        PoamId mine = situations.triaged(situations.found(
                "Redshank of mine", Severity.CRITICAL, situations.today().minusDays(300), "Host"));

        page("/")
                .andExpect(content().string(containsString("My open items")))
                .andExpect(content().string(containsString("/items/" + mine)))
                .andExpect(content().string(containsString("href=\"/items?severity=CRITICAL\"")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void homeDoesNotCallAnAcceptedRiskClosed() throws Exception {
        PoamId closed = situations.aClosedItem();
        PoamId accepted = situations.anItemInProgress();
        paths.accept(accepted, "Controls hold", Situations.LEADER);

        page("/")
                .andExpect(content().string(containsString("/items/" + closed)))
                .andExpect(content().string(not(containsString("/items/" + accepted))));
    }

    private ResultActions page(String address) throws Exception {
        return mvc.perform(get(address).with(as("it"))).andExpect(status().isOk());
    }

    private RequestPostProcessor as(String id) {
        return user(new SignedIn(people.get(id), Instant.now()));
    }
}
