package io.closeout.evidence;

import io.closeout.shared.NotFound;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The file of a piece of evidence as an answer: always to be saved, never shown, so that uploads do not run in others' browsers. */
public final class EvidenceDownload {

    private EvidenceDownload() {}

    /**
     * Altered content breaks off.
     *
     * @throws NotFound for a link
     */
    public static ResponseEntity<InputStreamResource> of(Evidence evidence, EvidenceLocker locker) {
        Evidence.EvidenceFile file = evidence.file();
        if (file == null) {
            throw NotFound.of("file of evidence", evidence.id());
        }
        InputStream content = locker.content(evidence.id());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(file.name()))
                .header("X-Content-Type-Options", "nosniff")
                // RFC 9530
                .header("Repr-Digest", "sha-256=:" + base64(file.digest()) + ":")
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .body(new InputStreamResource(content));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private static String base64(String digest) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest));
    }
}
