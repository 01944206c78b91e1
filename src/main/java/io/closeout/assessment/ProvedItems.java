package io.closeout.assessment;

import io.closeout.access.Actor;
import io.closeout.evidence.Evidence;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.evidence.NewEvidence;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes an item whose requirement was found met to whoever confirms that items are done, with the evidence that was looked at. An
 * item without any stays where it is: a word alone closes nothing.
 */
@Component
class ProvedItems {

    private final Register register;
    private final EvidenceLocker evidence;

    ProvedItems(Register register, EvidenceLocker evidence) {
        this.register = register;
        this.evidence = evidence;
    }

    void offer(String scope, Requirement requirement, PoamItem item, Actor by) {
        attach(GuidedAssessment.subject(scope, requirement), item, by);
        if (evidence.countFor(item.id().subject()) > 0) {
            tell(requirement, item, by);
        }
    }

    /** As {@link #offer}, where nothing but evidence may have been added since that was done. */
    void offerAgain(String scope, Requirement requirement, PoamItem item, Actor by) {
        if (attach(GuidedAssessment.subject(scope, requirement), item, by) > 0) {
            tell(requirement, item, by);
        }
    }

    private void tell(Requirement requirement, PoamItem item, Actor by) {
        register.metByAssessment(item.id(), requirement.id() + " was assessed as met.", by);
    }

    /** What speaks of a day before the item was detected shows what was not met. */
    private int attach(String requirement, PoamItem item, Actor by) {
        Set<String> known = evidence.of(item.id().subject()).stream()
                .map(ProvedItems::content)
                .collect(Collectors.toSet());
        List<Evidence> looked = evidence.of(requirement).stream()
                .filter(Evidence::isCurrent)
                .filter(each -> !each.speaksOf().isBefore(item.detectedOn()))
                .filter(each -> !known.contains(content(each)))
                .toList();
        looked.forEach(each -> evidence.add(copied(each, item.id().subject()), by));
        return looked.size();
    }

    private static String content(Evidence evidence) {
        return evidence.file() == null ? evidence.name() : evidence.file().digest();
    }

    private static NewEvidence copied(Evidence from, String subject) {
        return from.file() == null
                ? NewEvidence.link(
                        subject, from.kind(), Objects.requireNonNull(from.link()), from.speaksOf(), from.note())
                : NewEvidence.stored(
                        subject, from.kind(), from.file().name(), from.file().digest(), from.speaksOf(), from.note());
    }
}
