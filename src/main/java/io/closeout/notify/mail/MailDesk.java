package io.closeout.notify.mail;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator sees of mail and does about it. */
@Service
@Transactional
public class MailDesk {

    private static final int MOST_TROUBLES = 20;

    private final MailServer server;
    private final WordRows words;
    private final DeliveryRows deliveries;
    private final RoundRow rounds;
    private final LetterWriter writer;
    private final People people;
    private final Ledger ledger;
    private final PolicyCalendar calendar;

    MailDesk(
            MailServer server,
            WordRows words,
            DeliveryRows deliveries,
            RoundRow rounds,
            LetterWriter writer,
            People people,
            Ledger ledger,
            PolicyCalendar calendar) {
        this.server = server;
        this.words = words;
        this.deliveries = deliveries;
        this.rounds = rounds;
        this.writer = writer;
        this.people = people;
        this.ledger = ledger;
        this.calendar = calendar;
    }

    @Transactional(readOnly = true)
    public MailReport report(Actor by) {
        mustAdminister(by);
        return report();
    }

    MailReport report() {
        RoundRow.Round last = rounds.last();
        return new MailReport(
                server.isOn(),
                server.name(),
                server.from(),
                words.countPending(),
                counts(),
                Optional.ofNullable(last.problem()).or(deliveries::lastProblem).orElse(null),
                last.ranAt(),
                deliveries.inTrouble(MOST_TROUBLES).stream().map(this::trouble).toList(),
                (int) people.all().stream()
                        .filter(person -> person.enabled() && person.email() == null)
                        .count());
    }

    private Map<DeliveryState, Integer> counts() {
        Map<DeliveryState, Integer> counts = new EnumMap<>(DeliveryState.class);
        Arrays.stream(DeliveryState.values()).forEach(state -> counts.put(state, 0));
        counts.putAll(deliveries.counts());
        return counts;
    }

    private MailReport.Trouble trouble(Delivery delivery) {
        return new MailReport.Trouble(
                delivery.id(),
                people.get(delivery.personId()).name(),
                delivery.state(),
                delivery.attempts(),
                delivery.recordedAt(),
                Objects.requireNonNullElse(delivery.problem(), ""));
    }

    /**
     * The one way in which a mail may arrive twice: somebody decides that it should go out once more. It keeps its id, so that a mailbox
     * can tell.
     */
    public void sendAgain(long delivery, Actor by) {
        settle(delivery, "mailSentAgain", () -> deliveries.sendAgain(delivery, calendar.now()), by);
    }

    /** It arrived after all, or nobody needs it any more. */
    public void setAside(long delivery, Actor by) {
        settle(delivery, "mailSetAside", () -> deliveries.setAside(delivery), by);
    }

    private void settle(long delivery, String what, BooleanSupplier change, Actor by) {
        mustAdminister(by);
        Delivery before = deliveries.find(delivery).orElseThrow(() -> NotFound.of("mail", delivery));
        if (!change.getAsBoolean()) {
            throw Refused.because("This mail needs nobody any more. Reload the page.");
        }
        ledger.append(LedgerEntry.of(what, "mail:" + delivery, by)
                .with("to", before.personId())
                .with("state", before.state()));
    }

    /**
     * Sends a mail to whoever asks, at once.
     *
     * @return the address
     * @throws Refused with what the mail server said
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public String sendTest(Actor by) {
        mustAdminister(by);
        if (!server.isOn()) {
            throw Refused.because("Mail is off. Set spring.mail.host and closeout.mail.from, and start again.");
        }
        Person person = people.get(by.id());
        String address = Optional.ofNullable(person.email())
                .orElseThrow(
                        () -> Refused.because("You have no e-mail address. Give yourself one on the page People."));
        try (Handover handover = new Handover(server)) {
            Outcome outcome = handover.send(address, server.newMessageId(), writer.test(person));
            if (outcome.problem() != null) {
                throw Refused.because(outcome.problem());
            }
        }
        return address;
    }

    private static void mustAdminister(Actor by) {
        by.mustBeIn("look after mail", Group.CAMUNDA_ADMIN);
    }
}
