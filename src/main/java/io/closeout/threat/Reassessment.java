package io.closeout.threat;

import io.closeout.access.Actor;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at the deadlines of many items again, each batch in a transaction. One that fails is named and stops no other. */
@Component
class Reassessment {

    private static final Logger log = LoggerFactory.getLogger(Reassessment.class);
    private static final int BATCH = 50;

    private final Register register;
    private final FeedRows feeds;
    private final TransactionTemplate transaction;

    Reassessment(Register register, FeedRows feeds, PlatformTransactionManager transactions) {
        this.register = register;
        this.feeds = feeds;
        this.transaction = new TransactionTemplate(transactions);
        // also called once a transaction was committed, which Spring still counts as a running one
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * @param items that were looked at
     * @param shortened of them have an earlier deadline now
     * @param failed ids, in the order of the items
     */
    record Outcome(int items, int shortened, List<String> failed) {}

    /** @param why what changed, for the ledger */
    Outcome of(List<PoamId> items, String why, Actor by) {
        int shortened = 0;
        List<String> failed = new ArrayList<>();
        for (int from = 0; from < items.size(); from += BATCH) {
            List<PoamId> batch = items.subList(from, Math.min(items.size(), from + BATCH));
            try {
                shortened += inOneTransaction(batch, why, by);
            } catch (RuntimeException failure) {
                shortened += oneByOne(batch, why, by, failed);
            }
        }
        log.info("{}: {} items looked at again, {} with an earlier deadline", why, items.size(), shortened);
        return new Outcome(items.size(), shortened, List.copyOf(failed));
    }

    /** Nothing that changed in the feed waits any more. */
    void done(Feed feed) {
        transaction.executeWithoutResult(status -> feeds.reassessed(feed));
    }

    private int oneByOne(List<PoamId> batch, String why, Actor by, List<String> failed) {
        int shortened = 0;
        for (PoamId id : batch) {
            try {
                shortened += inOneTransaction(List.of(id), why, by);
            } catch (RuntimeException failure) {
                log.warn("The deadline of {} could not be looked at again", id, failure);
                failed.add(id.text());
            }
        }
        return shortened;
    }

    private int inOneTransaction(List<PoamId> batch, String why, Actor by) {
        Integer shortened = transaction.execute(status -> (int) batch.stream()
                .filter(id -> register.reassessDeadline(id, why, by))
                .count());
        return shortened == null ? 0 : shortened;
    }
}
