package io.closeout.exchange.reader;

import io.closeout.shared.Severity;
import io.closeout.shared.Sha256;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item as a workbook tells it. Texts that are missing are empty.
 *
 * @param id the workbook's own
 * @param told every cell of the row that is not empty
 * @param cells of every column that the sheet has, also empty ones
 * @param notes what was not understood, or has no counterpart here
 */
public record ReadItem(
        Place place,
        String id,
        String title,
        String description,
        Origin origin,
        Rating rating,
        Days days,
        boolean closed,
        Contact contact,
        Work work,
        List<ReadMilestone> milestones,
        List<ReadChange> changes,
        List<Told> told,
        Map<Field, String> cells,
        List<String> notes) {

    private static final int DIGITS = 16;
    private static final int LONGEST_ID = 100;

    public ReadItem {
        milestones = List.copyOf(milestones);
        changes = List.copyOf(changes);
        told = List.copyOf(told);
        cells = Map.copyOf(cells);
        notes = List.copyOf(notes);
    }

    /**
     * Where it was found.
     *
     * @param assets as written, one each
     */
    public record Origin(String source, String sourceId, List<String> assets, String cves) {

        public Origin {
            assets = List.copyOf(assets);
        }
    }

    /** @param original before it was adjusted; null where the layout tells no other */
    public record Rating(Severity severity, @Nullable Severity original) {}

    /** @param detectedOn null where the row tells no day from which it could be */
    public record Days(
            @Nullable LocalDate detectedOn,
            @Nullable LocalDate originalCompletion,
            @Nullable LocalDate plannedCompletion,
            @Nullable LocalDate closedOn) {}

    /** Who is responsible, as written. */
    public record Contact(String name, String address) {}

    public record Work(
            String remediation,
            String resources,
            @Nullable BigDecimal hours,
            @Nullable Severity residualRisk,
            String comments) {}

    /** What tells it from the other items of the same system, also in a later edition of the workbook. */
    public String key() {
        if (id.isEmpty()) {
            return "text:" + Sha256.of(description + '\n' + origin.sourceId()).substring(0, DIGITS);
        }
        return id.length() > LONGEST_ID ? "id:" + Sha256.of(id).substring(0, DIGITS) : id.toLowerCase(Locale.ROOT);
    }
}
