package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.policy.Criticality;
import io.closeout.policy.Triage;
import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Items that hold findings of several weaknesses: as severe as the worst of them, naming the CVEs of all, and due as the first of them
 * is. All methods run in the caller's transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ItemGroups {

    private final PoamItems items;
    private final ItemChanges changes;
    private final ItemClassifier classifier;
    private final Register register;
    private final JdbcClient jdbc;

    ItemGroups(PoamItems items, ItemChanges changes, ItemClassifier classifier, Register register, JdbcClient jdbc) {
        this.items = items;
        this.changes = changes;
        this.classifier = classifier;
        this.register = register;
        this.jdbc = jdbc;
    }

    /** Follows findings that joined items: notes their weaknesses, and has the items become as grave as what they hold. */
    public void gather(Set<PoamId> grown, Actor by) {
        if (grown.isEmpty()) {
            return;
        }
        List<String> ids = grown.stream().map(PoamId::text).sorted().toList();
        items.flush();
        noteWeaknesses(ids);
        worst(ids).forEach(each -> worsen(each, by));
        ids.forEach(id -> register.reassessDeadline(new PoamId(id), "Findings of another weakness joined it", by));
    }

    private void noteWeaknesses(Collection<String> ids) {
        jdbc.sql("""
                        insert into item_weakness (item_id, weakness_id)
                        select distinct f.item_id, f.weakness_id from finding f join poam_item i on i.id = f.item_id
                        where f.item_id in (:items) and f.weakness_id is distinct from i.weakness_id
                          and not exists (select 1 from item_weakness m
                            where m.item_id = f.item_id and m.weakness_id = f.weakness_id)
                        """).param("items", ids).update();
    }

    private record Worst(
            String id, Severity severity, @Nullable BigDecimal cvss) {}

    /** The findings' own severities count: a scanner may rate one place as worse. */
    private List<Worst> worst(Collection<String> ids) {
        return jdbc.sql("""
                        select f.item_id as id, min(case f.severity when 'CRITICAL' then 0 when 'HIGH' then 1 when 'MEDIUM' then 2
                          else 3 end) as severity, max(w.cvss) as cvss
                        from finding f join weakness w on w.id = f.weakness_id
                        where f.item_id in (:items) and f.state = 'OPEN' group by f.item_id order by f.item_id
                        """)
                .param("items", ids)
                .query((row, number) -> new Worst(
                        row.getString("id"), Severity.values()[row.getInt("severity")], row.getBigDecimal("cvss")))
                .list();
    }

    private void worsen(Worst worst, Actor by) {
        PoamItem item = changes.get(new PoamId(worst.id()));
        if (!item.status().isOpen() || !worst.severity().isWorseThan(item.severity())) {
            return;
        }
        Triage proposed = classifier.propose(item, worst.severity(), worst.cvss(), impact(item));
        changes.change(
                item.id(),
                "severityRaised",
                by,
                "Findings of another weakness joined it",
                each -> each.becomeWorse(worst.severity(), worst.cvss(), proposed.priority(), proposed.source()));
    }

    private AssetImpact impact(PoamItem item) {
        return jdbc.sql("""
                        select coalesce(max(case a.criticality when 'HIGH' then 2 when 'MEDIUM' then 1 else 0 end), 1) as criticality,
                          coalesce(max(case when a.publicly_exposed then 1 else 0 end), 0) as exposed
                        from item_asset ia join asset a on a.id = ia.asset_id where ia.item_id = ?
                        """)
                .param(item.id().text())
                .query((row, number) -> new AssetImpact(
                        Criticality.values()[row.getInt("criticality")], row.getInt("exposed") == 1, null))
                .single();
    }
}
