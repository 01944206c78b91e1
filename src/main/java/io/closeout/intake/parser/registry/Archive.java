package io.closeout.intake.parser.registry;

import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.workbook.Workbook;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a compressed file. It is unpacked while it is read, never to the disk, so that names of entries are names only. What
 * unpacks to far more than it is, is refused.
 */
final class Archive {

    /** Reports of a scanner shrink to a fiftieth at most; what is small may shrink more. */
    private static final int LARGEST_RATIO = 250;

    private static final long SMALL = 64L * 1024 * 1024;
    private static final int MOST_ENTRIES = 1_000;

    /** Where Fortify puts the code that it looked at, file by file, beside its report. */
    private static final List<String> CODE = List.of("src-archive/", "src-xrefdata/");

    private Archive() {}

    /** @return the files in it; empty if it is no archive */
    static List<ScanInput> files(ScanInput in) throws IOException {
        byte[] head = head(in);
        if (startsWith(head, 0x1F, 0x8B)) {
            return List.of(ScanInput.of(withoutEnding(in.name()), () -> gunzipped(in)));
        }
        return startsWith(head, 'P', 'K', 3, 4) ? entries(in) : List.of();
    }

    /** @param inside what lies in it; empty if these are the parts of no workbook */
    static Optional<Workbook> workbook(ScanInput in, List<ScanInput> inside) {
        Map<String, ScanInput> parts = new HashMap<>();
        String before = in.name() + ", ";
        for (ScanInput part : inside) {
            if (part.name().startsWith(before)) {
                parts.put(part.name().substring(before.length()), part);
            }
        }
        return Workbook.of(parts);
    }

    /** Files behind each other, a line apart. */
    static ScanInput together(List<ScanInput> files) {
        return ScanInput.of(files.get(0).name(), () -> {
            List<InputStream> parts = new ArrayList<>();
            for (ScanInput file : files) {
                parts.add(file.open());
                parts.add(new ByteArrayInputStream(new byte[] {'\n'}));
            }
            return new SequenceInputStream(Collections.enumeration(parts));
        });
    }

    private static byte[] head(ScanInput in) throws IOException {
        try (InputStream bytes = in.open()) {
            return bytes.readNBytes(4);
        }
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static String withoutEnding(String name) {
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    private static InputStream gunzipped(ScanInput in) throws IOException {
        Packed packed = new Packed(in.open());
        return explained(() -> new Unpacked(new GZIPInputStream(packed), packed));
    }

    private static List<ScanInput> entries(ScanInput in) throws IOException {
        List<ScanInput> files = new ArrayList<>();
        try (InputStream bytes = in.open()) {
            Packed packed = new Packed(bytes);
            ZipInputStream zip = new ZipInputStream(packed);
            Unpacked content = new Unpacked(zip, packed);
            int number = 0;
            int others = 0;
            for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
                if (isFile(entry)) {
                    int wanted = number;
                    files.add(ScanInput.of(in.name() + ", " + entry.getName(), () -> entry(in, wanted)));
                }
                content.skipToEnd();
                number++;
                others += isCode(entry) ? 0 : 1;
                if (others > MOST_ENTRIES) {
                    throw ScanUnreadable.because("The archive holds more than " + MOST_ENTRIES + " files.");
                }
            }
        }
        return files;
    }

    /** macOS puts shadows of files beside them. */
    private static boolean isFile(ZipEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory()
                && !isCode(entry)
                && !name.startsWith("__MACOSX/")
                && !name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }

    private static boolean isCode(ZipEntry entry) {
        return CODE.stream().anyMatch(entry.getName()::startsWith);
    }

    private static InputStream entry(ScanInput in, int wanted) throws IOException {
        Packed packed = new Packed(in.open());
        ZipInputStream zip = new ZipInputStream(packed);
        Unpacked content = new Unpacked(zip, packed);
        for (int number = 0; next(zip) != null && number < wanted; number++) {
            content.skipToEnd();
        }
        return content;
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        return explained(zip::getNextEntry);
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T explained(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (ZipException | EOFException broken) {
            throw ScanUnreadable.because(
                    "The archive is broken or protected by a password. Pack it again without one, or hand in the report itself.");
        } catch (IllegalArgumentException nameInAnotherEncoding) {
            throw ScanUnreadable.because("The archive names a file in a way that cannot be read. Pack it again.");
        }
    }

    /** Counts what was read of the archive. */
    private static final class Packed extends FilterInputStream {

        private long count;

        Packed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }

    private static final class Unpacked extends FilterInputStream {

        private final Packed packed;
        private long count;

        Unpacked(InputStream in, Packed packed) {
            super(in);
            this.packed = packed;
        }

        void skipToEnd() throws IOException {
            byte[] buffer = new byte[8192];
            while (read(buffer, 0, buffer.length) >= 0) {
                // counted there
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = explained(() -> super.read(target, offset, length));
            count += Math.max(read, 0);
            if (count > SMALL && count > packed.count * LARGEST_RATIO) {
                throw ScanUnreadable.because("The archive unpacks to more than " + LARGEST_RATIO
                        + " times its size, which no report does. Hand in the report itself.");
            }
            return read;
        }
    }
}
