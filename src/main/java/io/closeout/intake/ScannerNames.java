package io.closeout.intake;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of scanner families as reports show them. */
public final class ScannerNames {

    private static final Map<String, String> NAMES = Map.of("nessus", "Nessus", "openvas", "OpenVAS");

    private ScannerNames() {}

    public static String shown(@Nullable String family) {
        if (family == null || family.isBlank()) {
            return "Scan";
        }
        return NAMES.getOrDefault(family, family.substring(0, 1).toUpperCase(Locale.ROOT) + family.substring(1));
    }
}
