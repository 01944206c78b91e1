package io.closeout.intake;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of scanner families as reports show them. */
public final class ScannerNames {

    /** Those that are not written as their family with a capital. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("openvas", "OpenVAS"),
            Map.entry("defender", "Microsoft Defender"),
            Map.entry("zap", "ZAP"),
            Map.entry("burp", "Burp Suite"),
            Map.entry("npm-audit", "npm audit"),
            Map.entry("prisma-cloud", "Prisma Cloud"),
            Map.entry("dependency-check", "Dependency-Check"),
            Map.entry("dependency-track", "Dependency-Track"),
            Map.entry("cyclonedx", "CycloneDX"),
            Map.entry("csaf", "CSAF"),
            Map.entry("openvex", "OpenVEX"),
            Map.entry("stig", "STIG"),
            Map.entry("xccdf", "XCCDF"),
            Map.entry("sarif", "SARIF"),
            Map.entry("manual", "Entered by hand"));

    private ScannerNames() {}

    public static String shown(@Nullable String family) {
        if (family == null || family.isBlank()) {
            return "Scan";
        }
        if (family.startsWith("table-")) {
            return "Table " + family.substring("table-".length());
        }
        return NAMES.getOrDefault(family, family.substring(0, 1).toUpperCase(Locale.ROOT) + family.substring(1));
    }
}
