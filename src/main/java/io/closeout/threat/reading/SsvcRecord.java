package io.closeout.threat.reading;

import io.closeout.policy.Automatable;
import io.closeout.policy.TechnicalImpact;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * CISA's decision points for a CVE.
 *
 * @param judgedAt when CISA decided; null if the record does not say
 */
public record SsvcRecord(
        String cve,
        Automatable automatable,
        TechnicalImpact technicalImpact,
        @Nullable Instant judgedAt) {

    public SsvcRecord {
        judgedAt = judgedAt == null ? null : judgedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
