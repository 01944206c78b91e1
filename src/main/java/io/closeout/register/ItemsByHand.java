package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.Weaknesses.Weakness;
import io.closeout.shared.Refused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens items that a person writes down. */
@Service
@Transactional
public class ItemsByHand {

    /** Ids of scans begin at 1. */
    private static final long NO_SCAN = 0;

    private final Register register;
    private final PoamItems items;
    private final ItemNumbers numbers;
    private final Scopes scopes;
    private final Weaknesses weaknesses;
    private final Findings findings;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final AssetNames named;

    ItemsByHand(
            Register register,
            PoamItems items,
            ItemNumbers numbers,
            Scopes scopes,
            Weaknesses weaknesses,
            Findings findings,
            Ledger ledger,
            PolicyCalendar calendar,
            AssetNames named) {
        this.register = register;
        this.items = items;
        this.numbers = numbers;
        this.scopes = scopes;
        this.weaknesses = weaknesses;
        this.findings = findings;
        this.ledger = ledger;
        this.calendar = calendar;
        this.named = named;
    }

    /** @throws Refused from anybody but the ISSM, for a detection in the future, and for unknown scopes or assets */
    public PoamItem open(ItemByHand wanted, Actor by) {
        String scope = mustBeTaken(wanted, by);
        List<NamedAsset> assets = assets(scope, wanted.assets());
        PoamItem item = register.open(number(wanted), newItem(wanted, scope, assets, null, null), by);
        join(item, assets, by);
        return item;
    }

    /**
     * As {@link #open(ItemByHand, Actor)}, for an entry of a report: with its weakness, and a finding on each asset that no scan can end.
     *
     * @param sourceId by which the report names it
     */
    public PoamItem open(ItemByHand wanted, Weakness weakness, @Nullable String sourceId, Actor by) {
        String scope = mustBeTaken(wanted, by);
        List<NamedAsset> assets = assets(scope, wanted.assets());
        long weaknessId = weaknesses.remember(weakness);
        NewItem newItem = newItem(wanted, scope, assets, new Reported(weaknessId, weakness.cves()), sourceId);
        PoamItem item = register.open(number(wanted), newItem, by);
        findings.add(
                assets.stream().map(asset -> finding(item, weaknessId, asset)).toList());
        tellOf(assets, item, by);
        return item;
    }

    private String mustBeTaken(ItemByHand wanted, Actor by) {
        by.mustBeIn("open items by hand", Group.ISSM);
        if (wanted.detectedOn().isAfter(calendar.today())) {
            throw Refused.because("The date of detection, " + wanted.detectedOn() + ", lies in the future.");
        }
        return scopes.resolve(wanted.scope()).id();
    }

    private PoamId number(ItemByHand wanted) {
        return numbers.reserve(wanted.detectedOn().getYear(), 1).iterator().next();
    }

    private NewFinding finding(PoamItem item, long weakness, NamedAsset asset) {
        return new NewFinding(
                item.scopeId(),
                weakness,
                asset.id(),
                "",
                item.severity(),
                item.id().text(),
                null,
                NO_SCAN,
                calendar.startOf(item.detectedOn()),
                null);
    }

    /** A weakness that is remembered. */
    private record Reported(long weaknessId, @Nullable String cves) {}

    private List<NamedAsset> assets(String scope, List<String> names) {
        Map<String, NamedAsset> found = named.find(scope, names);
        List<String> unknown =
                names.stream().filter(name -> !found.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            throw Refused.because("There is no asset named " + String.join(", ", unknown) + " in the scope " + scope
                    + ". Write names as the page of assets shows them.");
        }
        return names.stream()
                .map(name -> Objects.requireNonNull(found.get(name)))
                .toList();
    }

    private static NewItem newItem(
            ItemByHand wanted,
            String scope,
            List<NamedAsset> assets,
            @Nullable Reported reported,
            @Nullable String sourceId) {
        return new NewItem(
                scope,
                reported == null ? null : reported.weaknessId(),
                wanted.track(),
                wanted.title(),
                wanted.description(),
                wanted.source(),
                sourceId,
                wanted.severity(),
                null,
                reported == null ? Set.of() : Set.copyOf(CveIds.in(reported.cves())),
                wanted.detectedOn(),
                AssetNames.impact(assets),
                null,
                null);
    }

    private void join(PoamItem item, List<NamedAsset> assets, Actor by) {
        items.flush();
        named.join(item, assets);
        tellOf(assets, item, by);
    }

    private void tellOf(List<NamedAsset> assets, PoamItem item, Actor by) {
        if (!assets.isEmpty()) {
            ledger.append(LedgerEntry.of("assetsJoined", item.id().subject(), by)
                    .with("assets", assets.stream().map(NamedAsset::name).collect(Collectors.joining(", "))));
        }
    }
}
