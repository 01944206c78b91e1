package io.closeout.notify.mail;

import io.closeout.notify.mail.Outcome.Kind;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Hands mails over on one connection, which opens with the first of them. Tells what surely was not taken from what may have been: only
 * the former is safe to try again.
 */
class Handover implements AutoCloseable {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailServer server;
    private @Nullable Transport connection;

    Handover(MailServer server) {
        this.server = server;
    }

    Outcome send(String to, String messageId, Letter letter) {
        IdentifiedMessage message;
        try {
            message = message(to, messageId, letter);
        } catch (AddressException unusable) {
            return new Outcome(Kind.IMPOSSIBLE, "The person's e-mail address cannot be written to.");
        } catch (MessagingException impossible) {
            return new Outcome(Kind.IMPOSSIBLE, MailTrouble.words(impossible, server.name()));
        }
        try {
            return send(message, connect());
        } catch (MessagingException away) {
            return new Outcome(Kind.NO_SERVER, MailTrouble.words(away, server.name()));
        }
    }

    private Outcome send(IdentifiedMessage message, Transport open) {
        try {
            open.sendMessage(message, message.getAllRecipients());
            return Outcome.sent();
        } catch (MessagingException failed) {
            return MailTrouble.wasAnswered(failed)
                    ? new Outcome(Kind.NOT_TAKEN, MailTrouble.words(failed, server.name()))
                    : new Outcome(
                            Kind.IN_DOUBT,
                            "The connection broke before the mail server said whether it took this mail. It may have arrived.");
        }
    }

    private Transport connect() throws MessagingException {
        Transport open = connection;
        if (open == null || !open.isConnected()) {
            close();
            open = server.connect();
            connection = open;
        }
        return open;
    }

    private IdentifiedMessage message(String to, String messageId, Letter letter) throws MessagingException {
        IdentifiedMessage message = server.newMessage(messageId);
        message.setFrom(new InternetAddress(server.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(letter.subject(), UTF_8);
        message.setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        // no answers by machines that are on holiday (RFC 3834)
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    /** What was taken is taken, however the connection ends. */
    @Override
    public void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (MessagingException alreadyGone) {
                connection = null;
            }
        }
    }
}
