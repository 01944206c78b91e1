package io.closeout.review.acceptance;

import io.closeout.policy.KevListing;
import io.closeout.register.Milestone;
import io.closeout.register.PoamItem;
import io.closeout.shared.Severity;
import io.closeout.shared.Sha256;
import io.closeout.shared.Shortened;
import io.closeout.threat.KnownExploitation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is material to an acceptance as it stands now. Names and words of facts are shown to people as they are. */
@Component
class MaterialFacts {

    private static final int SHOWN_ASSETS = 20;

    static final String KNOWN_EXPLOITED = "Known exploited";
    static final String LISTED = "yes";

    private final JdbcClient jdbc;
    private final KnownExploitation exploitation;

    MaterialFacts(JdbcClient jdbc, KnownExploitation exploitation) {
        this.jdbc = jdbc;
        this.exploitation = exploitation;
    }

    /** An asset that the item stands on and that is in use, or a finding of which is open. */
    private record AssetLine(long id, String name, boolean exposed) {}

    SeenFacts of(PoamItem item, RiskAcceptance acceptance) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Severity", severity(item));
        facts.put("Priority", item.priority().label());
        facts.put("Residual rating", acceptance.residual().label());
        facts.put("Likelihood and impact", likelihoodAndImpact(acceptance));
        List<AssetLine> assets = assets(item);
        facts.put("Assets", count(assets));
        facts.put("Publicly exposed", exposure(assets));
        facts.put(KNOWN_EXPLOITED, knownExploited(item));
        acceptance.controls().forEach(each -> facts.put("Control " + each.number(), control(each)));
        facts.put(
                "Planned completion",
                item.plannedCompletion().map(Object::toString).orElse("none"));
        facts.put("Plan", plan(item));
        acceptance.until().ifPresent(day -> facts.put("Until", day.toString()));
        return new SeenFacts(facts);
    }

    /** The worse of what the item was opened with and what its scanner says by now. */
    private String severity(PoamItem item) {
        return item.weaknessId()
                .flatMap(this::severityOf)
                .filter(now -> now.isWorseThan(item.severity()))
                .orElse(item.severity())
                .label();
    }

    private Optional<Severity> severityOf(long weakness) {
        return jdbc.sql("select severity from weakness where id = ?")
                .param(weakness)
                .query((row, number) -> Severity.valueOf(row.getString("severity")))
                .optional();
    }

    /** A first catalogue that does not list it is no change: before it nobody knew either. */
    private String knownExploited(PoamItem item) {
        return exploitation.listing(item) == KevListing.LISTED ? LISTED : "not known to be";
    }

    private static String likelihoodAndImpact(RiskAcceptance acceptance) {
        return acceptance.wanted().likelihood().label() + " / "
                + acceptance.wanted().impact().label();
    }

    /** Those of siblings too: a further asset joins no accepted item, but opens one that names it. */
    private List<AssetLine> assets(PoamItem item) {
        return jdbc.sql("""
                        select distinct a.id, a.name, a.publicly_exposed from item_asset ia
                        join asset a on a.id = ia.asset_id join poam_item i on i.id = ia.item_id
                        where (i.id = :item or i.sibling_of = :item) and a.state = 'ACTIVE' order by a.name, a.id""")
                .param("item", item.id().text())
                .query((row, number) ->
                        new AssetLine(row.getLong("id"), row.getString("name"), row.getBoolean("publicly_exposed")))
                .list();
    }

    private static String count(List<AssetLine> assets) {
        if (assets.isEmpty()) {
            return "none";
        }
        String names = assets.stream().limit(SHOWN_ASSETS).map(AssetLine::name).collect(Collectors.joining(", "));
        String ids = assets.stream().map(each -> Long.toString(each.id())).collect(Collectors.joining(","));
        return assets.size() <= SHOWN_ASSETS
                ? assets.size() + ": " + names
                : "%d: %s and %d more (list %s)"
                        .formatted(assets.size(), names, assets.size() - SHOWN_ASSETS, Sha256.of(ids));
    }

    private static String exposure(List<AssetLine> assets) {
        long exposed = assets.stream().filter(AssetLine::exposed).count();
        return exposed == 0 ? "none" : exposed + " of " + assets.size();
    }

    private static String control(Control control) {
        return Shortened.to(
                        500, control.wanted().what() + " (" + control.wanted().checkWords() + ")")
                + control.lapsedOn().map(day -> ": lapsed on " + day).orElse("");
    }

    /** Milestones with their dates; that one is done is progress and no change of the plan. */
    private static String plan(PoamItem item) {
        return item.milestones().isEmpty()
                ? "none"
                : item.milestones().stream().map(MaterialFacts::milestone).collect(Collectors.joining("\n"));
    }

    private static String milestone(Milestone milestone) {
        return milestone.number() + ". " + milestone.due() + " " + milestone.description();
    }
}
