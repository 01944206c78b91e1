package io.closeout.intake.parser;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the bytes of XML into characters by its mark, its declaration, or as UTF-8. The JDK's XML reader could do it too, but prints broken
 * bytes at the beginning of a file to the error output, whoever listens to its problems.
 */
final class XmlEncoding {

    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][\\w.-]*)[\"']");

    /** In these, bytes that are no characters mean that the file is broken; others have holes that tools put bytes into. */
    private static final Set<Charset> STRICT = Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);

    private XmlEncoding() {}

    /**
     * @param head from the first markup or mark on
     * @throws ScanUnreadable if the declaration names an encoding that nobody knows
     */
    static CharsetDecoder decoder(byte[] head) {
        Charset charset = charset(head);
        CodingErrorAction broken = STRICT.contains(charset) ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        return charset.newDecoder().onMalformedInput(broken).onUnmappableCharacter(broken);
    }

    private static Charset charset(byte[] head) {
        int start = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        return switch (start) {
            case 0xFEFF, 0xFFFE -> StandardCharsets.UTF_16;
            case '<' -> StandardCharsets.UTF_16BE;
            case '<' << 8 -> StandardCharsets.UTF_16LE;
            default -> declared(new String(head, StandardCharsets.ISO_8859_1));
        };
    }

    /** A declaration that can be read byte by byte is none in UTF-16, whatever it says. */
    private static Charset declared(String head) {
        Matcher declared = DECLARED.matcher(head);
        if (!declared.find() || declared.group(1).toUpperCase(Locale.ROOT).startsWith("UTF-16")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalArgumentException unknown) {
            throw XmlProblems.unknownEncoding();
        }
    }
}
