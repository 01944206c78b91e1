package io.closeout.reporting;

import io.closeout.policy.AcceptanceKind;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item with everything that a report lists under it.
 *
 * @param assets names, in alphabetical order
 * @param milestones in the order of the plan
 * @param changes of milestones, oldest first
 * @param evidence what counts, in the order of adding; superseded pieces are left out
 * @param acceptances of its risk that are in force: one at most
 * @param vendor whose fix it waits for now
 */
public record PoamRow(
        ItemFacts item,
        List<String> assets,
        List<MilestoneLine> milestones,
        List<MilestoneChange> changes,
        List<EvidenceLine> evidence,
        List<AcceptanceLine> acceptances,
        @Nullable VendorWait vendor) {

    /**
     * @param number from 1
     * @param droppedOn when a later plan went on without it
     */
    public record MilestoneLine(
            int number,
            LocalDate due,
            String description,
            @Nullable LocalDate completedOn,
            @Nullable LocalDate droppedOn) {}

    public record MilestoneChange(int number, LocalDate changedOn, String description) {}

    /** @param link absolute: to the content that Closeout keeps, or to wherever the evidence is kept */
    public record EvidenceLine(String kind, String name, LocalDate speaksOf, String link) {}

    /**
     * @param until the last day; null for an enduring exception
     * @param signedBy names, in the order of signing
     */
    public record AcceptanceLine(
            AcceptanceKind kind,
            @Nullable LocalDate until,
            Severity original,
            Severity residual,
            List<String> signedBy) {}

    /** @param askedOn the day on which the vendor was asked last: at a check-in, before the first when more time was asked for */
    public record VendorWait(String vendor, String product, LocalDate askedOn) {}
}
