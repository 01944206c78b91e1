package io.closeout.register;

import io.closeout.policy.Track;
import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the register.
 *
 * @param severity the scanner's or assessor's rating; {@code priority} is what the tables or triage made of it
 * @param due the signed-off planned completion, before that the deadline
 * @param assets number of assets; {@code findings} number of open findings
 */
public record ItemSummary(
        String id,
        String title,
        @Nullable String description,
        Severity severity,
        @Nullable BigDecimal cvss,
        Severity priority,
        ItemStatus status,
        @Nullable String ownerId,
        @Nullable String ownerName,
        @Nullable String ownerEmail,
        String ownerGroup,
        String scope,
        Track track,
        String source,
        @Nullable String sourceId,
        LocalDate detectedOn,
        LocalDate deadline,
        @Nullable LocalDate originalCompletion,
        @Nullable LocalDate plannedCompletion,
        LocalDate due,
        boolean overdue,
        @Nullable LocalDate closedOn,
        int assets,
        int findings) {}
