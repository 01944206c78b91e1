package io.closeout.intake;

import io.closeout.evidence.StoredFile;
import io.closeout.evidence.StoredFiles;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.shared.TooLarge;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes an import of each report in an archive. The import that was handed in becomes that of the first, so that who waits for it gets an
 * answer; the others begin in the same transaction, and a step that is called again finds no archive any more.
 */
@Component
class ArchiveUnpacking {

    private static final int MOST = 100;

    private final StoredFiles files;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final IntakeSettings settings;

    ArchiveUnpacking(
            StoredFiles files,
            JdbcClient jdbc,
            Ledger ledger,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            IntakeSettings settings) {
        this.files = files;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
    }

    private record Report(String name, StoredFile file) {}

    /**
     * @param reports more than one
     * @return what to tell whoever looks at the first
     * @throws ScanUnreadable if there are too many, or one is too large; nothing changes then
     */
    String unpack(Scan archive, List<ScanInput> reports) throws IOException {
        if (reports.size() > MOST) {
            throw ScanUnreadable.because("The archive holds " + reports.size() + " reports, more than " + MOST
                    + ". Pack them into several archives.");
        }
        List<Report> stored = new ArrayList<>();
        for (ScanInput report : reports) {
            stored.add(new Report(Scans.shortened(report.name()), store(report)));
        }
        return Objects.requireNonNull(transaction.execute(status -> divide(archive, stored)));
    }

    private StoredFile store(ScanInput report) throws IOException {
        try (InputStream content = report.open()) {
            return files.store(content, settings.maxSize().toBytes());
        } catch (TooLarge tooLarge) {
            throw ScanUnreadable.at(report.name(), String.valueOf(tooLarge.getMessage()));
        }
    }

    private String divide(Scan archive, List<Report> reports) {
        becomeFirst(archive, reports);
        String others = reports.stream()
                .skip(1)
                .map(report -> report.name() + " (scan " + begin(archive, report) + ")")
                .collect(Collectors.joining("; "));
        return "The archive holds " + reports.size() + " reports, and each is an import of its own. This one is of "
                + reports.get(0).name() + "; the others are " + others + ".";
    }

    private void becomeFirst(Scan archive, List<Report> reports) {
        Report first = reports.get(0);
        jdbc.sql("update scan set file_name = ?, file_digest = ?, file_size = ? where id = ?")
                .params(first.name(), first.file().digest(), first.file().size(), archive.id())
                .update();
        ledger.append(entry("scanUnpacked", archive.id(), archive, first).with("reports", reports.size()));
    }

    private long begin(Scan archive, Report report) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into scan (scope_id, file_name, file_digest, file_size, received_at, received_by, state, scan_date,"
                                + " target, preview) select scope_id, ?, ?, ?, received_at, received_by, ?, scan_date, target, preview"
                                + " from scan where id = ?")
                .params(
                        report.name(),
                        report.file().digest(),
                        report.file().size(),
                        ScanState.RECEIVED.name(),
                        archive.id())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        ledger.append(entry("scanReceived", id, archive, report).with("scope", archive.scopeId()));
        events.publishEvent(new ScanReceived(id));
        return id;
    }

    private static LedgerEntry entry(String kind, long scan, Scan archive, Report report) {
        return LedgerEntry.of(kind, "scan:" + scan, ScanCommit.IMPORT)
                .with("file", report.name())
                .with("sha256", report.file().digest())
                .with("bytes", report.file().size())
                .with("archive", archive.fileName())
                .with("archiveSha256", archive.fileDigest());
    }
}
