package io.closeout.reporting;

import io.closeout.policy.Track;
import io.closeout.register.ClosedHow;
import io.closeout.register.ItemStatus;
import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a report says about an item itself.
 *
 * @param scope the scope's name
 * @param overdue open, not waiting for a vendor within a current check-in, and due before today in the policy's zone
 * @param closedBy the person's name, or "Closeout" if a scan closed it
 */
public record ItemFacts(
        String id,
        String title,
        @Nullable String description,
        String source,
        @Nullable String sourceId,
        LocalDate detectedOn,
        @Nullable BigDecimal cvss,
        Severity severity,
        Severity priority,
        @Nullable String ownerName,
        @Nullable String ownerEmail,
        @Nullable String remediationPlan,
        @Nullable LocalDate originalCompletion,
        @Nullable LocalDate plannedCompletion,
        LocalDate deadline,
        @Nullable BigDecimal estimatedHours,
        @Nullable String resources,
        ItemStatus status,
        boolean overdue,
        @Nullable Severity residualRisk,
        Track track,
        String scope,
        @Nullable String comments,
        @Nullable LocalDate closedOn,
        @Nullable ClosedHow closedHow,
        @Nullable String closedBy) {}
