package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.register.PathDecided.Path;
import io.closeout.shared.Refused;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of proposals to join items. The item that stays takes over what is open of the other, as grave and as early due as either
 * was; the other keeps its history, its evidence and what had ended, and names the one that goes on.
 */
@Service
@Transactional
public class ItemJoins {

    private final JoinProposals proposals;
    private final Register register;
    private final ItemChanges changes;
    private final ItemGroups groups;
    private final PoamItems items;
    private final JdbcClient jdbc;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    ItemJoins(
            JoinProposals proposals,
            Register register,
            ItemChanges changes,
            ItemGroups groups,
            PoamItems items,
            JdbcClient jdbc,
            PolicyCalendar calendar,
            ApplicationEventPublisher events) {
        this.proposals = proposals;
        this.register = register;
        this.changes = changes;
        this.groups = groups;
        this.items = items;
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * They are the same.
     *
     * @throws Refused if somebody decided meanwhile, or one of the items is beyond the work that both have ahead of them
     */
    public void join(long proposal, @Nullable String reason, Actor by) {
        by.mustBeIn("decide whether items are the same", Group.ISSM);
        String why = told(reason);
        JoinProposal joined = held(proposal);
        Stream.of(joined.kept(), joined.joining()).forEach(this::mustBeJoinable);
        decide(joined, JoinProposal.State.JOINED, reason, by);
        moveFindings(joined);
        changes.change(
                joined.kept(),
                "itemJoinedHere",
                by,
                "%s was joined to it%s".formatted(joined.joining(), why),
                kept -> {});
        groups.gather(Set.of(joined.kept()), by);
        takeEarlierDeadline(joined, by);
        changes.change(
                joined.joining(),
                "itemJoined",
                by,
                "Joined to %s%s".formatted(joined.kept(), why),
                ended -> ended.joinTo(joined.kept(), by.id(), calendar.today()));
        items.flush();
        proposals.carryOver(joined);
        events.publishEvent(new PathDecided(joined.joining(), Path.JOINED));
    }

    /** They are not the same; nobody is asked again. */
    public void keepApart(long proposal, @Nullable String reason, Actor by) {
        by.mustBeIn("decide whether items are the same", Group.ISSM);
        String why = told(reason);
        JoinProposal refused = held(proposal);
        decide(refused, JoinProposal.State.DIFFERENT, reason, by);
        changes.change(refused.kept(), "itemsKeptApart", by, "Not the same as " + refused.joining() + why, item -> {});
        changes.change(refused.joining(), "itemsKeptApart", by, "Not the same as " + refused.kept() + why, item -> {});
    }

    private static String told(@Nullable String reason) {
        if (reason != null && reason.length() > 2000) {
            throw Refused.because("The reason has more than 2,000 characters. Shorten it.");
        }
        return reason == null || reason.isBlank() ? "" : ": " + reason.strip();
    }

    /** Always in the same order, or two who decide about the same items would wait for each other. */
    private JoinProposal held(long id) {
        JoinProposal proposal = proposals.get(id);
        Stream.of(proposal.kept(), proposal.joining())
                .sorted(Comparator.comparing(PoamId::text))
                .forEach(register::hold);
        return proposal;
    }

    private void mustBeJoinable(PoamId id) {
        PoamItem item = register.get(id);
        switch (item.status()) {
            case NEW, PLANNED, IN_PROGRESS -> {
                // Work on it lies ahead.
            }
            case AWAITING_VERIFICATION, CLOSED, RISK_ACCEPTED, FALSE_POSITIVE ->
                throw Refused.because(
                        "%s is \"%s\": only items whose fix is not reported yet can be joined. Nothing was changed."
                                .formatted(id, item.status().label()));
        }
    }

    private void decide(JoinProposal proposal, JoinProposal.State how, @Nullable String reason, Actor by) {
        int decided = jdbc.sql("update join_proposal set state = ?, decided_by = ?, decided_at = ?, reason = ?"
                        + " where id = ? and state = 'PROPOSED'")
                .params(how.name(), by.id(), Timestamp.from(calendar.now()), reason, proposal.id())
                .update();
        if (decided == 0) {
            throw Refused.because("Somebody has decided about %s and %s already. Reload the page."
                    .formatted(proposal.kept(), proposal.joining()));
        }
    }

    private void moveFindings(JoinProposal joined) {
        items.flush();
        jdbc.sql("insert into joined_finding (proposal_id, finding_id) select ?, f.id from finding f"
                        + " where f.item_id = ? and f.state = 'OPEN'")
                .params(joined.id(), joined.joiningItem())
                .update();
        jdbc.sql(
                        "insert into item_asset (item_id, asset_id, detected_on) select ?, ia.asset_id, ia.detected_on from item_asset ia"
                                + " where ia.item_id = ? and not exists (select 1 from item_asset k where k.item_id = ?"
                                + " and k.asset_id = ia.asset_id)")
                .params(joined.keptItem(), joined.joiningItem(), joined.keptItem())
                .update();
        jdbc.sql("update finding set item_id = ? where item_id = ? and state = 'OPEN'")
                .params(joined.keptItem(), joined.joiningItem())
                .update();
    }

    private void takeEarlierDeadline(JoinProposal joined, Actor by) {
        PoamItem ended = register.get(joined.joining());
        if (ended.deadline().isBefore(register.get(joined.kept()).deadline())) {
            changes.change(
                    joined.kept(),
                    "deadlineShortened",
                    by,
                    ended.id() + " was joined to it",
                    kept -> kept.shortenDeadline(
                            ended.deadline(),
                            ended.deadlineSource().map(source -> source + ", ").orElse("") + "of " + ended.id(),
                            by.id(),
                            calendar.today()));
        }
    }
}
