package io.closeout.notify.mail;

import io.closeout.notify.MailSettings;
import io.closeout.notify.MailSwitch;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server of the settings, and how this program calls itself there. */
@Component
class MailServer {

    private final ObjectProvider<JavaMailSenderImpl> spring;
    private final MailSwitch mail;
    private final MailSettings settings;

    MailServer(ObjectProvider<JavaMailSenderImpl> spring, MailSwitch mail, MailSettings settings) {
        this.spring = spring;
        this.mail = mail;
        this.settings = settings;
    }

    boolean isOn() {
        return mail.isOn();
    }

    /** Host and port for people; empty while mail is off. */
    String name() {
        JavaMailSenderImpl sender = isOn() ? spring.getIfAvailable() : null;
        return sender == null ? "" : sender.getHost() + (sender.getPort() > 0 ? ":" + sender.getPort() : "");
    }

    String from() {
        return Objects.requireNonNullElse(settings.from(), "");
    }

    /** For the header that tells one mail from another, over all attempts to send it. */
    String newMessageId() {
        return "<" + UUID.randomUUID() + "@" + from().replaceFirst("^.*@", "").replaceAll("[^A-Za-z0-9.-]", "") + ">";
    }

    /** An open connection; whoever asks closes it. Spring's own sending does not tell "not connected" from "broke while sending". */
    Transport connect() throws MessagingException {
        JavaMailSenderImpl sender = spring.getObject();
        Transport transport = sender.getSession()
                .getTransport(Objects.requireNonNullElse(sender.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL));
        transport.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
        return transport;
    }

    /** A message of this server's session that keeps its id. */
    IdentifiedMessage newMessage(String messageId) {
        return new IdentifiedMessage(spring.getObject().getSession(), messageId);
    }
}
