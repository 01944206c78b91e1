package io.closeout.register.web;

import io.closeout.register.AffectedAssets.AffectedAsset;
import io.closeout.register.CveIds;
import io.closeout.register.MilestoneChange;
import io.closeout.register.PoamItem;
import io.closeout.register.RelatedItems.RelatedItem;
import io.closeout.register.Weaknesses.Weakness;
import io.closeout.shared.Page;
import io.closeout.shared.Paragraphs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item with all that its page tells of it.
 *
 * @param weakness null for an item made by hand
 */
record ItemView(
        PoamItem item,
        boolean overdue,
        @Nullable String owner,
        String ownerGroup,
        String scope,
        @Nullable Weakness weakness,
        List<MilestoneChange> milestoneChanges,
        Page<AffectedAsset> assets,
        List<EvidenceLine> evidence,
        List<RelatedItem> related,
        List<TimelineEntry> timeline) {

    public @Nullable String description() {
        return item.description().map(Paragraphs::reflowed).orElse(null);
    }

    public @Nullable String solution() {
        return weakness == null || weakness.solution() == null ? null : Paragraphs.reflowed(weakness.solution());
    }

    public List<String> cves() {
        return weakness == null ? List.of() : CveIds.in(weakness.cves());
    }

    public List<Reference> references() {
        return weakness == null ? List.of() : Reference.in(weakness.references());
    }

    public boolean hasPlan() {
        return item.remediationPlan().isPresent() || !item.milestones().isEmpty();
    }
}
