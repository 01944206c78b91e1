package io.closeout.intake.parser.registry;

import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanProbe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Names documents that are known and are no reports, so that nobody looks for a mistake in them. */
final class OtherDocuments {

    private static final int HEAD = 64;
    private static final String ZIP = "PK";

    private OtherDocuments() {}

    /** What it is, and what to do; empty if nothing is known of it. */
    static Optional<String> named(ScanInput in, ScanProbe probe) throws IOException {
        if (probe.hasJson("catalogVersion", "vulnerabilities[].cveID", "vulnerabilities[].dateAdded")) {
            return Optional.of(
                    "This is CISA's catalogue of known exploited vulnerabilities. It says what is attacked, not what"
                            + " you have: an administrator hands it in under \"Known attacks\".");
        }
        if (probe.startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            return Optional.of(
                    "It is a workbook of the old kind (.xls), or one protected by a password. Open it, save it"
                            + " as .xlsx without a password, and hand that in.");
        }
        String head = head(in);
        if (head.startsWith(ZIP)) {
            return Optional.of("The archive holds no file. Pack the report again.");
        }
        if (head.strip().matches("\\[\\s*]|\\{\\s*}")) {
            return Optional.of(
                    "The file is an empty list and not recognised as a report: which scanner wrote it, and what it looked at, it does not tell, so it"
                            + " says nothing. If nothing was found, there is nothing to import.");
        }
        return Optional.empty();
    }

    private static String head(ScanInput in) throws IOException {
        try (InputStream bytes = in.open()) {
            return new String(bytes.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
    }
}
