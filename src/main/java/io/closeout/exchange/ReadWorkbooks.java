package io.closeout.exchange;

import io.closeout.evidence.StoredFiles;
import io.closeout.exchange.reader.ReadWorkbook;
import io.closeout.exchange.reader.WorkbookReader;
import io.closeout.intake.parser.ScanInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stored workbooks as they were read. The last ones are kept at hand while memory allows: a person looks before deciding. */
@Component
class ReadWorkbooks {

    private static final int AT_HAND = 4;

    private final StoredFiles files;
    private final Map<String, SoftReference<ReadWorkbook>> read = new LinkedHashMap<>(AT_HAND, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<ReadWorkbook>> eldest) {
            return size() > AT_HAND;
        }
    };

    ReadWorkbooks(StoredFiles files) {
        this.files = files;
    }

    /** @throws io.closeout.intake.parser.ScanUnreadable if it cannot be read as a POA&amp;M */
    ReadWorkbook get(String fileName, String digest) {
        ReadWorkbook known = atHand(digest);
        if (known != null) {
            return known;
        }
        try {
            ReadWorkbook fresh = WorkbookReader.read(ScanInput.of(fileName, () -> files.open(digest)));
            synchronized (read) {
                read.put(digest, new SoftReference<>(fresh));
            }
            return fresh;
        } catch (IOException broken) {
            throw new UncheckedIOException("The stored workbook " + fileName + " cannot be read", broken);
        }
    }

    private @Nullable ReadWorkbook atHand(String digest) {
        synchronized (read) {
            SoftReference<ReadWorkbook> known = read.get(digest);
            return known == null ? null : known.get();
        }
    }
}
