package io.closeout.evidence;

import io.closeout.shared.Refused;
import java.io.InputStream;
import java.time.LocalDate;

/**
 * Evidence that somebody wants to add.
 *
 * @param subject what it speaks for, such as {@code item:POA-2026-001}
 * @param speaksOf the day whose state it shows
 * @param note may be empty; at most {@value #LONGEST_NOTE} characters
 */
public record NewEvidence(String subject, EvidenceKind kind, Content content, LocalDate speaksOf, String note) {

    static final int LONGEST_NOTE = 2000;

    public NewEvidence {
        if (kind == EvidenceKind.LINK && !(content instanceof Link)) {
            throw Refused.because("Evidence of the kind Link needs an address. Choose another kind for a file.");
        }
        note = note.strip();
        if (note.length() > LONGEST_NOTE) {
            throw Refused.because("The note has " + note.length() + " characters; the most is " + LONGEST_NOTE
                    + ". Shorten it, or attach the text as a file.");
        }
    }

    /** @param content read once and to its end; the caller closes it */
    public static NewEvidence file(
            String subject, EvidenceKind kind, String fileName, InputStream content, LocalDate speaksOf, String note) {
        return new NewEvidence(subject, kind, new Upload(FileNames.clean(fileName), content), speaksOf, note);
    }

    /** For what {@link StoredFiles} has already, such as a scan. */
    public static NewEvidence stored(
            String subject, EvidenceKind kind, String fileName, String digest, LocalDate speaksOf, String note) {
        return new NewEvidence(subject, kind, new Stored(FileNames.clean(fileName), digest), speaksOf, note);
    }

    public static NewEvidence link(String subject, EvidenceKind kind, String address, LocalDate speaksOf, String note) {
        return new NewEvidence(subject, kind, Link.to(address), speaksOf, note);
    }

    sealed interface Content permits Upload, Stored, Link {}

    record Upload(String fileName, InputStream data) implements Content {}

    record Stored(String fileName, String digest) implements Content {}
}
