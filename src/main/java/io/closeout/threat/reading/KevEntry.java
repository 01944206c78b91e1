package io.closeout.threat.reading;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of CISA's catalogue.
 *
 * @param dueOn may lie before {@code addedOn}: CISA edits due dates later
 * @param ransomware whether the catalogue says that ransomware campaigns use it; "Unknown" there is not "no"
 * @param notes addresses, separated by {@code " ; "}
 */
public record KevEntry(
        String cve,
        String vendor,
        String product,
        String title,
        LocalDate addedOn,
        LocalDate dueOn,
        String requiredAction,
        Ransomware ransomware,
        @Nullable String notes) {

    /** The catalogue's two words. */
    public enum Ransomware {
        KNOWN,
        UNKNOWN
    }

    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_TITLE = 1000;
    private static final int LONGEST_TEXT = 20_000;

    /** @param fields by the catalogue's own names, which JSON and CSV share */
    static KevEntry of(Map<String, String> fields) throws EntryBroken {
        return new KevEntry(
                Fields.cve(fields.get("cveID")),
                shortEnough("vendorProject", fields, LONGEST_NAME),
                shortEnough("product", fields, LONGEST_NAME),
                shortEnough("vulnerabilityName", fields, LONGEST_TITLE),
                Fields.date("dateAdded", fields.get("dateAdded")),
                Fields.date("dueDate", fields.get("dueDate")),
                shortEnough("requiredAction", fields, LONGEST_TEXT),
                ransomware(fields.get("knownRansomwareCampaignUse")),
                notes(fields));
    }

    private static String shortEnough(String field, Map<String, String> fields, int longest) throws EntryBroken {
        String text = Fields.text(field, fields.get(field));
        if (text.length() > longest) {
            throw EntryBroken.because(field + " has more than " + longest + " characters.");
        }
        return text;
    }

    private static Ransomware ransomware(@Nullable String word) throws EntryBroken {
        if (word == null || word.isBlank() || word.strip().equalsIgnoreCase("Unknown")) {
            return Ransomware.UNKNOWN;
        }
        if (word.strip().equalsIgnoreCase("Known")) {
            return Ransomware.KNOWN;
        }
        throw EntryBroken.because(
                "knownRansomwareCampaignUse is " + Fields.quoted(word) + " instead of Known or Unknown.");
    }

    private static @Nullable String notes(Map<String, String> fields) throws EntryBroken {
        String notes = fields.get("notes");
        return notes == null || notes.isBlank() ? null : shortEnough("notes", fields, LONGEST_TEXT);
    }
}
