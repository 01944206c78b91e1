package io.closeout.intake.parser;

import io.closeout.shared.Severity;

/**
 * One result of a scanner: which check said something about which place.
 *
 * @param hostNumber position of the host entry in the file, from 0; several entries may carry one name
 * @param hostName as the file names it
 * @param scannerSeverity the scanner's own word, before {@link io.closeout.policy.Rating}
 * @param location on the host, such as {@code 3389/tcp}; {@code 0/tcp} if the host as a whole is meant
 */
public record Sighting(int hostNumber, String hostName, String checkId, Severity scannerSeverity, String location) {

    /**
     * @param port not limited to 65535, since files hold what scanners write
     * @param protocol such as {@code tcp}; may be empty
     */
    public static String location(int port, String protocol) {
        return port + "/" + protocol;
    }

    /** Informational results are kept and never make an item. */
    public boolean isAboveInfo() {
        return scannerSeverity != Severity.INFO;
    }
}
