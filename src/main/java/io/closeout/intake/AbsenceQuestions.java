package io.closeout.intake;

import io.closeout.register.Findings;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has a person asked about items whose open findings a file no longer reports, where the table {@code coverageVerdict} wants that. The
 * findings stay open until somebody says what became of them. One transaction per item.
 */
@Component
class AbsenceQuestions {

    private final JdbcClient jdbc;
    private final ScopeLease lease;
    private final Register register;
    private final Findings findings;
    private final TransactionTemplate transaction;

    AbsenceQuestions(
            JdbcClient jdbc, ScopeLease lease, Register register, Findings findings, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.lease = lease;
        this.register = register;
        this.findings = findings;
        this.transaction = transaction;
    }

    void ask(Scan scan, Runnable alive) {
        items(scan.id()).forEach(item -> {
            transaction.executeWithoutResult(status -> ask(scan, new PoamId(item)));
            alive.run();
        });
    }

    private List<String> items(long scanId) {
        return jdbc.sql(
                        "select distinct item_id from staged_absence where scan_id = ? and ask = true and committed = false"
                                + " order by item_id")
                .param(scanId)
                .query(String.class)
                .list();
    }

    private void ask(Scan scan, PoamId item) {
        lease.keep(scan);
        jdbc.sql(
                        "insert into import_change (scan_id, finding_id, kind, item_id) select a.scan_id, a.finding_id, 'ASKED', a.item_id"
                                + " from staged_absence a where a.scan_id = ? and a.item_id = ? and a.ask = true and a.committed = false")
                .params(scan.id(), item.text())
                .update();
        jdbc.sql("update staged_absence set committed = true where scan_id = ? and item_id = ? and ask = true")
                .params(scan.id(), item.text())
                .update();
        if (askedAbout(item) == findings.openIn(item) && !register.get(item).hasEnded()) {
            register.perhapsGone(
                    item,
                    "Scan " + scan.fileName() + " does not report it any more, which proves nothing",
                    ScanCommit.IMPORT);
        }
    }

    /** Open findings about which somebody is asked now, or was since they were last seen. */
    private int askedAbout(PoamId item) {
        return jdbc.sql(
                        "select count(*) from finding f where f.item_id = ? and f.state = 'OPEN' and exists (select 1"
                                + " from import_change c where c.finding_id = f.id and c.kind = 'ASKED' and c.scan_id > f.last_scan_id)")
                .param(item.text())
                .query(Integer.class)
                .single();
    }
}
