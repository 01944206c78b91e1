package io.closeout.web;

import static io.closeout.access.AccessFixtures.GOOD_PASSWORD;
import static io.closeout.access.AccessFixtures.aNewcomer;
import static io.closeout.access.AccessFixtures.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.closeout.access.Account;
import io.closeout.access.Group;
import io.closeout.access.Passwords;
import io.closeout.access.People;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@FrameTest
class SignInTests {

    private static final AtomicInteger NEWCOMERS = new AtomicInteger();

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Passwords passwords;

    @Autowired
    MovableClock clock;

    String robin;

    @BeforeEach
    void someoneHasAPassword() {
        robin = "robin" + NEWCOMERS.incrementAndGet();
        people.add(aNewcomer(robin, Group.REMEDIATOR), anAdministrator());
        passwords.choose(passwords.issueLink(robin, anAdministrator()), GOOD_PASSWORD);
    }

    @Test
    void leadsHome() throws Exception {
        attempt(robin, GOOD_PASSWORD).andExpect(redirectedUrl("/")).andExpect(authenticated());
        assertThat(people.account(robin).lastSignIn()).isNotNull();
    }

    @Test
    void changesTheSession() throws Exception {
        MockHttpSession before = new MockHttpSession();
        String id = before.getId();
        MockHttpSession after = (MockHttpSession) mvc.perform(post("/sign-in")
                        .session(before)
                        .param("id", robin)
                        .param("password", GOOD_PASSWORD)
                        .with(csrf()))
                .andReturn()
                .getRequest()
                .getSession();
        assertThat(after).isNotNull();
        assertThat(after.getId()).isNotEqualTo(id);
    }

    @Test
    void answersTheSameWhateverIsWrong() throws Exception {
        people.setEnabled("ot", false, anAdministrator());
        for (String id : new String[] {robin, "nobody", "script", "ot"}) {
            attempt(id, "not the password").andExpect(redirectedUrl("/sign-in?refused"));
        }
        people.setEnabled("ot", true, anAdministrator());
    }

    @Test
    void pausesLongerAndLongerButNotForGood() throws Exception {
        fail(5);
        attempt(robin, GOOD_PASSWORD).andExpect(unauthenticated());
        clock.move(Duration.ofSeconds(31));
        fail(1);
        clock.move(Duration.ofSeconds(31));
        attempt(robin, GOOD_PASSWORD).andExpect(unauthenticated());
        clock.move(Duration.ofSeconds(30));
        attempt(robin, GOOD_PASSWORD).andExpect(authenticated());
        assertThat(people.account(robin).failedAttempts()).isZero();
    }

    @Test
    void pausesForAQuarterOfAnHourAtMost() throws Exception {
        for (int attempts = 0; attempts < 14; attempts++) {
            fail(1);
            clock.move(Duration.ofMinutes(16));
        }
        attempt(robin, GOOD_PASSWORD).andExpect(authenticated());
    }

    @Test
    void doesNotCountWhileItPauses() throws Exception {
        fail(8);
        Account account = people.account(robin);
        assertThat(account.failedAttempts()).isEqualTo(5);
    }

    @Test
    void endsAfterTwelveHours() throws Exception {
        MockHttpSession session = signedIn();
        clock.move(Duration.ofHours(11));
        mvc.perform(get("/account").session(session)).andExpect(status().isOk());
        clock.move(Duration.ofMinutes(61));
        mvc.perform(get("/account").session(session)).andExpect(redirectedUrlPattern("**/sign-in"));
    }

    @Test
    void endsWhenThePersonIsDisabled() throws Exception {
        MockHttpSession session = signedIn();
        people.setEnabled(robin, false, anAdministrator());
        mvc.perform(get("/account").session(session)).andExpect(redirectedUrlPattern("**/sign-in"));
        attempt(robin, GOOD_PASSWORD).andExpect(unauthenticated());
    }

    @Test
    void endsWhenTheGroupsChange() throws Exception {
        MockHttpSession session = signedIn();
        people.change(robin, "Robin Farrow", null, Set.of(Group.ASSESSOR), anAdministrator());
        mvc.perform(get("/account").session(session)).andExpect(redirectedUrlPattern("**/sign-in"));
    }

    @Test
    void goesOnInThisSessionOnlyAfterAChangeOfPassword() throws Exception {
        MockHttpSession here = signedIn();
        MockHttpSession elsewhere = signedIn();
        MockHttpSession renewed = (MockHttpSession) mvc.perform(post("/account/password")
                        .session(here)
                        .param("current", GOOD_PASSWORD)
                        .param("password", "dry paper umbrella 8")
                        .param("again", "dry paper umbrella 8")
                        .with(csrf()))
                .andExpect(redirectedUrl("/account"))
                .andReturn()
                .getRequest()
                .getSession();
        assertThat(renewed).isNotNull();
        mvc.perform(get("/account").session(renewed)).andExpect(status().isOk());
        mvc.perform(get("/account").session(elsewhere)).andExpect(redirectedUrlPattern("**/sign-in"));
    }

    @Test
    void isLeftByAPostOnly() throws Exception {
        MockHttpSession session = signedIn();
        mvc.perform(post("/sign-out").session(session).with(csrf())).andExpect(redirectedUrl("/sign-in?out"));
        assertThat(session.isInvalid()).isTrue();
    }

    private void fail(int times) throws Exception {
        for (int time = 0; time < times; time++) {
            attempt(robin, "not the password").andExpect(unauthenticated());
        }
    }

    private MockHttpSession signedIn() throws Exception {
        MockHttpSession session = (MockHttpSession)
                attempt(robin, GOOD_PASSWORD).andReturn().getRequest().getSession();
        assertThat(session).isNotNull();
        return session;
    }

    private ResultActions attempt(String id, String password) throws Exception {
        return mvc.perform(
                post("/sign-in").param("id", id).param("password", password).with(csrf()));
    }
}
