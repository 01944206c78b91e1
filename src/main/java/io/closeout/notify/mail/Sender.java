package io.closeout.notify.mail;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.notify.mail.Outcome.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One look at what is to be mailed. Each mail is claimed and that committed before the server is spoken to, so that two nodes, or one that
 * was killed and came back, never send the same twice; each fares by itself.
 */
@Component
class Sender {

    /** Longer than all time limits of a connection together: who claimed a mail before that does not send it any more. */
    static final Duration SURELY_ENDED = Duration.ofMinutes(10);
    /** Sent mails and what they told are kept for so long. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    private static final int MOST_A_ROUND = 200;

    private final Postroom postroom;
    private final WordRows words;
    private final DeliveryRows deliveries;
    private final RoundRow rounds;
    private final LetterWriter writer;
    private final MailServer server;
    private final People people;
    private final PolicyCalendar calendar;
    private final TransactionTemplate transaction;

    Sender(
            Postroom postroom,
            WordRows words,
            DeliveryRows deliveries,
            RoundRow rounds,
            LetterWriter writer,
            MailServer server,
            People people,
            PolicyCalendar calendar,
            TransactionTemplate transaction) {
        this.postroom = postroom;
        this.words = words;
        this.deliveries = deliveries;
        this.rounds = rounds;
        this.writer = writer;
        this.server = server;
        this.people = people;
        this.calendar = calendar;
        this.transaction = transaction;
    }

    /** A step that fails does not keep the next from what earlier rounds left for it. */
    void round() {
        Optional<String> trouble = List.<Step>of(
                        new Step("Asking the table mailUrgency", () -> untilDone(postroom::sort)),
                        new Step("Finding whom words go to", () -> untilDone(postroom::address)),
                        new Step("Recording mails", postroom::record),
                        new Step("Sending mails", this::sendDue),
                        new Step("Clearing old mails away", this::clear))
                .stream()
                .map(this::troubleWith)
                .flatMap(Optional::stream)
                .reduce((first, later) -> first);
        rounds.ran(calendar.now(), trouble);
    }

    private record Step(String name, Runnable work) {}

    /** A digest is recorded when everything for it has been found. */
    private static void untilDone(BooleanSupplier work) {
        while (work.getAsBoolean()) {
            log.debug("There is more");
        }
    }

    private Optional<String> troubleWith(Step step) {
        try {
            step.work().run();
            return Optional.empty();
        } catch (RuntimeException e) {
            log.warn("{} failed; tried again soon", step.name(), e);
            return Optional.of("%s failed: %s".formatted(step.name(), e.getMessage()));
        }
    }

    private void sendDue() {
        doubtWhatWasLeftBehind();
        try (Handover handover = new Handover(server)) {
            for (Delivery delivery : deliveries.due(calendar.now(), MOST_A_ROUND)) {
                if (claim(delivery) && send(delivery, handover).kind() == Kind.NO_SERVER) {
                    return;
                }
            }
        }
    }

    private boolean claim(Delivery delivery) {
        return Boolean.TRUE.equals(transaction.execute(tx -> deliveries.claim(delivery.id(), calendar.now())));
    }

    private Outcome send(Delivery delivery, Handover handover) {
        Outcome outcome;
        try {
            outcome = letter(delivery, handover);
        } catch (RuntimeException e) {
            log.warn("Mail {} could not be written", delivery.id(), e);
            outcome = new Outcome(Kind.NOT_TAKEN, "The mail could not be written; the log says why.");
        }
        conclude(delivery, outcome);
        return outcome;
    }

    private Outcome letter(Delivery delivery, Handover handover) {
        List<Line> lines = words.linesOf(delivery.id());
        Person person = people.get(delivery.personId());
        String address = person.email();
        if (lines.isEmpty() || address == null || !person.enabled()) {
            return Outcome.needless();
        }
        return handover.send(address, delivery.messageId(), writer.write(person, lines, delivery.digestOn() != null));
    }

    private void conclude(Delivery delivery, Outcome outcome) {
        int attempts = delivery.attempts() + 1;
        log.info("Mail {}, attempt {}: {}", delivery.id(), attempts, outcome.kind());
        Instant now = calendar.now();
        transaction.executeWithoutResult(tx -> {
            switch (outcome.kind()) {
                case SENT -> deliveries.end(delivery.id(), DeliveryState.SENT, null, now);
                case NEEDLESS -> deliveries.end(delivery.id(), DeliveryState.NEEDLESS, null, now);
                case IN_DOUBT -> deliveries.end(delivery.id(), DeliveryState.IN_DOUBT, outcome.problem(), now);
                case IMPOSSIBLE -> deliveries.end(delivery.id(), DeliveryState.GIVEN_UP, outcome.problem(), now);
                case NOT_TAKEN, NO_SERVER -> tryLater(delivery, attempts, String.valueOf(outcome.problem()), now);
            }
        });
    }

    private void tryLater(Delivery delivery, int attempts, String problem, Instant now) {
        Retries.pauseAfter(attempts)
                .ifPresentOrElse(
                        pause -> deliveries.postpone(delivery.id(), now.plus(pause), problem),
                        () -> deliveries.end(delivery.id(), DeliveryState.GIVEN_UP, problem, now));
    }

    private void doubtWhatWasLeftBehind() {
        Instant now = calendar.now();
        transaction.executeWithoutResult(tx -> {
            deliveries.doubtClaimedBefore(
                    now.minus(SURELY_ENDED), "The program ended while it sent this mail. It may have arrived.", now);
            deliveries.giveUpRecordedBefore(
                    now.minus(Postroom.STALE), "It could not be sent for three days and is of no use any more.", now);
        });
    }

    private void clear() {
        Instant old = calendar.now().minus(KEPT);
        transaction.executeWithoutResult(tx -> {
            deliveries.deleteEndedBefore(old);
            words.deleteToldBefore(old);
        });
    }
}
