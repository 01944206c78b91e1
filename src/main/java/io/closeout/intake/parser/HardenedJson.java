package io.closeout.intake.parser;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The one way to read JSON from outside: UTF-8, UTF-16 or UTF-32, one value or several behind each other (JSON lines). A stream:
 * nothing is held but the value at hand. Nesting, texts, numbers and single values are limited; a name that stands twice in an object
 * is refused, since nobody can tell which was meant. Everything that is wrong surfaces as {@link ScanUnreadable} with line and
 * column.
 */
public final class HardenedJson implements AutoCloseable {

    /** Of one value that is held as a whole, in bytes of the file. */
    public static final int VALUE_LIMIT = 8 * 1024 * 1024;

    private static final int DEPTH_LIMIT = 256;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_LIMIT)
                    .maxStringLength(VALUE_LIMIT)
                    .build())
            .build();
    private static final ObjectMapper TREES = new ObjectMapper(FACTORY);

    private final CountedBytes bytes;
    private final JsonParser json;

    private HardenedJson(InputStream in) throws IOException {
        this.bytes = new CountedBytes(in);
        try {
            this.json = FACTORY.createParser(bytes);
        } catch (JsonProcessingException e) {
            throw ScanUnreadable.because("The file is not readable as JSON.");
        }
    }

    /**
     * Stands before the first value; {@link #next} moves to it.
     *
     * @param in closed together with this reader
     */
    public static HardenedJson open(InputStream in) throws IOException {
        return new HardenedJson(in);
    }

    /**
     * Moves to the next value that stands by itself: the only one of most files, one of many in JSON lines.
     *
     * @return {@code false} if none follows
     */
    public boolean next() throws IOException {
        return advance() != null;
    }

    public boolean isObject() {
        return json.currentToken() == JsonToken.START_OBJECT;
    }

    public boolean isArray() {
        return json.currentToken() == JsonToken.START_ARRAY;
    }

    /**
     * Hands each member of the current object to the handler, which finds its value at hand. What the handler leaves unread is passed
     * over.
     *
     * @throws ScanUnreadable if the current value is no object
     */
    public void members(MemberHandler handler) throws IOException {
        if (!isObject()) {
            throw refused("an object, { … }, is expected here.");
        }
        while (advance() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            advance();
            handler.member(name);
            skip();
        }
    }

    /** Each entry of the rest of the file, which is one, a list of them, or has one a line. */
    public void entries(ElementHandler handler) throws IOException {
        while (next()) {
            if (isArray()) {
                elements(handler);
            } else {
                handler.element();
            }
        }
    }

    /**
     * As {@link #members}, for each element of the current array.
     *
     * @throws ScanUnreadable if the current value is no array
     */
    public void elements(ElementHandler handler) throws IOException {
        if (!isArray()) {
            throw refused("an array, [ … ], is expected here.");
        }
        while (advance() != JsonToken.END_ARRAY) {
            handler.element();
            skip();
        }
    }

    /** The current value as text if it is a text, a number, true or false; empty otherwise. */
    public String text() throws IOException {
        JsonToken token = json.currentToken();
        if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            return "";
        }
        try {
            return JsonValue.clean(json.getText());
        } catch (JsonProcessingException e) {
            throw explain(e);
        }
    }

    /**
     * The current value as a whole.
     *
     * @throws ScanUnreadable if it takes more than {@value #VALUE_LIMIT} bytes
     */
    public JsonValue value() throws IOException {
        bytes.valueStarts();
        try {
            JsonNode tree = TREES.readTree(json);
            return new JsonValue(tree);
        } catch (JsonProcessingException e) {
            throw explain(e);
        } catch (ValueTooLong e) {
            throw refused("one entry is longer than the limit of " + VALUE_LIMIT + " bytes.");
        } finally {
            bytes.valueEnded();
        }
    }

    /** Passes over the rest of the current value. */
    public void skip() throws IOException {
        try {
            json.skipChildren();
        } catch (JsonProcessingException e) {
            throw explain(e);
        }
    }

    /** Where the reader stands, for people. */
    public String place() {
        return place(json.currentTokenLocation());
    }

    private static String place(JsonLocation location) {
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private JsonToken advance() throws IOException {
        try {
            return json.nextToken();
        } catch (JsonProcessingException e) {
            throw explain(e);
        }
    }

    private ScanUnreadable refused(String why) {
        return ScanUnreadable.at(place(), why);
    }

    private static ScanUnreadable explain(JsonProcessingException e) {
        String where = e.getLocation() == null ? "" : place(e.getLocation());
        String said = e.getOriginalMessage();
        if (e instanceof StreamConstraintsException) {
            return ScanUnreadable.at(
                    where,
                    said.contains("nesting")
                            ? "values are nested deeper than " + DEPTH_LIMIT + " levels."
                            : "a text, name or number is longer than the limit.");
        }
        if (said.startsWith("Duplicate field")) {
            return ScanUnreadable.at(
                    where,
                    "the name " + said.substring("Duplicate field ".length())
                            + " stands twice in one object, so it cannot be told which is meant.");
        }
        if (said.startsWith("Unexpected end-of-input")) {
            return ScanUnreadable.at(where, "the file breaks off. Was it cut off? Export it again.");
        }
        return ScanUnreadable.at(where, "the JSON is not well-formed. Export it again.");
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    /** Reads one member; may move the reader at most to the end of its value. */
    @FunctionalInterface
    public interface MemberHandler {
        void member(String name) throws IOException;
    }

    /** Reads one element; may move the reader at most to its end. */
    @FunctionalInterface
    public interface ElementHandler {
        void element() throws IOException;
    }

    private static final class ValueTooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Counts what one value takes; what is read ahead counts for the value at hand, which the limit allows for. */
    private static final class CountedBytes extends FilterInputStream {

        private static final long UNCOUNTED = Long.MIN_VALUE;

        private long inValue = UNCOUNTED;

        CountedBytes(InputStream in) {
            super(in);
        }

        void valueStarts() {
            inValue = 0;
        }

        void valueEnded() {
            inValue = UNCOUNTED;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (inValue != UNCOUNTED && (inValue += Math.max(count, 0)) > VALUE_LIMIT) {
                throw new ValueTooLong();
            }
            return count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }
    }
}
