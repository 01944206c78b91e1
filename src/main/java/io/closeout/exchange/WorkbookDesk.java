package io.closeout.exchange;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.evidence.StoredFile;
import io.closeout.evidence.StoredFiles;
import io.closeout.exchange.reader.ReadWorkbook;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.PoamId;
import io.closeout.register.Scopes;
import io.closeout.shared.NotFound;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes POA&amp;M workbooks in, shows what would become of them, and carries out what somebody decides. */
@Service
public class WorkbookDesk {

    /** Far above the workbooks of people; a scan may be larger. */
    public static final long LARGEST = 32L * 1024 * 1024;

    private final HandedInRows rows;
    private final TakenRows taken;
    private final ReadWorkbooks workbooks;
    private final WorkbookComparison comparison;
    private final WorkbookCommit commit;
    private final StoredFiles files;
    private final Scopes scopes;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final TransactionTemplate transaction;

    WorkbookDesk(
            HandedInRows rows,
            TakenRows taken,
            ReadWorkbooks workbooks,
            WorkbookComparison comparison,
            WorkbookCommit commit,
            StoredFiles files,
            Scopes scopes,
            Ledger ledger,
            PolicyCalendar calendar,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.taken = taken;
        this.workbooks = workbooks;
        this.comparison = comparison;
        this.commit = commit;
        this.files = files;
        this.scopes = scopes;
        this.ledger = ledger;
        this.calendar = calendar;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Stores and reads a workbook. The register stays as it is.
     *
     * @param scope id or name; may be missing where there is one scope
     * @return by which it is known
     * @throws Refused if the person may not import, or the file is none that can be read
     */
    public long receive(String fileName, @Nullable String scope, InputStream content, Actor by) {
        by.mustBeIn("import POA&M workbooks", Group.ISSM, Group.REMEDIATOR, Group.CAMUNDA_ADMIN);
        String scopeId = scopes.resolve(scope).id();
        StoredFile file = files.store(content, LARGEST);
        ReadWorkbook read = workbooks.get(fileName, file.digest());
        return Objects.requireNonNull(transaction.execute(status -> {
            long id = rows.insert(scopeId, fileName, file, read.layout(), by.id(), calendar.now());
            ledger.append(LedgerEntry.of("workbookReceived", get(id).subject(), by)
                    .with("file", fileName)
                    .with("digest", file.digest())
                    .with("scope", scopeId)
                    .with("layout", read.layout().id())
                    .with("rows", read.items().size()));
            return id;
        }));
    }

    @Transactional(readOnly = true)
    public HandedIn get(long id) {
        return rows.find(id).orElseThrow(() -> NotFound.of("POA&M workbook", id));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<HandedIn> list(PageRequest page) {
        return rows.list(page);
    }

    /** From which row the item came; nothing for one that came another way. */
    @Transactional(readOnly = true)
    public Optional<TakenRow> origin(PoamId item) {
        return taken.of(item);
    }

    /** What would become of each row if the person decided now. */
    @Transactional(readOnly = true)
    public Comparison compare(long id, Actor by) {
        HandedIn handedIn = get(id);
        return comparison.compare(handedIn, read(handedIn), by);
    }

    /**
     * Commits or discards. A commit happens as a whole or not at all.
     *
     * @throws Refused if it was decided before, the register went on since the person looked, or the person may not do something of it
     */
    @Transactional
    public void decide(long id, Decision decision, Actor by) {
        HandedIn handedIn = get(id);
        rows.hold(handedIn.scopeId());
        mayDecide(handedIn, by);
        WorkbookState state = decision.commit() ? WorkbookState.DONE : WorkbookState.DISCARDED;
        if (!rows.decide(id, state, by.id(), calendar.now(), decision.reason())) {
            throw Refused.because("Somebody decided on this workbook before. Nothing was changed by you.");
        }
        HandedIn.Counts counts = HandedIn.Counts.NONE;
        if (decision.commit()) {
            ReadWorkbook read = read(handedIn);
            Comparison now = comparison.compare(handedIn, read, by);
            mustBeWhatWasSeen(decision, now);
            counts = commit.commit(handedIn, read, now, decision, by);
            rows.count(id, counts);
        }
        ledger.append(
                LedgerEntry.of(decision.commit() ? "workbookImported" : "workbookDiscarded", handedIn.subject(), by)
                        .with("opened", counts.opened())
                        .with("keptAsHistory", counts.keptAsHistory())
                        .with("changed", counts.changed())
                        .with("requests", counts.requests())
                        .because(decision.reason()));
    }

    private static void mayDecide(HandedIn handedIn, Actor by) {
        if (!by.id().equals(handedIn.receivedBy())) {
            by.mustBeIn("decide on a workbook that somebody else handed in", Group.ISSM);
        }
        by.mustBeIn("decide on POA&M workbooks", Group.ISSM, Group.REMEDIATOR);
    }

    private static void mustBeWhatWasSeen(Decision decision, Comparison now) {
        if (decision.seen() != null && !decision.seen().equals(now.digest())) {
            throw Refused.because(
                    "The register has changed since you looked. Nothing was imported; look at the comparison again and decide anew.");
        }
    }

    private ReadWorkbook read(HandedIn handedIn) {
        return workbooks.get(handedIn.fileName(), handedIn.fileDigest());
    }
}
