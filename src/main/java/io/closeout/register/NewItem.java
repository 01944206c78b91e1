package io.closeout.register;

import io.closeout.policy.Track;
import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item to be opened.
 *
 * @param source whose finding it is, as the workbook shows it: {@code Nessus}, {@code Self-assessment} …
 * @param sourceId plugin id, requirement or report reference
 * @param cves as the scanner names them
 * @param reopens id of the closed item whose weakness came back
 * @param groupKey what its findings have in common where that is not the weakness
 */
public record NewItem(
        String scopeId,
        @Nullable Long weaknessId,
        Track track,
        String title,
        @Nullable String description,
        String source,
        @Nullable String sourceId,
        Severity severity,
        @Nullable BigDecimal cvss,
        Set<String> cves,
        LocalDate detectedOn,
        AssetImpact impact,
        @Nullable String reopens,
        @Nullable String siblingOf,
        @Nullable String groupKey) {

    public NewItem {
        cves = Set.copyOf(cves);
    }

    /** An item of one weakness. */
    public NewItem(
            String scopeId,
            @Nullable Long weaknessId,
            Track track,
            String title,
            @Nullable String description,
            String source,
            @Nullable String sourceId,
            Severity severity,
            @Nullable BigDecimal cvss,
            Set<String> cves,
            LocalDate detectedOn,
            AssetImpact impact,
            @Nullable String reopens,
            @Nullable String siblingOf) {
        this(
                scopeId,
                weaknessId,
                track,
                title,
                description,
                source,
                sourceId,
                severity,
                cvss,
                cves,
                detectedOn,
                impact,
                reopens,
                siblingOf,
                null);
    }
}
