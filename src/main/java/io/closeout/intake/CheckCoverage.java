package io.closeout.intake;

import io.closeout.intake.parser.CheckSelection;
import io.closeout.intake.parser.PortRange;

/**
 * Which checks and ports a scan can speak of (design: coverage). Where its file does not say which checks were run, it speaks of
 * what the scan that last saw a finding was told under the same policy name.
 */
record CheckCoverage(String policyName, CheckSelection checks, PortRange ports) {

    private static final String PORTS = "ports\t";

    /** Both in one text, the ports in the first line. */
    static String written(CheckSelection checks, PortRange ports) {
        return PORTS + ports + "\n" + checks.asText();
    }

    static CheckCoverage of(String policyName, String written) {
        int end = written.indexOf('\n');
        return new CheckCoverage(
                policyName,
                CheckSelection.ofText(written.substring(end + 1)),
                PortRange.of(written.substring(PORTS.length(), end)));
    }

    /** @param location such as {@code 3389/tcp} */
    boolean speaksOf(String checkId, String family, String location, CheckCoverage lastSeenBy) {
        boolean ran = checks.ran(checkId, family)
                .orElseGet(() -> !policyName.isEmpty() && policyName.equals(lastSeenBy.policyName()));
        return ran && looksAt(location, lastSeenBy);
    }

    private boolean looksAt(String location, CheckCoverage lastSeenBy) {
        int slash = location.indexOf('/');
        if (slash < 1 || !location.substring(0, slash).matches("\\d{1,9}")) {
            return true;
        }
        int port = Integer.parseInt(location.substring(0, slash));
        return ports.covers(port, location.substring(slash + 1), lastSeenBy.ports());
    }
}
