package io.closeout.register.web;

import io.closeout.evidence.EvidenceKind;
import io.closeout.evidence.NewEvidence;
import io.closeout.register.PoamId;
import io.closeout.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * Evidence as a page or a script sends it: a file or a link, not both.
 *
 * @param date ISO, the day that it speaks of
 * @param replaces id of the evidence that it supersedes
 */
record EvidenceForm(
        @Nullable MultipartFile file,
        @Nullable String link,
        @Nullable String kind,
        @Nullable String date,
        @Nullable String note,
        @Nullable Long replaces) {

    static EvidenceForm blank(LocalDate today, @Nullable Long replaces) {
        return new EvidenceForm(null, "", EvidenceKind.PATCH_LOG.name(), today.toString(), "", replaces);
    }

    InputStream open() throws IOException {
        return hasFile() ? Objects.requireNonNull(file).getInputStream() : InputStream.nullInputStream();
    }

    NewEvidence evidence(PoamId item, InputStream content) {
        boolean hasLink = StringUtils.hasText(link);
        if (hasLink == hasFile()) {
            throw Refused.because(
                    hasLink
                            ? "Give either a file or a link, not both. Add them one after the other."
                            : "Choose a file, or write the address of a link.");
        }
        EvidenceKind what = Choice.one(EvidenceKind.class, "kind of evidence", kind);
        return hasLink
                ? NewEvidence.link(item.subject(), what, text(link), speaksOf(), text(note))
                : NewEvidence.file(item.subject(), what, fileName(), content, speaksOf(), text(note));
    }

    private boolean hasFile() {
        return file != null && !(file.isEmpty() && !StringUtils.hasText(file.getOriginalFilename()));
    }

    private String fileName() {
        return text(Objects.requireNonNull(file).getOriginalFilename());
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
