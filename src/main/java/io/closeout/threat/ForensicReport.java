package io.closeout.threat;

import io.closeout.evidence.EvidenceKind;
import io.closeout.register.DeadlineFacts;
import io.closeout.register.EvidenceNeed;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** BOD 26-04, outcome "3 days and forensic investigation": a patch alone does not tell whether somebody is inside already. */
@Component
class ForensicReport implements EvidenceNeed {

    private final Verdicts verdicts;

    ForensicReport(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public Optional<Need> of(DeadlineFacts item) {
        return verdicts.of(item).stream()
                .filter(each -> each.rule().forensics())
                .findFirst()
                .map(each -> new Need(
                        EvidenceKind.FORENSIC_REPORT,
                        "%s is known to be exploited, and the row that counts is \"%s\" (%s)."
                                .formatted(each.cve(), each.rule().words(), each.source())));
    }
}
