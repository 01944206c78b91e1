package io.closeout.review.web;

import static io.closeout.register.Situations.ISSM;
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
import io.closeout.review.approval.Judgement;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.extension.MoreTime;
import io.closeout.review.vendor.AwaitedFix;
import io.closeout.review.vendor.VendorDependencies;
import io.closeout.review.vendor.VendorState;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Items of {@link Situations#anItemInProgress} are owned by {@code it} and planned for ten days from today. */
@ReviewTest
class VendorPagesTest {

    private static final String CASE = "https://northline.example/case/4711";

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Situations situations;

    @Autowired
    ExtensionRequests requests;

    @Autowired
    VendorDependencies vendors;

    @Nested
    class AskingForTime {

        @Test
        void mayWaitForAVendor() throws Exception {
            PoamId id = situations.anItemInProgress();

            ask(id, "VENDOR", "Northline", CASE).andExpect(redirectedUrl("/items/" + id));

            assertThat(requests.of(id)).singleElement().satisfies(each -> assertThat(
                            each.wanted().awaitedFix())
                    .isEqualTo(new AwaitedFix("Northline", "PLC firmware", CASE, inDays(90))));
            page("it", "/items/" + id).andExpect(content().string(containsString("Northline, PLC firmware")));
        }

        @Test
        void needsVendorAndTicketThenAndNothingOfThemElse() throws Exception {
            PoamId id = situations.anItemInProgress();

            ask(id, "VENDOR", "", CASE).andExpect(content().string(containsString("Name the vendor")));
            ask(id, "VENDOR", "Northline", "javascript:alert(1)")
                    .andExpect(content().string(containsString("A link starts with")));
            ask(id, "WORK", "Northline", CASE).andExpect(content().string(containsString("You named a vendor")));
            ask(id, "LUCK", "Northline", CASE).andExpect(content().string(containsString("one of WORK, VENDOR")));
            assertThat(requests.of(id)).isEmpty();
        }

        private ResultActions ask(PoamId id, String kind, String vendor, String link) throws Exception {
            return mvc.perform(post("/items/" + id + "/more-time")
                    .with(person("it"))
                    .with(csrf())
                    .param("newDate", inDays(20).toString())
                    .param("reason", "No firmware yet")
                    .param("interimMitigation", "In a zone of its own")
                    .param("reasonKind", kind)
                    .param("vendor", vendor)
                    .param("product", "PLC firmware")
                    .param("vendorLink", link)
                    .param("expectedRelease", inDays(90).toString()));
        }
    }

    @Nested
    class TheItemPage {

        @Test
        void saysWhomTheItemWaitsForAndUntilWhen() throws Exception {
            PoamId id = waiting();

            page("assessor", "/items/" + id)
                    .andExpect(content().string(containsString("Waits for its vendor, to be asked by " + inDays(30))))
                    .andExpect(content().string(containsString(CASE)))
                    .andExpect(content().string(not(containsString("/items/" + id + "/vendor"))));
            page("it", "/items/" + id).andExpect(content().string(containsString("/items/" + id + "/vendor")));
        }

        @Test
        void saysNothingOfVendorsElse() throws Exception {
            page("it", "/items/" + situations.anItemInProgress())
                    .andExpect(content().string(not(containsString("Waiting for a vendor"))));
        }
    }

    @Nested
    class TheForm {

        @Test
        void takesAnAnswer() throws Exception {
            PoamId id = waiting();
            page("it", "/items/" + id + "/vendor").andExpect(content().string(containsString("name=\"outcome\"")));

            answer("it", id, "NOT_YET", "They <work> on it").andExpect(redirectedUrl("/items/" + id));

            page("it", "/items/" + id)
                    .andExpect(content().string(containsString("They &lt;work&gt; on it")))
                    .andExpect(content().string(containsString("written down by Ines Tran")));
        }

        @Test
        void comesBackWithWhatIsWrong() throws Exception {
            PoamId id = waiting();
            answer("it", id, "RELEASED", "It is out")
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Give the day on which the vendor released")))
                    .andExpect(content().string(containsString("It is out")));
            answer("it", id, "MAYBE", "Perhaps").andExpect(content().string(containsString("NOT_YET, RELEASED")));
            answer("leader", id, "NOT_YET", "Soon").andExpect(content().string(containsString("its owner group")));
        }

        private ResultActions answer(String who, PoamId id, String outcome, String answer) throws Exception {
            return mvc.perform(post("/items/" + id + "/vendor")
                    .with(person(who))
                    .with(csrf())
                    .param("askedOn", situations.today().toString())
                    .param("outcome", outcome)
                    .param("answer", answer));
        }
    }

    @Nested
    class TheApi {

        @Test
        void takesAnswersAndTellsThem() throws Exception {
            PoamId id = waiting();

            checkIn(id, "\"outcome\":\"NOT_YET\",\"expectedRelease\":\"%s\"".formatted(inDays(60)))
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.state").value("WAITING"))
                    .andExpect(jsonPath("$.expectedRelease").value(inDays(60).toString()))
                    .andExpect(jsonPath("$.checkIns[0].answer").value("As they say"));
            read("/api/items/" + id)
                    .andExpect(jsonPath("$.vendorWaitUntil").value(inDays(30).toString()))
                    .andExpect(jsonPath("$.vendorDependencies[0].vendor").value("Northline"));
            read("/api/items/" + id + "/extension-requests")
                    .andExpect(jsonPath("$.items[0].reasonKind").value("VENDOR"))
                    .andExpect(jsonPath("$.items[0].awaitedFix.link").value(CASE));
        }

        @Test
        void startsANewClockWithARelease() throws Exception {
            PoamId id = waiting();
            checkIn(id, "\"outcome\":\"RELEASED\",\"releasedOn\":\"%s\",\"link\":\"%s\"".formatted(inDays(0), CASE))
                    .andExpect(status().isCreated());

            read("/api/items/" + id)
                    .andExpect(jsonPath("$.plannedCompletion").value(inDays(30).toString()))
                    .andExpect(jsonPath("$.originalCompletion").value(inDays(10).toString()));
            assertThat(vendors.of(id).get(0).state()).isEqualTo(VendorState.RELEASED);
            checkIn(id, "\"outcome\":\"NOT_YET\"")
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.detail").value(containsString("does not wait for a vendor")));
        }

        private ResultActions checkIn(PoamId id, String fields) throws Exception {
            return mvc.perform(post("/api/items/" + id + "/vendor-check-ins")
                    .header("Authorization", "Bearer demo")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"askedOn\":\"%s\",\"answer\":\"As they say\",%s}".formatted(inDays(0), fields)));
        }

        private ResultActions read(String address) throws Exception {
            return mvc.perform(get(address).header("Authorization", "Bearer demo"))
                    .andExpect(status().isOk());
        }
    }

    private PoamId waiting() {
        PoamId id = situations.anItemInProgress();
        AwaitedFix fix = AwaitedFix.asked("Northline", "PLC firmware", CASE, null);
        MoreTime wanted = MoreTime.asked("No firmware yet", inDays(20), "In a zone of its own", fix);
        requests.decide(requests.ask(id, wanted, IT).id(), new Judgement(true, null), ISSM);
        return id;
    }

    private ResultActions page(String who, String address) throws Exception {
        return mvc.perform(get(address).with(person(who))).andExpect(status().isOk());
    }

    private RequestPostProcessor person(String id) {
        return user(new SignedIn(people.get(id), Instant.now()));
    }

    private LocalDate inDays(int days) {
        return situations.today().plusDays(days);
    }
}
