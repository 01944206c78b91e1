package io.closeout.intake.parser;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells findings from rows where a file gives one finding several rows, one for each CVE: rows of one place that differ in their
 * part belong together, equal ones are findings of their own. The order of the rows does not matter. Keeps some 100 bytes per row.
 */
public final class PartedRows {

    private final Map<Long, Integer> parts = new HashMap<>();
    private final Map<Long, Integer> findings = new HashMap<>();

    /**
     * @param place everything that identifies the finding
     * @param part what its rows differ in
     * @return whether the row is the first of a finding
     */
    public boolean opensFinding(String place, String part) {
        long finding = Fingerprint.of(place);
        int nth = parts.merge(Fingerprint.of(place, part), 1, Integer::sum);
        if (nth <= findings.getOrDefault(finding, 0)) {
            return false;
        }
        findings.put(finding, nth);
        return true;
    }
}
