package io.closeout.notify.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.closeout.access.People;
import io.closeout.access.SignedIn;
import io.closeout.notify.NotifyTestApplication;
import io.closeout.notify.mail.MailChoices;
import io.closeout.register.RegisterTest;
import io.closeout.register.Situations;
import io.closeout.web.Flash;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@SpringBootTest(
        classes = NotifyTestApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:mail-pages;DB_CLOSE_DELAY=-1",
            "spring.mail.host=127.0.0.1",
            "closeout.mail.from=closeout@halyard.example",
            "closeout.mail.every=1d"
        })
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@DirtiesContext
@Import({RegisterTest.Fixtures.class, Situations.class})
class MailPagesTest {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    MailChoices choices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JavaMailSenderImpl spring;

    @DynamicPropertySource
    static void isAtAFreePort(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Nested
    class TheAccount {

        @Test
        void letsPeopleChooseForThemselves() throws Exception {
            mvc.perform(get("/account").with(as("it")))
                    .andExpect(content().string(containsString("once a day at 08:30 (America/Chicago)")));

            mvc.perform(post("/account/mail")
                            .param("wanted", "false")
                            .with(as("it"))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/account"));

            assertThat(choices.wantsMail(people.get("it"))).isFalse();
            assertThat(choices.wantsMail(people.get("ot"))).isTrue();
            mvc.perform(get("/account").with(as("it"))).andExpect(content().string(containsString("You get no mail.")));
        }

        @Test
        void offersAnAssessorMailThatIsOffByDefault() throws Exception {
            mvc.perform(get("/account").with(as("assessor")))
                    .andExpect(content().string(containsString("You get no mail.")))
                    .andExpect(content().string(containsString("Send me mail")));
        }
    }

    @Nested
    class TheSettings {

        @ParameterizedTest
        @ValueSource(strings = {"it", "issm", "leader", "analyst", "assessor"})
        void areTheAdministrators(String person) throws Exception {
            mvc.perform(get("/settings/mail").with(as(person))).andExpect(status().isForbidden());
            mvc.perform(post("/settings/mail/test").with(as(person)).with(csrf()))
                    .andExpect(status().isForbidden());
            for (String button : List.of("again", "aside")) {
                mvc.perform(post("/settings/mail/1/" + button).with(as(person)).with(csrf()))
                        .andExpect(status().isForbidden());
            }
        }

        @Test
        void sayWhereMailGoesAndNoPassword() throws Exception {
            spring.setPassword("hunter2");
            try {
                mvc.perform(get("/settings/mail").with(as("admin")))
                        .andExpect(content()
                                .string(containsString(
                                        "127.0.0.1:" + SERVER.getSmtp().getPort())))
                        .andExpect(content().string(containsString("closeout@halyard.example")))
                        .andExpect(content().string(not(containsString("hunter2"))));
            } finally {
                spring.setPassword(null);
            }
        }

        @Test
        void sendATestMailToWhoeverAsks() throws Exception {
            mvc.perform(post("/settings/mail/test").with(as("admin")).with(csrf()))
                    .andExpect(redirectedUrl("/settings/mail"));

            assertThat(SERVER.getReceivedMessages()).singleElement().satisfies(mail -> {
                assertThat(mail.getAllRecipients())
                        .extracting(Object::toString)
                        .containsExactly("admin@halyard.example");
                assertThat(mail.getSubject()).isEqualTo("Closeout: mail works");
            });
        }

        @Test
        void sayWhyATestMailDidNotGoOut() throws Exception {
            spring.setPort(1);
            try {
                mvc.perform(post("/settings/mail/test").with(as("admin")).with(csrf()))
                        .andExpect(flash().attribute("flash", refusalSaying("does not answer")));
            } finally {
                spring.setPort(SERVER.getSmtp().getPort());
            }
        }

        @Test
        void listWhatNeedsADecisionAndTakeIt() throws Exception {
            long mail = aMailInDoubt();

            mvc.perform(get("/settings/mail").with(as("admin")))
                    .andExpect(content().string(containsString("Ines Tran")))
                    .andExpect(content().string(containsString("It may have arrived.")));
            mvc.perform(post("/settings/mail/" + mail + "/again")
                            .with(as("admin"))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/settings/mail"));

            assertThat(jdbc.sql("select state from mail_delivery where id = ?")
                            .param(mail)
                            .query(String.class)
                            .single())
                    .isEqualTo("WAITING");
            mvc.perform(post("/settings/mail/" + mail + "/again")
                            .with(as("admin"))
                            .with(csrf()))
                    .andExpect(flash().attribute("flash", refusalSaying("needs nobody any more")));
        }

        @Test
        void letWhatArrivedAfterAllBeSetAside() throws Exception {
            long mail = aMailInDoubt();

            mvc.perform(post("/settings/mail/" + mail + "/aside")
                            .with(as("admin"))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/settings/mail"));

            mvc.perform(get("/settings/mail").with(as("admin")))
                    .andExpect(content().string(not(containsString("/settings/mail/" + mail + "/again"))))
                    .andExpect(content().string(containsString("Nothing is in the way.")));
        }

        private long aMailInDoubt() {
            jdbc.sql(
                            "insert into mail_delivery (message_id, person_id, state, attempts, recorded_at, next_attempt_at, problem)"
                                    + " values ('<" + System.nanoTime()
                                    + "@halyard.example>', 'it', 'IN_DOUBT', 1, current_timestamp, current_timestamp,"
                                    + " 'It may have arrived.')")
                    .update();
            return jdbc.sql("select max(id) from mail_delivery")
                    .query(Long.class)
                    .single();
        }

        private static org.hamcrest.Matcher<Object> refusalSaying(String words) {
            return new org.hamcrest.CustomMatcher<>("a refusal saying " + words) {
                @Override
                public boolean matches(Object flash) {
                    return flash instanceof Flash said
                            && said.refused()
                            && String.valueOf(said.text()).contains(words);
                }
            };
        }
    }

    private RequestPostProcessor as(String person) {
        return user(new SignedIn(people.get(person), Instant.now()));
    }
}
