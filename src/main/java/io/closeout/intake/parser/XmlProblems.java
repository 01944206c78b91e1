package io.closeout.intake.parser;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Says in plain words what is wrong with an XML file, where, and what to do. */
final class XmlProblems {

    static final String ENTITY = "the file refers to an entity of its own, which scan reports do not need and which is"
            + " never expanded. Export the report again from the scanner.";
    private static final String ADVICE = " The file is damaged or cut short: export it again and upload it unchanged.";

    private static final String BEGINNING = "beginning of the file";

    private XmlProblems() {}

    /** @throws IOException if the bytes could not be had, which is no fault of the file */
    static ScanUnreadable explain(XMLStreamException problem, int skippedLines) throws IOException {
        String where = place(problem.getLocation(), skippedLines);
        Throwable cause = problem.getNestedException();
        if (cause instanceof CharacterCodingException) {
            return ScanUnreadable.at(where, "bytes that are no characters of the file's encoding." + ADVICE);
        }
        if (cause instanceof IOException io) {
            throw io;
        }
        return ScanUnreadable.at(where, reason(String.valueOf(problem.getMessage())));
    }

    private static String reason(String message) {
        // the JDK writes "ParseError at [row,col]:[1,2]\nMessage: ..."
        String detail = message.replaceFirst("(?s)^.*?Message: ", "").strip();
        return detail.contains("The entity \"") ? ENTITY : notWellFormed(detail);
    }

    static String notWellFormed(String detail) {
        return "not well-formed XML (" + detail.replaceFirst("\\.$", "") + ")." + ADVICE;
    }

    static ScanUnreadable unknownEncoding() {
        return ScanUnreadable.at(BEGINNING, "the declared encoding is not known. Export the file as UTF-8.");
    }

    static String tooLong(int limit) {
        return "a comment, tag or text here is longer than the limit of " + limit + " bytes.";
    }

    static String place(@Nullable Location location, int skippedLines) {
        if (location == null || location.getLineNumber() < 1) {
            return BEGINNING;
        }
        return "line " + (location.getLineNumber() + skippedLines) + ", column " + location.getColumnNumber();
    }
}
