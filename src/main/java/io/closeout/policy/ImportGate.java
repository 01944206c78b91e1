package io.closeout.policy;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which imports wait for a person: table {@code importGate}. */
@Component
public class ImportGate {

    private final Decisions decisions;

    public ImportGate(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * What an import would do.
     *
     * @param hosts machines, or whatever else was scanned, in the file
     * @param knownHosts those of them that the register knows
     * @param openBefore open findings of the scanner in the scope
     * @param ending those of them that it would prove gone
     * @param opening new findings
     * @param usual new findings of an import of this scanner and scope in the mean; 0 if that cannot be told yet
     * @param daysOlder than the newest scan of this scanner and scope; not positive if it is not older
     */
    public record Facts(int hosts, int knownHosts, int openBefore, int ending, int opening, int usual, int daysOlder) {

        /** Rounded up, so that a little more than half is more than 50. */
        public int endingPercent() {
            return openBefore == 0 ? 0 : (int) (((long) ending * 100 + openBefore - 1) / openBefore);
        }

        /** Rounded down. */
        public int knownPercent() {
            return hosts == 0 ? 0 : (int) ((long) knownHosts * 100 / hosts);
        }
    }

    /** @return why the import is held; empty if it goes on by itself */
    public List<String> reasons(Facts facts) {
        Map<String, Object> inputs = Map.of(
                "hosts", facts.hosts(),
                "knownPercent", facts.knownPercent(),
                "openBefore", facts.openBefore(),
                "endingPercent", facts.endingPercent(),
                "opening", facts.opening(),
                "timesUsual", facts.usual() == 0 ? 0 : facts.opening() / facts.usual(),
                "daysOlder", Math.max(facts.daysOlder(), 0));
        return Row.all(decisions.decide("importGate", inputs)).stream()
                .map(row -> row.text("reason"))
                .toList();
    }
}
