package io.closeout.threat;

import io.closeout.policy.KevListing;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of attacks on the weakness of an item.
 *
 * @param cves that it names, in their order; empty for one that names none and cannot be looked up
 * @param catalogue the catalogue's version; null while none was taken
 * @param entries of its CVEs in the catalogue
 * @param scores highest first
 * @param points of those of its CVEs of which CISA says something
 * @param verdicts rows of BOD 26-04 that count
 */
public record ItemThreat(
        List<String> cves,
        KevListing kev,
        @Nullable String catalogue,
        List<CatalogueEntry> entries,
        List<Epss> scores,
        List<Points> points,
        List<Verdict> verdicts) {

    public ItemThreat {
        cves = List.copyOf(cves);
        entries = List.copyOf(entries);
        scores = List.copyOf(scores);
        points = List.copyOf(points);
        verdicts = List.copyOf(verdicts);
    }

    /** SSVC decision points in words, "not known" included. */
    public record Points(String cve, String automatable, String technicalImpact) {}

    /** The earliest due date of the catalogue. */
    public Optional<LocalDate> catalogueDue() {
        return entries.stream().map(CatalogueEntry::dueOn).min(Comparator.naturalOrder());
    }

    /** The score of the CVE that is most probably exploited. */
    public Optional<Epss> highestScore() {
        return scores.stream().findFirst();
    }

    public boolean usedByRansomware() {
        return entries.stream().anyMatch(CatalogueEntry::ransomware);
    }

    /** Whether somebody must find out if it was used already before the item ends. */
    public boolean needsForensics() {
        return verdicts.stream().anyMatch(each -> each.rule().forensics());
    }
}
