package io.closeout.register.web;

import io.closeout.access.Actor;
import io.closeout.evidence.Evidence;
import io.closeout.evidence.EvidenceDownload;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.evidence.NewEvidence;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.shared.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes in evidence for items and hands it out; the same for the page and the API. */
@Component
class EvidenceDesk {

    private final EvidenceLocker locker;
    private final Register register;

    EvidenceDesk(EvidenceLocker locker, Register register) {
        this.locker = locker;
        this.register = register;
    }

    Evidence add(PoamId item, EvidenceForm form, Actor by) {
        register.get(item);
        try (InputStream content = form.open()) {
            NewEvidence evidence = form.evidence(item, content);
            return form.replaces() == null ? locker.add(evidence, by) : locker.supersede(form.replaces(), evidence, by);
        } catch (IOException e) {
            throw new UncheckedIOException("The upload could not be read", e);
        }
    }

    /** @throws NotFound also if the evidence belongs to something else */
    Evidence get(PoamId item, long id) {
        Evidence evidence = locker.get(id);
        if (!evidence.subject().equals(item.subject())) {
            throw NotFound.of("evidence", id);
        }
        return evidence;
    }

    ResponseEntity<InputStreamResource> content(PoamId item, long id) {
        return EvidenceDownload.of(get(item, id), locker);
    }
}
