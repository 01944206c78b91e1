package io.closeout.assessment;

import io.closeout.policy.Track;
import io.closeout.register.PoamItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a scope stands: the results up to a day, and the register's items of what is not met.
 *
 * @param items the newest item of each requirement that ever had one
 */
public record Assessment(Map<Requirement, AssessedResult> results, Map<Requirement, PoamItem> items) {

    public Assessment {
        results = Map.copyOf(results);
        items = Map.copyOf(items);
    }

    public Scorecard scorecard() {
        return new Scorecard(results.values().stream()
                .collect(Collectors.toMap(AssessedResult::requirement, AssessedResult::result)));
    }

    public Optional<AssessedResult> result(Requirement requirement) {
        return Optional.ofNullable(results.get(requirement));
    }

    public Optional<PoamItem> item(Requirement requirement) {
        return Optional.ofNullable(items.get(requirement));
    }

    public Optional<PoamItem> openItem(Requirement requirement) {
        return item(requirement).filter(each -> each.status().isOpen());
    }

    /** The POA&amp;M entry of the assessment, which stays one when its work is done; what was moved to the operational track is none. */
    public Optional<PoamItem> entry(Requirement requirement) {
        return item(requirement).filter(each -> each.track() == Track.ASSESSMENT);
    }

    /** The work is done, and whether the requirement is met now has to be assessed: a closed item makes nothing met. */
    public boolean isToBeAssessedAnew(Requirement requirement) {
        return scorecard().notMet().contains(requirement)
                && item(requirement).isPresent()
                && openItem(requirement).isEmpty();
    }

    /** What is not met and no POA&amp;M holds. */
    public List<Requirement> withoutEntry() {
        return scorecard().notMet().stream()
                .filter(each -> entry(each).isEmpty())
                .toList();
    }

    /** If everything that has an open item were met. */
    public int scoreIfOpenItemsClose() {
        Scorecard now = scorecard();
        return now.scoreWith(
                now.notMet().stream().filter(each -> openItem(each).isPresent()).toList());
    }
}
