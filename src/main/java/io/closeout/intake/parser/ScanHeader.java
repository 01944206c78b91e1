package io.closeout.intake.parser;

/**
 * What a file says about the scan as a whole.
 *
 * @param scanner family of the scanner, which is part of a finding's identity, such as {@code nessus}
 * @param format such as {@code nessus-v2}
 * @param scanName may be empty
 * @param policyName may be empty
 * @param checks which checks the scan was told to run
 * @param ports which ports it was told to look at
 */
public record ScanHeader(
        String scanner, String format, String scanName, String policyName, CheckSelection checks, PortRange ports) {

    /** For files that say nothing of the scan as a whole. */
    public static ScanHeader of(FormatDescriptor format) {
        return new ScanHeader(
                format.scanner(), format.format(), "", "", new CheckSelection.Builder().build(), PortRange.of(""));
    }
}
