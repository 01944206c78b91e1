package io.closeout.review.status;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.ItemClosed;
import io.closeout.register.PathDecided;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.extension.MoreTime;
import io.closeout.review.status.StatusRound.EndedHow;
import io.closeout.review.vendor.VendorAwaited;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks owners how their items stand, one open round each. A round keeps no list: its items are the owner's that are due for a word at
 * the moment, so it follows whatever becomes of them. Items are held before rounds, by everybody in this order.
 */
@Service
@Transactional
public class StatusRounds {

    private final StatusRoundRows rows;
    private final ItemsDue itemsDue;
    private final StatusUpdates updates;
    private final ExtensionRequests extensions;
    private final Register register;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    StatusRounds(
            StatusRoundRows rows,
            ItemsDue itemsDue,
            StatusUpdates updates,
            ExtensionRequests extensions,
            Register register,
            Ledger ledger,
            PolicyCalendar calendar,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.itemsDue = itemsDue;
        this.updates = updates;
        this.extensions = extensions;
        this.register = register;
        this.ledger = ledger;
        this.calendar = calendar;
        this.events = events;
    }

    /** Owners of items that are due for a word and who are not being asked already. */
    @Transactional(readOnly = true)
    public List<String> ownersToAsk() {
        return itemsDue.ownersToAsk(calendar.today());
    }

    /**
     * Asks the owner, to be answered as soon as the most urgent of the items needs it. Nothing happens if none is due any more.
     *
     * @throws org.springframework.dao.DuplicateKeyException if another node asks at this moment
     */
    public void open(String owner) {
        List<DueItem> due = itemsDue.of(owner, calendar.today());
        if (due.isEmpty()) {
            return;
        }
        int days = due.stream()
                .mapToInt(item -> itemsDue.cadenceOf(item).answerWithinDays())
                .min()
                .orElseThrow();
        long round = rows.insert(owner, calendar.today(), calendar.today().plusDays(days));
        ledger.append(LedgerEntry.of("statusAsked", get(round).subject(), Actor.system("timer"))
                .with("owner", owner)
                .with("items", due.size()));
        events.publishEvent(new RoundOpened(round));
    }

    @Transactional(readOnly = true)
    public StatusRound get(long id) {
        return rows.find(id).orElseThrow(() -> NotFound.of("status round", id));
    }

    @Transactional(readOnly = true)
    public Optional<StatusRound> openFor(String owner) {
        return rows.openFor(owner);
    }

    @Transactional(readOnly = true)
    public List<StatusRound> open() {
        return rows.open();
    }

    /** What the owner is due to speak about now, the most urgent first. */
    @Transactional(readOnly = true)
    public List<DueItem> itemsOf(StatusRound round) {
        return itemsDue.of(round.ownerId(), calendar.today());
    }

    /**
     * Records the words and asks for more time. All of it or nothing: what is refused can be corrected and sent again. What ended, or
     * got another owner, while the form was open is left out.
     *
     * @throws Refused naming the item
     */
    public void answer(long id, RoundAnswer answer, Actor by) {
        StatusRound round = get(id);
        mustBeTheirs(round, by);
        Set<PoamId> stillTheirs = held(round, answer);
        mustSpeakOfAll(round, answer);
        if (!rows.end(id, EndedHow.ANSWERED, calendar.now())) {
            throw Refused.because("This was answered or ended meanwhile. Reload the task list.");
        }
        stillTheirs.forEach(item -> speak(item, answer, by));
        ledger.append(LedgerEntry.of("statusAnswered", round.subject(), by).with("items", stillTheirs.size()));
    }

    /** Ends the round if nothing is due any more. */
    public void endIfNothingLeft(StatusRound round) {
        if (itemsOf(round).isEmpty() && rows.end(round.id(), EndedHow.NOTHING_LEFT, calendar.now())) {
            ledger.append(LedgerEntry.of("statusNotNeeded", round.subject(), Actor.system("process"))
                    .because("None of the owner's items is due for a word any more."));
            events.publishEvent(new NothingLeftToSay(round.id()));
        }
    }

    @EventListener
    void on(ItemClosed closed) {
        lookAgain(closed.item());
    }

    @EventListener
    void on(PathDecided decided) {
        lookAgain(decided.item());
    }

    @EventListener
    void on(WordGiven given) {
        lookAgain(given.item());
    }

    @EventListener
    void on(VendorAwaited awaited) {
        register.hold(awaited.item());
        lookAgain(awaited.item());
    }

    private void lookAgain(PoamId item) {
        register.get(item).ownerId().flatMap(rows::openFor).ifPresent(this::endIfNothingLeft);
    }

    /** In the order of their ids, so that two who hold several never wait for each other. */
    private Set<PoamId> held(StatusRound round, RoundAnswer answer) {
        return Stream.concat(answer.words().keySet().stream(), answer.moreTime().keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(PoamId::text))
                .map(register::hold)
                .filter(item -> isTheirs(item, round))
                .map(PoamItem::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isTheirs(PoamItem item, StatusRound round) {
        return StatusUpdates.ASKED_ABOUT.contains(item.status())
                && item.ownerId().filter(round.ownerId()::equals).isPresent();
    }

    private void speak(PoamId item, RoundAnswer answer, Actor by) {
        try {
            StatusWord word = answer.words().get(item);
            if (word != null) {
                updates.give(item, word, by);
            }
            MoreTime wanted = answer.moreTime().get(item);
            if (wanted != null) {
                extensions.ask(item, wanted, by);
            }
        } catch (Refused refused) {
            throw Refused.because(item + ": " + refused.getMessage());
        }
    }

    /** Whatever was due when the round opened stood in the form from the start; what joined since may wait for the next round. */
    private void mustSpeakOfAll(StatusRound round, RoundAnswer answer) {
        itemsDue.of(round.ownerId(), round.openedOn()).stream()
                .filter(item -> !answer.words().containsKey(item.id()))
                .findFirst()
                .ifPresent(silent -> {
                    throw Refused.because(
                            silent.id() + ": say how it stands: on track, at risk, blocked or done soon.");
                });
    }

    private static void mustBeTheirs(StatusRound round, Actor by) {
        if (!by.id().equals(round.ownerId()) && !by.isIn(Group.ISSM)) {
            throw Refused.because("Only the owner of these items or the ISSM may say how they stand.");
        }
    }
}
