package io.closeout.workflow.item;

import io.closeout.register.PathDecided;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.approval.RequestAsked;
import io.closeout.review.approval.RequestKind;
import io.closeout.shared.Refused;
import io.closeout.workflow.RemediatePoamItem;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes the process of an item along the path that somebody decided, in the same transaction. A decision that the process cannot follow
 * where it stands is refused, so that none is half done.
 */
@Component
class DecidedPaths {

    private final ItemMessages messages;
    private final ItemStandings standings;
    private final Register register;

    DecidedPaths(ItemMessages messages, ItemStandings standings, Register register) {
        this.messages = messages;
        this.standings = standings;
        this.register = register;
    }

    @EventListener
    void on(PathDecided decided) {
        PoamId item = decided.item();
        String path = word(decided.path());
        mustNotAwaitConfirmation(item);
        boolean followed = standings.knows(register.get(item), path)
                && messages.send(
                        item,
                        RemediatePoamItem.MESSAGE_PATH_DECIDED,
                        Map.of(RemediatePoamItem.VARIABLE_DECIDED_PATH, path));
        if (!followed) {
            throw Refused.because(
                    "The process of %s cannot follow this decision: version %d of it, on which the item runs, does not know the path \"%s\" where the item stands. Nothing was changed. A process analyst moves the item to the newest version (operator's guide, \"Items on an older process\"); then decide again."
                            .formatted(item, standings.version(register.get(item)), path));
        }
    }

    private static String word(PathDecided.Path path) {
        return switch (path) {
            case ACCEPTED -> RemediatePoamItem.PATH_ACCEPTED;
            case WORK_GOES_ON -> RemediatePoamItem.PATH_WORK_GOES_ON;
            case FALSE_POSITIVE -> RemediatePoamItem.PATH_FALSE_POSITIVE;
            case JOINED -> RemediatePoamItem.PATH_JOINED;
        };
    }

    /** More time may be asked for all the same: it takes the item off no path. */
    @EventListener
    void on(RequestAsked asked) {
        if (asked.kind() != RequestKind.EXTENSION) {
            mustNotAwaitConfirmation(asked.item());
        }
    }

    private void mustNotAwaitConfirmation(PoamId item) {
        if (standings.awaitsConfirmation(register.get(item))) {
            throw Refused.because(
                    "The absence of the weakness of %s waits to be confirmed first. Once the ISSM has said that it is still there, this can be asked and decided."
                            .formatted(item));
        }
    }
}
