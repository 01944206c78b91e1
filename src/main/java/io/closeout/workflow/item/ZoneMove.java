package io.closeout.workflow.item;

import io.closeout.access.OrganizationChanged;
import io.closeout.register.ItemSearch;
import io.closeout.register.PoamId;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Another time zone moves the hour of each notice and the end of each due day. Timers and tasks of open items follow once the change is
 * committed, behind the page and item by item. One that does not, because the program ends or somebody works on it at that moment, fires
 * at the old hour once and reckons in the new zone from then on.
 */
@Component
class ZoneMove {

    private static final Logger log = LoggerFactory.getLogger(ZoneMove.class);

    private final ItemSearch search;
    private final ItemProcesses processes;
    private final TransactionTemplate transaction;
    private final Executor background = new SimpleAsyncTaskExecutor("zone-");

    ZoneMove(ItemSearch search, ItemProcesses processes, PlatformTransactionManager transactions) {
        this.search = search;
        this.processes = processes;
        this.transaction = new TransactionTemplate(transactions);
    }

    @TransactionalEventListener
    void on(OrganizationChanged committed) {
        if (committed.isZoneMoved()) {
            background.execute(this::followAll);
        }
    }

    void followAll() {
        List<PoamId> open = search.openIds();
        long failed = open.stream().filter(id -> !follows(id)).count();
        log.info("The time zone moved: {} of {} open items follow", open.size() - failed, open.size());
    }

    private boolean follows(PoamId id) {
        try {
            transaction.executeWithoutResult(status -> processes.followDates(id));
            return true;
        } catch (RuntimeException failure) {
            log.warn("{} does not follow the new time zone", id, failure);
            return false;
        }
    }
}
