package io.closeout.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.closeout.notify.MailSettings;
import io.closeout.notify.MailSwitch;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The settings of {@code application.yml} against servers that offer STARTTLS, and one that does not. */
class StartTlsTest {

    private static final String HOST = "127.0.0.1";
    private static final String PREFIX = "spring.mail.properties[";
    private static final Letter LETTER = new Letter("Closeout: 1 task for you", "Plan it.", "<p>Plan it.</p>");

    @Nested
    class AServerThatOffersIt {

        @Test
        void hearsOfNoMailInTheClear() throws Exception {
            try (TlsMailServer server = new TlsMailServer()) {
                Map<String, String> trusted =
                        Map.of("mail.smtp.ssl.trust", HOST, "mail.smtp.ssl.checkserveridentity", "false");

                Outcome outcome = send(server.port(), trusted);

                assertThat(outcome).isEqualTo(Outcome.sent());
                assertThat(server.inTheClear()).last().isEqualTo("STARTTLS");
                assertThat(server.inTheClear()).hasSize(2);
                assertThat(server.overTls()).contains("Subject: Closeout: 1 task for you");
            }
        }

        @Test
        void isNotTrustedWithACertificateThatNobodySigned() throws Exception {
            try (TlsMailServer server = new TlsMailServer()) {
                Outcome outcome = send(server.port(), Map.of());

                assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NO_SERVER);
                assertThat(outcome.problem()).contains("could not be spoken to over TLS");
                assertThat(server.overTls()).isEmpty();
            }
        }

        @Test
        void isNotTrustedWithTheCertificateOfAnother() throws Exception {
            try (TlsMailServer server = new TlsMailServer()) {
                Outcome outcome = send(server.port(), Map.of("mail.smtp.ssl.trust", HOST));

                assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NO_SERVER);
                assertThat(server.overTls()).isEmpty();
            }
        }
    }

    @Nested
    class AServerThatDoesNotOfferIt {

        private final GreenMail server = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP));

        @Test
        void getsNoMailWhereItIsRequired() throws Exception {
            server.start();
            try {
                Outcome outcome = send(server.getSmtp().getPort(), Map.of("mail.smtp.starttls.required", "true"));

                assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NO_SERVER);
                assertThat(outcome.problem()).contains("STARTTLS is required");
                assertThat(server.getReceivedMessages()).isEmpty();
            } finally {
                server.stop();
            }
        }
    }

    /** @param others settings of an administrator */
    private static Outcome send(int port, Map<String, String> others) {
        JavaMailSenderImpl spring = new JavaMailSenderImpl();
        spring.setHost(HOST);
        spring.setPort(port);
        Properties settings = shipped();
        settings.putAll(others);
        spring.setJavaMailProperties(settings);
        try (Handover handover = new Handover(server(spring))) {
            return handover.send("it@halyard.example", "<1@halyard.example>", LETTER);
        }
    }

    @SuppressWarnings("unchecked")
    private static MailServer server(JavaMailSenderImpl spring) {
        ObjectProvider<JavaMailSenderImpl> provider = mock();
        when(provider.getObject()).thenReturn(spring);
        when(provider.getIfAvailable()).thenReturn(spring);
        MailSettings settings = mock();
        when(settings.from()).thenReturn("closeout@halyard.example");
        return new MailServer(provider, new MailSwitch(HOST, settings), settings);
    }

    private static Properties shipped() {
        YamlPropertiesFactoryBean file = new YamlPropertiesFactoryBean();
        file.setResources(new ClassPathResource("application.yml"));
        Properties all = file.getObject();
        Properties mail = new Properties();
        all.keySet().stream()
                .map(Object::toString)
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name ->
                        mail.setProperty(name.substring(PREFIX.length(), name.length() - 1), all.getProperty(name)));
        assertThat(mail).containsKey("mail.smtp.starttls.enable");
        return mail;
    }
}
