package io.closeout.reporting.excel;

import io.closeout.access.Actor;
import io.closeout.access.Organization;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.Scopes;
import io.closeout.reporting.PoamRows;
import io.closeout.shared.Refused;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the POA&amp;M workbook, for everybody who is signed in, and records that it was made. */
@Service
public class PoamWorkbooks {

    /** The one layout so far. */
    public static final String CLOSEOUT_LAYOUT = "closeout";

    private static final String SUBJECT = "export:poam";
    private static final String ALL_SCOPES = "All scopes";
    private static final Logger log = LoggerFactory.getLogger(PoamWorkbooks.class);

    private final PoamRows rows;
    private final Scopes scopes;
    private final Organization organization;
    private final PolicyCalendar calendar;
    private final Ledger ledger;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate recording;

    PoamWorkbooks(
            PoamRows rows,
            Scopes scopes,
            Organization organization,
            PolicyCalendar calendar,
            Ledger ledger,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.scopes = scopes;
        this.organization = organization;
        this.calendar = calendar;
        this.ledger = ledger;
        this.recording = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        // both sheets and the ledger position speak of one moment
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /**
     * Reads the whole register into temporary files, which the caller writes out and closes. Recorded before the first
     * byte leaves, so that no workbook is around of which the ledger does not know.
     *
     * @param scope id or name of a scope; {@code null} or blank for all
     * @throws Refused if there is no such layout or scope
     */
    public PoamWorkbook make(String layout, @Nullable String scope, Actor by) {
        if (!layout.equals(CLOSEOUT_LAYOUT)) {
            throw Refused.because("The workbook has no layout \"" + layout + "\". Use layout=" + CLOSEOUT_LAYOUT
                    + ", or leave the layout out.");
        }
        Scopes.Scope only = scope == null || scope.isBlank() ? null : scopes.resolve(scope);
        PoamWorkbook workbook = Objects.requireNonNull(snapshot.execute(transaction -> draw(only)));
        record(layout, only, workbook.rows(), by);
        log.info("Workbook of {} items made", workbook.rows());
        return workbook;
    }

    private PoamWorkbook draw(Scopes.@Nullable Scope only) {
        WorkbookDraft draft = new WorkbookDraft(occasion(only));
        String scope = only == null ? null : only.id();
        try {
            rows.each(scope, draft::add);
            return draft.finish();
        } catch (RuntimeException e) {
            draft.abandon();
            throw e;
        }
    }

    private Occasion occasion(Scopes.@Nullable Scope only) {
        return new Occasion(
                organization.name(),
                only == null ? ALL_SCOPES : only.name(),
                calendar.now(),
                organization.zone(),
                ledger.recent(1).stream().findFirst().orElse(null));
    }

    private void record(String layout, Scopes.@Nullable Scope only, int count, Actor by) {
        LedgerEntry entry = LedgerEntry.of("workbookExported", SUBJECT, by)
                .with("layout", layout)
                .with("scope", only == null ? ALL_SCOPES : only.id())
                .with("rows", count);
        recording.executeWithoutResult(transaction -> ledger.append(entry));
    }
}
