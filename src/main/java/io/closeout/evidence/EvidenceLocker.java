package io.closeout.evidence;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.evidence.Evidence.EvidenceFile;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/** Where evidence is put, once and for all. What turns out wrong is superseded, and stays to be seen. */
public class EvidenceLocker {

    private final EvidenceRows rows;
    private final EvidenceFiles files;
    private final Ledger ledger;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Supplier<ZoneId> zone;

    EvidenceLocker(
            EvidenceRows rows,
            EvidenceFiles files,
            Ledger ledger,
            TransactionOperations transactions,
            Clock clock,
            Supplier<ZoneId> zone) {
        this.rows = rows;
        this.files = files;
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Stores the content, then adds the evidence and its ledger event in one transaction, the caller's if there is one.
     * An upload is best added outside of one, see {@link StoredFiles#store}.
     *
     * @throws Refused if the actor may not, the date lies in the future, or the file is empty, too large or of a kind
     *     that is not taken
     * @throws NotFound if nothing is stored under the digest given
     */
    public Evidence add(NewEvidence evidence, Actor by) {
        mustBeAllowed(by);
        return keep(evidence, null, by);
    }

    /**
     * Adds evidence in the place of other evidence of the same subject, which stays but no longer counts.
     *
     * @throws Refused as {@link #add}; if it belongs to another subject or was superseded before
     */
    public Evidence supersede(long id, NewEvidence replacement, Actor by) {
        mustBeAllowed(by);
        Evidence old = get(id);
        if (!old.subject().equals(replacement.subject())) {
            throw Refused.because("Evidence can only be replaced by evidence for the same item.");
        }
        if (!old.isCurrent()) {
            throw replacedBefore(old);
        }
        try {
            return keep(replacement, id, by);
        } catch (DuplicateKeyException otherWasFirst) {
            throw replacedBefore(old);
        }
    }

    /**
     * What a machine added turned out to prove nothing. It stays to be seen, with the reason, and no longer counts.
     *
     * @param digest of the file
     */
    public void withdraw(String subject, String digest, String why, Actor by) {
        rows.of(subject).stream()
                .filter(each -> each.isCurrent()
                        && each.uploadedBy().equals(Actor.system("").id())
                        && each.file() != null
                        && each.file().digest().equals(digest))
                .forEach(each -> transactions.executeWithoutResult(tx -> {
                    rows.withdraw(each.id(), why);
                    ledger.append(LedgerEntry.of("evidenceWithdrawn", subject, by)
                            .changed("evidence", each.id(), null)
                            .with("name", each.name())
                            .with("digest", digest)
                            .because(why));
                }));
    }

    /** All evidence of the subject, superseded as well, in the order of adding. */
    public List<Evidence> of(String subject) {
        return rows.of(subject);
    }

    public Evidence get(long id) {
        return rows.find(id).orElseThrow(() -> NotFound.of("evidence", id));
    }

    /**
     * The file's content, see {@link StoredFiles#open}.
     *
     * @throws NotFound also if the evidence is a link
     */
    public InputStream content(long id) {
        EvidenceFile file = get(id).file();
        if (file == null) {
            throw NotFound.of("file of evidence", id);
        }
        return files.open(file);
    }

    /** How many pieces of evidence count for the subject: superseded ones do not. */
    public int countFor(String subject) {
        return countFor(List.of(subject)).getOrDefault(subject, 0);
    }

    /** As {@link #countFor(String)} for the subjects of a page, in one query; has every subject, with 0 for none. */
    public Map<String, Integer> countFor(Collection<String> subjects) {
        Map<String, Integer> counts = new HashMap<>();
        subjects.forEach(subject -> counts.put(subject, 0));
        if (!subjects.isEmpty()) {
            counts.putAll(rows.countCurrent(counts.keySet()));
        }
        return counts;
    }

    private Evidence keep(NewEvidence wanted, @Nullable Long supersedes, Actor by) {
        mustNotLieInTheFuture(wanted.speaksOf());
        EvidenceFile file = files.keep(wanted.content());
        Evidence evidence = new Evidence(
                0,
                wanted.subject(),
                wanted.kind(),
                file,
                wanted.content() instanceof Link link ? link.address() : null,
                wanted.speaksOf(),
                wanted.note(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                by.id(),
                supersedes,
                null,
                null);
        return transactions.execute(tx -> {
            Evidence kept = rows.insert(evidence);
            ledger.append(eventOf(kept, by));
            return kept;
        });
    }

    private static LedgerEntry eventOf(Evidence evidence, Actor by) {
        EvidenceFile file = evidence.file();
        String kind = evidence.supersedes() == null ? "evidenceAdded" : "evidenceSuperseded";
        return LedgerEntry.of(kind, evidence.subject(), by)
                .changed("evidence", evidence.supersedes(), evidence.id())
                .with("kind", evidence.kind())
                .with("name", evidence.name())
                .with("digest", file == null ? null : file.digest())
                .with("speaksOf", evidence.speaksOf())
                .with("note", evidence.note());
    }

    private void mustNotLieInTheFuture(LocalDate speaksOf) {
        LocalDate today = LocalDate.now(clock.withZone(zone.get()));
        if (speaksOf.isAfter(today)) {
            throw Refused.because("Evidence cannot speak of " + speaksOf + ", which lies in the future. Today is "
                    + today + "; give the day whose state the evidence shows.");
        }
    }

    private static void mustBeAllowed(Actor by) {
        if (!by.isSystem()) {
            by.mustBeIn("add evidence", Group.REMEDIATOR, Group.ISSM, Group.LEADERSHIP);
        }
    }

    private static Refused replacedBefore(Evidence old) {
        return Refused.because("The evidence " + old.name() + " has been replaced already. Replace the newer one.");
    }
}
