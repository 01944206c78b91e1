package io.closeout.review.status;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.shared.Refused;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Words on how items stand: asked for in a round, or given from the item's page at any time. Each counts for the cadence. */
@Service
@Transactional
public class StatusUpdates {

    /** Of these somebody works, or will; what waits for others than the owner needs no word of theirs. */
    static final Set<ItemStatus> ASKED_ABOUT = EnumSet.of(ItemStatus.PLANNED, ItemStatus.IN_PROGRESS);

    private final StatusUpdateRows rows;
    private final Register register;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    StatusUpdates(
            StatusUpdateRows rows,
            Register register,
            Ledger ledger,
            PolicyCalendar calendar,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.register = register;
        this.ledger = ledger;
        this.calendar = calendar;
        this.events = events;
    }

    /** @throws Refused if the item is not worked on, or is not the person's to speak about */
    public void give(PoamId id, StatusWord word, Actor by) {
        PoamItem item = register.hold(id);
        if (!isTheirs(item, by)) {
            throw Refused.because("Only the owner of " + id + ", its owner group or the ISSM may say how it stands.");
        }
        if (!ASKED_ABOUT.contains(item.status())) {
            throw Refused.because("%s is %s; a word on how it stands is for planned work and work in progress."
                    .formatted(id, item.status().label().toLowerCase(Locale.ROOT)));
        }
        rows.insert(id, word, by.id(), calendar.today(), calendar.now());
        ledger.append(LedgerEntry.of("statusGiven", id.subject(), by)
                .with("outlook", word.outlook().label())
                .with("percentDone", word.percent())
                .with("blocker", word.blocker())
                .because(word.note()));
        events.publishEvent(new WordGiven(id));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<StatusUpdate> of(PoamId item) {
        return rows.of(item);
    }

    /** Whether the person could say how the item stands now. */
    public boolean mayGive(PoamItem item, Actor by) {
        return isTheirs(item, by) && ASKED_ABOUT.contains(item.status());
    }

    private static boolean isTheirs(PoamItem item, Actor by) {
        return by.isIn(Group.ISSM)
                || item.ownerId().filter(by.id()::equals).isPresent()
                || Group.withId(item.ownerGroup()).filter(by::isIn).isPresent();
    }
}
