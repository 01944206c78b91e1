package io.closeout.intake.parser.veracode;

import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.shared.Severity;
import java.util.Locale;
import java.util.Set;

/** What all formats of Veracode share. */
final class VeracodeScale {

    static final String SCANNER = "veracode";

    /** Veracode, "About Veracode severity levels": very high, high, medium, low, very low, informational. */
    static final SeverityScale SCALE = SeverityScale.ofFour()
            .with(Severity.CRITICAL, "5")
            .with(Severity.HIGH, "4")
            .with(Severity.MEDIUM, "3")
            .with(Severity.LOW, "2", "1")
            .with(Severity.INFO, "0");

    private static final Set<String> CLOSED = Set.of(
            "fixed", "closed", "mitigated", "cannot reproduce", "remediated by user", "potential false positive");

    private VeracodeScale() {}

    /** Empty if the file gives no CWE. */
    static String check(String cwe) {
        return CweList.ofNumber(cwe).stream()
                .findFirst()
                .map(reference -> reference.replace(':', '-'))
                .orElse("");
    }

    /** From the root of the code, as all formats write it but for the first slash. */
    static String path(String folder, String file) {
        String path = folder.isEmpty() || folder.endsWith("/") || file.isEmpty() ? folder + file : folder + "/" + file;
        return path.replace('\\', '/').replaceFirst("^[./]*/", "");
    }

    /** A word by which Veracode says that nothing is left to do. */
    static boolean isClosed(String status) {
        return CLOSED.contains(status.toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
