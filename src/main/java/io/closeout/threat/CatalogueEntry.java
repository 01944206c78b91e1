package io.closeout.threat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What CISA's catalogue says of a CVE.
 *
 * @param dueOn may lie before {@code addedOn}
 * @param ransomware whether it says that ransomware campaigns use it; {@code false} means that it does not know
 * @param notes addresses, separated by {@code " ; "}
 * @param since the release that said so first
 */
public record CatalogueEntry(
        String cve,
        String vendor,
        String product,
        String title,
        LocalDate addedOn,
        LocalDate dueOn,
        String requiredAction,
        boolean ransomware,
        @Nullable String notes,
        String since) {}
