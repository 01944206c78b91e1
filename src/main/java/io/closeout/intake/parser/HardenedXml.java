package io.closeout.intake.parser;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The one way to read XML from outside. A stream: nothing is held but the element at hand. A DOCTYPE is passed over
 * unread, so no entity is ever declared, expanded or fetched, and a file that refers to one is refused (except in an
 * attribute under an external DOCTYPE, where the JDK drops the reference). Texts, single
 * events and nesting are limited. Everything that is wrong surfaces as {@link ScanUnreadable} with line and column.
 */
public final class HardenedXml implements AutoCloseable {

    /** Of one element's text, in characters, and of one event (a comment, a tag with its attributes), in bytes. */
    public static final int DEFAULT_TEXT_LIMIT = 64 * 1024 * 1024;

    private static final int DEPTH_LIMIT = 256;
    private static final XMLInputFactory FACTORY = hardenedFactory();

    private final XmlBytes bytes;
    private final XMLStreamReader reader;
    private final int textLimit;
    private int depth;
    private long textLength;

    private HardenedXml(InputStream in, int textLimit) throws IOException {
        this.textLimit = textLimit;
        this.bytes = XmlBytes.startingAtMarkup(in, textLimit);
        try {
            this.reader = FACTORY.createXMLStreamReader(bytes.characters());
        } catch (XMLStreamException e) {
            throw XmlProblems.explain(e, bytes.skippedLines());
        }
    }

    /** @param in closed together with this reader */
    public static HardenedXml open(InputStream in) throws IOException {
        return open(in, DEFAULT_TEXT_LIMIT);
    }

    public static HardenedXml open(InputStream in, int textLimit) throws IOException {
        return new HardenedXml(in, textLimit);
    }

    private static XMLInputFactory hardenedFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLReporter((message, type, related, location) -> {
            // every problem is thrown as well; the JDK would print it too
        });
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it refers to something outside the file");
        });
        return factory;
    }

    /** Moves to the root element and answers its local name. */
    public String root() throws IOException {
        while (advance() != XMLStreamConstants.START_ELEMENT) {
            // comments and processing instructions may precede it
        }
        return reader.getLocalName();
    }

    /** Moves to the next element of this local name, however deep it stands; {@code false} at the end of the file. */
    public boolean to(String localName) throws IOException {
        int event = advance();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals(localName)) {
                return true;
            }
            event = advance();
        }
        return false;
    }

    /**
     * Hands each child of the current element to the handler, by local name, and ends after the current element. What
     * the handler leaves unread is passed over.
     */
    public void children(ElementHandler handler) throws IOException {
        int inside = depth;
        while (depth >= inside) {
            if (advance() == XMLStreamConstants.START_ELEMENT) {
                handler.element(reader.getLocalName());
                passOver(inside);
            }
        }
    }

    /**
     * As {@link #children}, for elements that hold text beside their children.
     *
     * @return the element's own text, without that of its children
     */
    public String textBeside(ElementHandler handler) throws IOException {
        StringBuilder text = new StringBuilder();
        mixed(text::append, handler);
        return text.toString();
    }

    /** As {@link #children}, for prose: texts and children in their order. A piece of text may end anywhere. */
    public void mixed(Consumer<String> piece, ElementHandler handler) throws IOException {
        int inside = depth;
        while (depth >= inside) {
            int event = advance();
            if (isText(event)) {
                piece.accept(reader.getText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                handler.element(reader.getLocalName());
                passOver(inside);
            }
        }
    }

    /** Passes over the rest of the current element. */
    public void skip() throws IOException {
        passOver(depth - 1);
    }

    private void passOver(int outside) throws IOException {
        while (depth > outside) {
            advance();
        }
    }

    /** Of the current element; null if it has no such attribute. */
    public @Nullable String attribute(String localName) {
        return reader.getAttributeValue(null, localName);
    }

    /** All text inside the current element; moves behind it. */
    public String text() throws IOException {
        StringBuilder text = new StringBuilder();
        text(text::append);
        return text.toString();
    }

    /** As {@link #text()}, in pieces, for texts that need not be held. A piece may end anywhere. */
    public void text(Consumer<String> piece) throws IOException {
        int inside = depth;
        while (depth >= inside) {
            if (isText(advance())) {
                piece.accept(reader.getText());
            }
        }
    }

    /** Reads on to the last byte, so that a file with a broken end is refused. */
    public void finish() throws IOException {
        while (advance() != XMLStreamConstants.END_DOCUMENT) {
            // nothing behind the root element matters but that it is well-formed
        }
    }

    /** Where the reader stands, for people. */
    public String place() {
        Location location = reader.getLocation();
        return XmlProblems.place(location, bytes.skippedLines());
    }

    private int advance() throws IOException {
        int event = next();
        bytes.eventEnded();
        if (isText(event)) {
            textLength += reader.getTextLength();
            if (textLength > textLimit) {
                throw refused("a text is longer than the limit of " + textLimit + " characters.");
            }
        } else {
            textLength = 0;
            follow(event);
        }
        return event;
    }

    private void follow(int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                if (depth > DEPTH_LIMIT) {
                    throw refused("elements are nested deeper than " + DEPTH_LIMIT + " levels.");
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.ENTITY_REFERENCE -> throw refused(XmlProblems.ENTITY);
            default -> {}
        }
    }

    private int next() throws IOException {
        try {
            return reader.next();
        } catch (XMLStreamException e) {
            throw XmlProblems.explain(e, bytes.skippedLines());
        } catch (XmlBytes.EventTooLong e) {
            throw refused(XmlProblems.tooLong(textLimit));
        } catch (ScanUnreadable said) {
            // by the archive in which the file lies
            throw said;
        } catch (RuntimeException e) {
            // the JDK's reader answers some broken input with its own mistakes
            throw refused(XmlProblems.notWellFormed("it cannot be understood"));
        }
    }

    private ScanUnreadable refused(String why) {
        return ScanUnreadable.at(place(), why);
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            bytes.close();
        }
    }

    /** Reads one element; may move the reader at most to the element's end. */
    @FunctionalInterface
    public interface ElementHandler {
        void element(String localName) throws IOException;
    }
}
