package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.KeptRows.Table;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the register again what it was before an import, from {@link KeptRows}. Numbers of items stay used: somebody may have written one
 * down. Evidence that the import added stays, withdrawn, and the ledger keeps both stories.
 */
@Component
public class RegisterUndo {

    private static final String OF_KEPT_ITEMS =
            "t.item_id in (select i.id from undo_poam_item i where i.scan_id = :scan)";

    private final KeptRows rows;
    private final PoamItems items;
    private final EntityManager entities;
    private final EvidenceLocker evidence;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    RegisterUndo(
            KeptRows rows,
            PoamItems items,
            EntityManager entities,
            EvidenceLocker evidence,
            Ledger ledger,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.items = items;
        this.entities = entities;
        this.evidence = evidence;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * What is undone.
     *
     * @param since when its commit began
     * @param fileDigest of its file, which it added as evidence
     * @param weaknesses whether what scanners say of weaknesses goes back too; not where another import has heard them since
     * @param label names it in the ledger
     */
    public record Import(long scanId, Instant since, String fileDigest, boolean weaknesses, String label) {}

    private record Touched(
            String id,
            boolean added,
            String status,
            @Nullable String before,
            @Nullable String processInstanceId) {}

    /** Whatever refers to findings and items on the importer's side must be gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undo(Import undone, String why, Actor by) {
        items.flush();
        long scan = undone.scanId();
        List<Touched> touched = touched(scan);
        undoFindings(scan);
        undoItems(scan);
        undoKnowledge(scan, undone.weaknesses());
        entities.clear();
        List<Touched> restored = touched.stream().filter(each -> !each.added()).toList();
        String reason = undone.label() + " was undone: " + why;
        restored.forEach(each -> evidence.withdraw(new PoamId(each.id()).subject(), undone.fileDigest(), reason, by));
        ledger.appendAll(touched.stream().map(each -> entry(each, reason, by)).toList());
        events.publishEvent(new ItemsTakenBack(
                touched.stream()
                        .filter(Touched::added)
                        .map(Touched::processInstanceId)
                        .filter(Objects::nonNull)
                        .toList(),
                reason));
        events.publishEvent(new ItemsRestored(
                restored.stream().map(each -> new PoamId(each.id())).toList(), undone.since()));
    }

    private static LedgerEntry entry(Touched item, String reason, Actor by) {
        return LedgerEntry.of(item.added() ? "itemTakenBack" : "importUndone", new PoamId(item.id()).subject(), by)
                .changed("status", item.status(), item.before())
                .because(reason);
    }

    private List<Touched> touched(long scan) {
        return jdbc.sql(
                        "select i.id, u.added, i.status, case when u.added = false then u.status end as before, i.process_instance_id"
                                + " from undo_poam_item u join poam_item i on i.id = u.id where u.scan_id = ? order by i.id")
                .param(scan)
                .query(Touched.class)
                .list();
    }

    private void undoFindings(long scan) {
        jdbc.sql("delete from join_proposal where scan_id = ? and state = 'PROPOSED'")
                .param(scan)
                .update();
        rows.remove(scan, Table.FINDING, "t.first_scan_id = :scan");
        rows.restore(scan, Table.FINDING);
        jdbc.sql("delete from item_weakness where not exists (select 1 from finding f"
                        + " where f.item_id = item_weakness.item_id and f.weakness_id = item_weakness.weakness_id)")
                .update();
    }

    private void undoItems(long scan) {
        Stream.of(Table.ITEM_ASSET, Table.MILESTONE_CHANGE, Table.MILESTONE).forEach(table -> {
            rows.removeUnkept(scan, table, OF_KEPT_ITEMS);
            rows.restore(scan, table);
        });
        rows.removeAdded(scan, Table.POAM_ITEM);
        rows.restore(scan, Table.POAM_ITEM);
    }

    private void undoKnowledge(long scan, boolean weaknesses) {
        rows.removeAdded(scan, Table.SUPPRESSION);
        rows.restore(scan, Table.SUPPRESSION);
        if (weaknesses) {
            rows.restore(scan, Table.WEAKNESS);
            rows.remove(scan, Table.WEAKNESS, """
                    t.id in (select u.id from undo_weakness u where u.scan_id = :scan and u.added = true)
                    and not exists (select 1 from finding f where f.weakness_id = t.id)
                    and not exists (select 1 from poam_item i where i.weakness_id = t.id)
                    and not exists (select 1 from suppression p where p.weakness_id = t.id)""");
        }
        rows.removeAdded(scan, Table.ASSET_IDENTIFIER);
        rows.restore(scan, Table.ASSET_IDENTIFIER);
        rows.removeAdded(scan, Table.ASSET);
        rows.restore(scan, Table.ASSET);
    }
}
