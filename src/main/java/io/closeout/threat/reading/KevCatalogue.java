package io.closeout.threat.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue as a file holds it; a few thousand entries, so all at once.
 *
 * @param version as CISA writes it; a CSV has none and is named after its newest entry
 * @param released null in a CSV, which does not say
 */
public record KevCatalogue(String version, @Nullable Instant released, List<KevEntry> entries, Problems problems) {

    public KevCatalogue {
        entries = List.copyOf(entries);
    }

    public LocalDate newest() {
        return newest(entries);
    }

    static LocalDate newest(List<KevEntry> entries) {
        return entries.stream()
                .map(KevEntry::addedOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
