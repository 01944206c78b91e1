package io.closeout.intake;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.evidence.StoredFile;
import io.closeout.evidence.StoredFiles;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.Scopes;
import io.closeout.shared.Refused;
import io.closeout.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes scan files and answers at once; what is in them is found out by the import process. */
@Service
public class ScanIntake {

    private final StoredFiles files;
    private final Scopes scopes;
    private final Scans scans;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final IntakeSettings settings;

    ScanIntake(
            StoredFiles files,
            Scopes scopes,
            Scans scans,
            JdbcClient jdbc,
            Ledger ledger,
            PolicyCalendar calendar,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            IntakeSettings settings) {
        this.files = files;
        this.scopes = scopes;
        this.scans = scans;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.calendar = calendar;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
    }

    /**
     * A file as it was handed in.
     *
     * @param scope id or name; may be left out where there is one scope
     * @param scanDate where the file itself does not say
     * @param target what was scanned, where the file itself does not say
     * @param preview nothing is to change until somebody decides
     */
    public record Upload(
            String fileName,
            @Nullable String scope,
            @Nullable LocalDate scanDate,
            @Nullable String target,
            boolean preview) {

        /** For the one scope, with nothing said beside the file. */
        public static Upload of(String fileName) {
            return new Upload(fileName, null, null, null, false);
        }
    }

    /**
     * Stores the file and starts its import.
     *
     * @return the id of the scan; content that cannot be read shows later as its state
     * @throws Refused if the person may not import, the scope is unknown or the file is larger than the limit
     */
    public long receive(Upload upload, InputStream content, Actor by) throws IOException {
        mayImport(by);
        Scopes.Scope scope = scopes.resolve(upload.scope());
        if (upload.scanDate() != null && upload.scanDate().isAfter(calendar.today())) {
            throw Refused.because("The scan date " + upload.scanDate() + " lies in the future.");
        }
        if (upload.target() != null && upload.target().strip().length() > Scans.LONGEST_NAME) {
            throw Refused.because("The name of what was scanned is longer than " + Scans.LONGEST_NAME + " characters.");
        }
        PushbackInputStream bytes = new PushbackInputStream(content);
        int first = bytes.read();
        if (first < 0) {
            return refuseEmpty(upload, scope, by);
        }
        bytes.unread(first);
        // Outside the transaction: a large file is stored in many small ones.
        StoredFile stored = files.store(bytes, settings.maxSize().toBytes());
        return inTransaction(() -> {
            long id = insert(upload, scope, stored.digest(), stored.size(), by);
            events.publishEvent(new ScanReceived(id));
            return id;
        });
    }

    /**
     * Imports a file that was refused because nobody had said what its columns mean, as it was handed in then.
     *
     * @return the id of the new import
     * @throws Refused if it does not wait for that, or no longer
     */
    public long again(long scanId, Actor by) {
        mayImport(by);
        return inTransaction(() -> {
            Scan scan = scans.get(scanId);
            if (jdbc.sql("update scan set asks_columns = false where id = ? and asks_columns = true")
                            .param(scanId)
                            .update()
                    == 0) {
                throw Refused.because("This file does not wait for a description of its columns.");
            }
            String target = jdbc.sql("select target from scan where id = ?")
                    .param(scanId)
                    .query((row, number) -> Optional.ofNullable(row.getString(1)))
                    .single()
                    .orElse(null);
            Upload upload = new Upload(scan.fileName(), scan.scopeId(), scan.scanDate(), target, scan.preview());
            long id = insert(upload, scopes.resolve(scan.scopeId()), scan.fileDigest(), scan.fileSize(), by);
            events.publishEvent(new ScanReceived(id));
            return id;
        });
    }

    private static void mayImport(Actor by) {
        if (!by.isSystem()) {
            by.mustBeIn("import scans", Group.ISSM, Group.REMEDIATOR, Group.CAMUNDA_ADMIN);
        }
    }

    private long refuseEmpty(Upload upload, Scopes.Scope scope, Actor by) {
        return inTransaction(() -> {
            long id = insert(upload, scope, Sha256.of(""), 0, by);
            scans.refuse(
                    id,
                    List.of(new Problem(
                            upload.fileName(), "The file is empty. Export the scan again and upload that file.")));
            return id;
        });
    }

    private long insert(Upload upload, Scopes.Scope scope, String digest, long size, Actor by) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into scan (scope_id, file_name, file_digest, file_size, received_at, received_by, state, scan_date,"
                                + " target, preview) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        scope.id(),
                        Scans.shortened(upload.fileName()),
                        digest,
                        size,
                        Timestamp.from(calendar.now()),
                        by.id(),
                        ScanState.RECEIVED.name(),
                        upload.scanDate() == null ? null : Date.valueOf(upload.scanDate()),
                        upload.target() == null || upload.target().isBlank()
                                ? null
                                : upload.target().strip(),
                        upload.preview())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        ledger.append(LedgerEntry.of("scanReceived", "scan:" + id, by)
                .with("file", upload.fileName())
                .with("sha256", digest)
                .with("bytes", size)
                .with("scope", scope.id()));
        return id;
    }

    private long inTransaction(LongSupplier work) {
        return Objects.requireNonNull(transaction.execute(status -> work.getAsLong()));
    }
}
