package io.closeout.intake.parser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The beginning of a file, by which formats are recognised. */
public final class ScanProbe {

    private static final int HEAD = 64 * 1024;

    private final byte[] head;
    private final Optional<String> xmlRoot;

    private ScanProbe(byte[] head) {
        this.head = head;
        this.xmlRoot = rootOf(head);
    }

    public static ScanProbe of(ScanInput in) throws IOException {
        try (InputStream bytes = in.open()) {
            return new ScanProbe(bytes.readNBytes(HEAD));
        }
    }

    public boolean isEmpty() {
        return head.length == 0;
    }

    /** Local name of the root element; empty if the beginning is not XML up to there. */
    public Optional<String> xmlRoot() {
        return xmlRoot;
    }

    private static Optional<String> rootOf(byte[] head) {
        try (HardenedXml xml = HardenedXml.open(new ByteArrayInputStream(head))) {
            return Optional.of(xml.root());
        } catch (ScanUnreadable | IOException notXml) {
            return Optional.empty();
        }
    }
}
