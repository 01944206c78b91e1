package io.closeout.register;

import io.closeout.evidence.EvidenceKind;
import java.util.Optional;

/**
 * A kind of evidence that an item must have before it counts as done, whoever or whatever says so. A module above the register that
 * knows of one is a bean of this type.
 */
public interface EvidenceNeed {

    Optional<Need> of(DeadlineFacts item);

    /** @param why as people are told, a whole sentence */
    record Need(EvidenceKind kind, String why) {}
}
