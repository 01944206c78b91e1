package io.closeout.notify.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.closeout.notify.Audience;
import io.closeout.notify.Outbox;
import io.closeout.notify.Word;
import io.closeout.register.PoamId;
import io.closeout.testing.SetClock;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** A real mail server on a free port of the loopback address, and what tests put into the outbox. */
@TestComponent
class Post implements DisposableBean {

    /** After the digests of the day: nine o'clock in Chicago. */
    static final String MONDAY_MORNING = "2026-03-02T15:00:00Z";

    static final String TUESDAY_DIGEST = "2026-03-03T14:31:00Z";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final JavaMailSenderImpl spring;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final SetClock clock;

    Post(JavaMailSenderImpl spring, Outbox outbox, TransactionTemplate transaction, JdbcClient jdbc, SetClock clock) {
        this.spring = spring;
        this.outbox = outbox;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
        greenMail.start();
    }

    void startsEmpty() throws Exception {
        List.of("mail_line", "mail_delivery", "mail_word", "mail_choice")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        greenMail.purgeEmailFromAllMailboxes();
        clock.set(MONDAY_MORNING);
        isUp();
    }

    void isUp() {
        isAt(greenMail.getSmtp().getPort());
    }

    /** Nobody listens at port 1. */
    void isDown() {
        isAt(1);
    }

    void isAt(int port) {
        spring.setPort(port);
    }

    /** @return subject of a new task */
    String task(String kind, PoamId item, Audience audience) {
        return task(kind, item, audience, null, "Plan remediation");
    }

    String task(String kind, PoamId item, Audience audience, String causedBy, String text) {
        String subject = "task:" + NUMBER.incrementAndGet();
        put(new Word(subject, kind, LocalDate.of(2026, 3, 2), audience, item.text(), causedBy, text));
        return subject;
    }

    void put(Word word) {
        transaction.executeWithoutResult(tx -> outbox.put(word));
    }

    void takeBack(String subject) {
        transaction.executeWithoutResult(tx -> outbox.takeBack(subject));
    }

    List<MimeMessage> received() {
        return List.of(greenMail.getReceivedMessages());
    }

    List<MimeMessage> receivedBy(String person) {
        return received().stream()
                .filter(mail -> to(mail).equals(person + "@halyard.example"))
                .toList();
    }

    static String to(MimeMessage mail) {
        try {
            return Arrays.toString(mail.getAllRecipients()).replaceAll("[\\[\\]]", "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(MimeMessage mail) throws MessagingException, IOException {
        return part(mail, 0, "text/plain");
    }

    static String html(MimeMessage mail) throws MessagingException, IOException {
        return part(mail, 1, "text/html");
    }

    private static String part(MimeMessage mail, int index, String type) throws MessagingException, IOException {
        BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
        if (!part.isMimeType(type)) {
            throw new IllegalStateException("Part " + index + " is " + part.getContentType());
        }
        return (String) part.getContent();
    }

    @Override
    public void destroy() {
        greenMail.stop();
    }
}
