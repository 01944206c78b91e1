package io.closeout.notify.mail;

import io.closeout.shared.Shortened;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** What a mail server's trouble means, in words for an administrator. */
final class MailTrouble {

    private static final int LONGEST = 300;

    private MailTrouble() {}

    /** Whether the server said no: then it did not take the mail. A connection that broke says nothing. */
    static boolean wasAnswered(MessagingException failed) {
        return chain(failed).mapToInt(MailTrouble::answer).anyMatch(code -> code >= 400)
                && chain(failed).noneMatch(IOException.class::isInstance);
    }

    static String words(MessagingException failed, String server) {
        if (find(failed, UnknownHostException.class).isPresent()) {
            return "There is no mail server called " + server + ". Check spring.mail.host.";
        }
        if (find(failed, AuthenticationFailedException.class).isPresent()) {
            return "The mail server " + server + " did not accept user and password (spring.mail.username, .password).";
        }
        if (find(failed, SSLException.class).isPresent()) {
            return "The mail server " + server
                    + " could not be spoken to over TLS. Check its certificate and the port.";
        }
        if (find(failed, ConnectException.class).isPresent()
                || find(failed, SocketTimeoutException.class).isPresent()
                || find(failed, MailConnectException.class).isPresent()) {
            return "The mail server " + server + " does not answer.";
        }
        return "The mail server " + server + " said: " + oneLine(lastWords(failed));
    }

    /** The server's own answer stands behind what the library makes of it. */
    private static String lastWords(MessagingException failed) {
        return chain(failed)
                .filter(one -> answer(one) != 0)
                .reduce((first, later) -> later)
                .map(Exception::getMessage)
                .orElseGet(() -> String.valueOf(failed.getMessage()));
    }

    private static String oneLine(String answer) {
        return Shortened.to(LONGEST, answer.replaceAll("\\s+", " ").strip());
    }

    private static int answer(Exception one) {
        if (one instanceof SMTPSendFailedException refused) {
            return refused.getReturnCode();
        }
        if (one instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode();
        }
        return one instanceof SMTPSenderFailedException refused ? refused.getReturnCode() : 0;
    }

    private static <E extends Exception> Optional<E> find(MessagingException failed, Class<E> kind) {
        return chain(failed).filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** The library's own chain, which ends in whatever it stumbled over. */
    private static Stream<Exception> chain(MessagingException failed) {
        return Stream.iterate(
                (Exception) failed,
                one -> one != null,
                one -> one instanceof MessagingException messaging
                        ? messaging.getNextException()
                        : one.getCause() instanceof Exception cause ? cause : null);
    }
}
