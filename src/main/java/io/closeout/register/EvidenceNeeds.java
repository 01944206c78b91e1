package io.closeout.register;

import io.closeout.evidence.Evidence;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.register.EvidenceNeed.Need;
import io.closeout.shared.Refused;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether an item has the kinds of evidence that something asks of it. */
@Component
class EvidenceNeeds {

    private final List<EvidenceNeed> needs;
    private final Deadlines deadlines;
    private final EvidenceLocker evidence;

    EvidenceNeeds(List<EvidenceNeed> needs, Deadlines deadlines, EvidenceLocker evidence) {
        this.needs = needs;
        this.deadlines = deadlines;
        this.evidence = evidence;
    }

    /** The first that is not met. */
    Optional<Need> missing(PoamItem item) {
        if (needs.isEmpty()) {
            return Optional.empty();
        }
        DeadlineFacts facts = deadlines.facts(item);
        return needs.stream()
                .map(each -> each.of(facts))
                .flatMap(Optional::stream)
                .filter(need -> !isMet(need, item))
                .findFirst();
    }

    void mustBeMet(PoamItem item) {
        missing(item).ifPresent(need -> {
            throw Refused.because(words(item, need));
        });
    }

    static String words(PoamItem item, Need need) {
        return "%s needs evidence of the kind \"%s\" before it can end: %s Add it on the item's evidence page."
                .formatted(item.id(), need.kind().label(), need.why());
    }

    private boolean isMet(Need need, PoamItem item) {
        return evidence.of(item.id().subject()).stream()
                .filter(Evidence::isCurrent)
                .anyMatch(each -> each.kind() == need.kind());
    }
}
