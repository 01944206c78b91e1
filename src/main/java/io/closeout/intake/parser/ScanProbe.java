package io.closeout.intake.parser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The beginning of a file, by which formats are recognised. */
public final class ScanProbe {

    private static final int HEAD = 64 * 1024;

    private final byte[] head;
    private final Optional<String> xmlRoot;
    private final Optional<JsonShape> json;

    private final Optional<String> sheet;

    private ScanProbe(byte[] head, Optional<String> sheet) {
        this.head = head;
        this.sheet = sheet;
        this.xmlRoot = rootOf(head);
        this.json = xmlRoot.isPresent() ? Optional.empty() : JsonShape.of(head);
    }

    public static ScanProbe of(ScanInput in) throws IOException {
        try (InputStream bytes = in.open()) {
            return new ScanProbe(bytes.readNBytes(HEAD), in.sheet());
        }
    }

    public boolean startsWith(int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    public boolean isEmpty() {
        return head.length == 0;
    }

    /** Name of the sheet, if this is one of a workbook. */
    public Optional<String> sheet() {
        return sheet;
    }

    /** Whether the beginning is a table that names these columns and no other, in any order, written in any case. */
    public boolean hasExactlyColumns(TableShape shape) throws IOException {
        return xmlRoot.isEmpty() && json.isEmpty() && CsvRows.namesExactly(headAsFile(), shape);
    }

    /** Local name of the root element; empty if the beginning is not XML up to there. */
    public Optional<String> xmlRoot() {
        return xmlRoot;
    }

    /** Of the root element; empty if it has no such attribute. */
    public String xmlRootAttribute(String name) {
        try (HardenedXml xml = HardenedXml.open(new ByteArrayInputStream(head))) {
            xml.root();
            String text = xml.attribute(name);
            return text == null ? "" : text;
        } catch (ScanUnreadable | IOException notXml) {
            return "";
        }
    }

    /** Whether the beginning is XML with an element of one of these local names. */
    public boolean hasElement(String... names) {
        Set<String> found = new HashSet<>();
        try (HardenedXml xml = HardenedXml.open(new ByteArrayInputStream(head))) {
            xml.root();
            elements(xml, found);
        } catch (ScanUnreadable | IOException endOfTheBeginning) {
            // what was found before it counts
        }
        return Arrays.stream(names).anyMatch(found::contains);
    }

    private static void elements(HardenedXml xml, Set<String> found) throws IOException {
        xml.children(name -> {
            found.add(name);
            elements(xml, found);
        });
    }

    /**
     * Whether the beginning is JSON with values at all of these paths, such as {@code runs[].tool.driver}; those of an array at the top,
     * or of JSON lines, begin with {@code []} or the name itself.
     */
    public boolean hasJson(String... paths) {
        return json.filter(shape -> Arrays.stream(paths).allMatch(shape::has)).isPresent();
    }

    /** The first text at a path, as in {@link #hasJson}; empty if the beginning has no short one there. */
    public String jsonText(String path) {
        return json.map(shape -> shape.text(path)).orElse("");
    }

    /** Whether the beginning is CSV that names all columns of one of the layouts. */
    @SafeVarargs
    public final boolean hasColumns(Set<String>... layouts) throws IOException {
        return xmlRoot.isEmpty() && json.isEmpty() && CsvRows.names(headAsFile(), layouts);
    }

    private ScanInput headAsFile() {
        return ScanInput.of("", () -> new ByteArrayInputStream(head));
    }

    private static Optional<String> rootOf(byte[] head) {
        try (HardenedXml xml = HardenedXml.open(new ByteArrayInputStream(head))) {
            return Optional.of(xml.root());
        } catch (ScanUnreadable | IOException notXml) {
            return Optional.empty();
        }
    }
}
