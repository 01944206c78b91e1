package io.closeout.intake.byhand;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.assessment.Requirement;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.ItemStatus;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Scopes;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes findings from people: weakness, findings, item, process and ledger as an import does it, in one transaction. */
@Service
@Transactional
public class FindingsByHand {

    private final ReportRows rows;
    private final ItemsByHand items;
    private final NamedAssets assets;
    private final Scopes scopes;
    private final Ledger ledger;
    private final PolicyCalendar calendar;

    FindingsByHand(
            ReportRows rows,
            ItemsByHand items,
            NamedAssets assets,
            Scopes scopes,
            Ledger ledger,
            PolicyCalendar calendar) {
        this.rows = rows;
        this.items = items;
        this.assets = assets;
        this.scopes = scopes;
        this.ledger = ledger;
        this.calendar = calendar;
    }

    /**
     * What was reported, and the item that it became.
     *
     * @param reportedBy id of the person
     */
    public record Report(
            PoamId item,
            String title,
            Severity severity,
            ItemStatus status,
            FindingSource source,
            @Nullable String sourceId,
            @Nullable String recommendation,
            List<Requirement> requirements,
            String reportedBy,
            Instant reportedAt) {}

    /**
     * @throws Refused from anybody but the ISSM, for a detection in the future, and for unknown scopes or assets
     * @throws ReportedBefore for an entry that became an item already, whatever became of that
     */
    public PoamItem report(ReportedFinding found, Actor by) {
        by.mustBeIn("report findings", Group.ISSM);
        String scope = scopes.resolve(found.scope()).id();
        rows.hold(scope);
        rows.find(scope, found).ifPresent(first -> {
            throw new ReportedBefore(first, found);
        });
        List<String> named = Stream.concat(found.assets().stream(), assets.add(scope, found.newAssets()).stream())
                .distinct()
                .toList();
        PoamItem item = items.open(found.item(scope, named), found.weakness(scope), found.sourceId(), by);
        rows.insert(item.id(), scope, found, by.id(), calendar.now());
        ledger.append(LedgerEntry.of("findingReported", item.id().subject(), by)
                .with("source", found.source().label())
                .with("sourceId", found.sourceId())
                .with("recommendation", found.recommendation())
                .with("cves", String.join(" ", found.cves()))
                .with(
                        "requirements",
                        found.requirements().stream().map(Requirement::id).collect(Collectors.joining(" "))));
        return item;
    }

    @Transactional(readOnly = true)
    public Page<Report> list(PageRequest page) {
        return rows.list(page);
    }

    /** Nothing for an item that came another way. */
    @Transactional(readOnly = true)
    public Optional<Report> of(PoamId item) {
        return rows.of(item);
    }
}
