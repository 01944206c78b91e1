package io.closeout.threat;

import io.closeout.access.Actor;
import io.closeout.register.AssetExposed;
import io.closeout.register.Assets;
import io.closeout.register.ItemSearch;
import io.closeout.register.ItemSummary;
import io.closeout.register.NamedCves;
import io.closeout.register.PoamId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Which open items are to be looked at again, and when: those that name a changed CVE after a file was taken, those on an asset that can
 * be reached by the public now, and all that name a CVE at a start if the program ended before it was done.
 */
@Component
class OpenItems {

    static final Actor PROGRAM = Actor.system("threat-feeds");

    private final FeedRows feeds;
    private final NamedCves named;
    private final ItemSearch search;
    private final Assets assets;
    private final Reassessment reassessment;
    private final ApplicationEventPublisher events;
    private final Executor background = new SimpleAsyncTaskExecutor("threat-");

    OpenItems(
            FeedRows feeds,
            NamedCves named,
            ItemSearch search,
            Assets assets,
            Reassessment reassessment,
            ApplicationEventPublisher events) {
        this.feeds = feeds;
        this.named = named;
        this.search = search;
        this.assets = assets;
        this.reassessment = reassessment;
        this.events = events;
    }

    /** How many open items name any of these. */
    long count(Set<String> cves) {
        return naming(cves).size();
    }

    Reassessment.Outcome reassess(Set<String> changed, String why) {
        if (!changed.isEmpty()) {
            events.publishEvent(new ThreatsChanged(changed));
        }
        return reassessment.of(changed.isEmpty() ? List.of() : naming(changed), why, PROGRAM);
    }

    private List<PoamId> naming(Set<String> cves) {
        return where(each -> !Collections.disjoint(each, cves));
    }

    private List<PoamId> where(Predicate<Collection<String>> wanted) {
        return named.ofOpenItems().entrySet().stream()
                .filter(item -> wanted.test(item.getValue()))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(PoamId::text))
                .toList();
    }

    @EventListener
    void on(AssetExposed exposed) {
        feeds.needsReassessment(Feed.KEV);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void after(AssetExposed exposed) {
        List<PoamId> items = search.on(List.of(exposed.assetId())).stream()
                .map(ItemSummary::id)
                .map(PoamId::new)
                .toList();
        reassessment.of(items, assets.get(exposed.assetId()).name() + " is publicly exposed now", PROGRAM);
        reassessment.done(Feed.KEV);
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        background.execute(this::catchUp);
    }

    void catchUp() {
        if (!feeds.isReassessed()) {
            reassessment.of(
                    where(cves -> true), "What is known of attacks had changed before the program ended", PROGRAM);
            reassessment.done(Feed.KEV);
            reassessment.done(Feed.SSVC);
        }
    }
}
