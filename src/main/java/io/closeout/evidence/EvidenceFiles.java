package io.closeout.evidence;

import io.closeout.evidence.Evidence.EvidenceFile;
import io.closeout.shared.NotFound;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores the files of evidence, of the kinds that are taken and up to the size that is set. */
@Component
class EvidenceFiles {

    private final StoredFiles files;
    private final EvidenceSettings settings;

    EvidenceFiles(StoredFiles files, EvidenceSettings settings) {
        this.files = files;
        this.settings = settings;
    }

    /** @return {@code null} for a link */
    @Nullable
    EvidenceFile keep(NewEvidence.Content content) {
        try {
            if (content instanceof NewEvidence.Upload upload) {
                return store(upload);
            }
            return content instanceof NewEvidence.Stored stored ? lookAt(stored) : null;
        } catch (IOException e) {
            throw new UncheckedIOException("The content of the evidence could not be read", e);
        }
    }

    InputStream open(EvidenceFile file) {
        return files.open(file.digest());
    }

    private EvidenceFile store(NewEvidence.Upload upload) throws IOException {
        InputStream content = new BufferedInputStream(upload.data(), MediaTypes.HEAD_SIZE);
        content.mark(MediaTypes.HEAD_SIZE);
        String mediaType = MediaTypes.of(content.readNBytes(MediaTypes.HEAD_SIZE));
        content.reset();
        StoredFile file = files.store(content, settings.maxSize().toBytes());
        return new EvidenceFile(upload.fileName(), mediaType, file.digest(), file.size());
    }

    private EvidenceFile lookAt(NewEvidence.Stored stored) throws IOException {
        StoredFile file = files.find(stored.digest()).orElseThrow(() -> NotFound.of("stored file", stored.digest()));
        try (InputStream content = files.open(file.digest())) {
            String mediaType = MediaTypes.of(content.readNBytes(MediaTypes.HEAD_SIZE));
            return new EvidenceFile(stored.fileName(), mediaType, file.digest(), file.size());
        }
    }
}
