package io.closeout.review.falsepositive;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.policy.FalsePositiveTerms;
import io.closeout.policy.FalsePositiveTerms.Term;
import io.closeout.register.PoamItem;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** When a false positive may be claimed, by whom, and until when it may hold. */
@Component
class FalsePositiveRules {

    private final EvidenceLocker evidence;
    private final FalsePositiveTerms terms;

    FalsePositiveRules(EvidenceLocker evidence, FalsePositiveTerms terms) {
        this.evidence = evidence;
        this.terms = terms;
    }

    static boolean isEntitled(PoamItem item, Actor by) {
        return by.groups().contains(Group.ISSM)
                || item.ownerId().filter(by.id()::equals).isPresent()
                || Group.withId(item.ownerGroup()).filter(by.groups()::contains).isPresent();
    }

    void mustBeAbleToAsk(PoamItem item, Actor by) {
        if (!isEntitled(item, by)) {
            throw Refused.because("Only the owner of " + item.id()
                    + ", its owner group or the ISSM may ask for it to be confirmed as a false positive.");
        }
        if (item.hasEnded()) {
            throw Refused.because(item.id() + " is " + item.status().label().toLowerCase(Locale.ROOT) + " already.");
        }
        if (!hasEvidence(item)) {
            throw Refused.because("There is no evidence on " + item.id()
                    + " yet. Open its evidence page and add what shows that it is none, such as a test result or the"
                    + " vendor's statement; then ask again.");
        }
    }

    boolean hasEvidence(PoamItem item) {
        return evidence.countFor(item.id().subject()) > 0;
    }

    void mustFit(PoamItem item, LocalDate until, LocalDate today) {
        Term term = of(item);
        LocalDate longest = today.plusDays(term.longestDays());
        if (!until.isAfter(today)) {
            throw Refused.because("The end, %s, must lie after today.".formatted(until));
        }
        if (until.isAfter(longest)) {
            throw Refused.because(
                    "The end, %s, lies beyond %s: a false positive of priority %s holds for %,d days at most (%s)."
                            .formatted(until, longest, item.priority().label(), term.longestDays(), term.source()));
        }
    }

    /** What was entered by hand is found by no scan: there is one thing to decide, and no assets to choose. */
    static void mustHaveScannedAssets(PoamItem item, FalsePositiveClaim claim) {
        if (!claim.everywhere() && item.weaknessId().isEmpty()) {
            throw Refused.because(
                    item.id() + " was not found by a scanner. Ask for all of it, without choosing assets.");
        }
    }

    Term of(PoamItem item) {
        return terms.of(item.priority());
    }
}
