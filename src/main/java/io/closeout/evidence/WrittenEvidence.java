package io.closeout.evidence;

import io.closeout.shared.Refused;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Evidence in the words of a form or a script: a file or a link, not both.
 *
 * @param fileName null or empty if there is no file
 * @param date ISO, the day that it speaks of
 */
public record WrittenEvidence(
        @Nullable String fileName,
        @Nullable String link,
        @Nullable String kind,
        @Nullable String date,
        @Nullable String note) {

    /** Whether there is anything; the rest of a form is filled in beforehand. */
    public boolean isGiven() {
        return !text(fileName).isEmpty() || !text(link).isEmpty();
    }

    /**
     * @param content of the file; not read where there is none
     * @throws Refused for both, for none, and for words that say nothing
     */
    public NewEvidence about(String subject, InputStream content) {
        boolean hasLink = !text(link).isEmpty();
        if (hasLink != text(fileName).isEmpty()) {
            throw Refused.because(
                    hasLink
                            ? "Give either a file or a link, not both. Add them one after the other."
                            : "Choose a file, or write the address of a link.");
        }
        EvidenceKind what = EvidenceKind.named(kind);
        return hasLink
                ? NewEvidence.link(subject, what, text(link), speaksOf(), text(note))
                : NewEvidence.file(subject, what, text(fileName), content, speaksOf(), text(note));
    }

    private LocalDate speaksOf() {
        try {
            return LocalDate.parse(text(date));
        } catch (DateTimeParseException e) {
            throw Refused.because("Give the day that the evidence speaks of as year-month-day, such as 2026-03-01.");
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
