package io.closeout.review.acceptance;

import io.closeout.access.Actor;
import io.closeout.register.AssetExposed;
import io.closeout.register.ClosedHow;
import io.closeout.register.ItemClosed;
import io.closeout.register.ItemDatesMoved;
import io.closeout.register.ItemsOpened;
import io.closeout.register.PathDecided;
import io.closeout.register.PathDecided.Path;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.SeverityRaised;
import io.closeout.threat.ThreatsChanged;
import java.util.Collections;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Hears what happens to accepted items and their weaknesses, in the same transaction. */
@Component
class AcceptanceWatch {

    private static final Logger log = LoggerFactory.getLogger(AcceptanceWatch.class);
    private static final Actor WATCH = Actor.system("process");

    private final Acceptances acceptances;
    private final AcceptanceRows rows;
    private final AcceptanceCourse course;
    private final Register register;
    private final TransactionTemplate alone;

    AcceptanceWatch(
            Acceptances acceptances,
            AcceptanceRows rows,
            AcceptanceCourse course,
            Register register,
            PlatformTransactionManager transactions) {
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.acceptances = acceptances;
        this.rows = rows;
        this.course = course;
        this.register = register;
    }

    /** The plan moved; what else did is read with it. */
    @EventListener
    void on(ItemDatesMoved moved) {
        acceptances.look(moved.item());
    }

    /** A further asset joins no accepted item: it opens a sibling that names it. */
    @EventListener
    void on(ItemsOpened opened) {
        if (!rows.anyInForce()) {
            return;
        }
        register.all(opened.items().stream().map(PoamId::text).toList())
                .values()
                .forEach(sibling -> sibling.siblingOf()
                        .ifPresent(accepted -> acceptances.trigger(
                                accepted, Trigger.MORE_ASSETS, "Found on further assets, see " + sibling.id() + ".")));
    }

    @EventListener
    void on(SeverityRaised raised) {
        String what = "%s instead of %s"
                .formatted(raised.after().label(), raised.before().label());
        rows.acceptedItemsOf(raised.weaknessId())
                .forEach(item -> acceptances.trigger(item, Trigger.SEVERITY_RAISED, what));
    }

    @EventListener
    void on(AssetExposed exposed) {
        rows.acceptedItemsOn(exposed.assetId()).forEach(acceptances::look);
    }

    /** Each accepted item in a transaction of its own: the files of a feed are taken by then, and one that fails stops no other. */
    @EventListener
    void on(ThreatsChanged changed) {
        rows.acceptedItems().forEach(item -> lookAlone(item, changed.cves()));
    }

    private void lookAlone(PoamId item, Set<String> cves) {
        try {
            alone.executeWithoutResult(status -> {
                if (!Collections.disjoint(register.deadlineFacts(item).cves(), cves)) {
                    acceptances.look(item);
                }
            });
        } catch (RuntimeException failure) {
            log.warn("The acceptance of {} could not be looked at again", item, failure);
        }
    }

    @EventListener
    void on(ItemClosed closed) {
        PoamItem item = register.get(closed.item());
        boolean verified = item.closedHow().filter(AcceptanceWatch::isProof).isPresent();
        end(
                closed.item(),
                verified ? EndedHow.VERIFIED_ABSENT : EndedHow.ITEM_CLOSED,
                item.closedHow().map(ClosedHow::label).orElse("Closed"));
    }

    private static boolean isProof(ClosedHow how) {
        return switch (how) {
            case VERIFIED_BY_PERSON, VERIFIED_BY_RESCAN, REMEDIATED_OUTSIDE_PROCESS -> true;
            case ASSETS_RETIRED, JOINED, BEFORE_CLOSEOUT -> false;
        };
    }

    @EventListener
    void on(PathDecided decided) {
        if (decided.path() == Path.FALSE_POSITIVE) {
            end(decided.item(), EndedHow.FALSE_POSITIVE, "The weakness is none.");
        }
    }

    private void end(PoamId item, EndedHow how, String why) {
        if (rows.inForce(item).isPresent()) {
            register.hold(item);
            rows.inForce(item).ifPresent(request -> course.end(request, item, how, why, WATCH));
        }
    }
}
