package io.closeout.register.web;

import io.closeout.evidence.EvidenceKind;
import io.closeout.evidence.NewEvidence;
import io.closeout.evidence.WrittenEvidence;
import io.closeout.register.PoamId;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
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
        return new WrittenEvidence(hasFile() ? fileName() : null, link, kind, date, note)
                .about(item.subject(), content);
    }

    private boolean hasFile() {
        return file != null && !(file.isEmpty() && !StringUtils.hasText(file.getOriginalFilename()));
    }

    private @Nullable String fileName() {
        return Objects.requireNonNull(file).getOriginalFilename();
    }
}
