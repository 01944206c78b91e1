package io.closeout.intake.web.byhand;

import io.closeout.access.Actor;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.evidence.WrittenEvidence;
import io.closeout.intake.byhand.FindingsByHand;
import io.closeout.intake.byhand.ReportedFinding;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/** Takes in findings with what proves them; the same for the page and the API. */
@Component
class FindingDesk {

    private final FindingsByHand findings;
    private final EvidenceLocker locker;
    private final TransactionTemplate transaction;

    FindingDesk(FindingsByHand findings, EvidenceLocker locker, TransactionTemplate transaction) {
        this.findings = findings;
        this.locker = locker;
        this.transaction = transaction;
    }

    /** All or nothing: links need no storing. */
    PoamItem report(ReportedFinding found, List<WrittenEvidence> links, Actor by) {
        return transaction.execute(status -> {
            PoamItem item = findings.report(found, by);
            links.forEach(each -> locker.add(each.about(item.id().subject(), InputStream.nullInputStream()), by));
            return item;
        });
    }

    /**
     * A file is stored once the item is there, outside of its transaction.
     *
     * @throws Refused if it is not taken; the item stays
     */
    void attach(PoamId item, WrittenEvidence written, @Nullable MultipartFile file, Actor by) {
        try (InputStream content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            locker.add(written.about(item.subject(), content), by);
        } catch (IOException e) {
            throw new UncheckedIOException("The upload could not be read", e);
        }
    }
}
