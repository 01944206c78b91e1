package io.closeout.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.closeout.shared.Refused;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells from its first bytes what a file is. Only kinds that evidence comes in are taken; what a browser or a machine
 * would run is not.
 */
final class MediaTypes {

    /** How much of a file is looked at. Office files name their parts within it. */
    static final int HEAD_SIZE = 64 * 1024;

    private record Signature(int offset, String bytes, String mediaType) {
        boolean fits(String head) {
            return head.startsWith(bytes, offset);
        }
    }

    private static final List<Signature> SIGNATURES = List.of(
            new Signature(0, "%PDF-", "application/pdf"),
            new Signature(0, "\u0089PNG\r\n\u001a\n", "image/png"),
            new Signature(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
            new Signature(0, "GIF87a", "image/gif"),
            new Signature(0, "GIF89a", "image/gif"),
            new Signature(8, "WEBP", "image/webp"),
            new Signature(0, "\u00ff\u00fe", "text/plain"),
            new Signature(0, "\u00fe\u00ff", "text/plain"));

    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    /** What may stand before the first element. */
    private static final Pattern PROLOG =
            Pattern.compile("\\s+|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>\\[]*(?:\\[.*?\\]\\s*)?>", Pattern.DOTALL);

    private static final Pattern ELEMENT = Pattern.compile("<([\\w:.-]+)");
    private static final Pattern HTML_DOCTYPE = Pattern.compile("<!doctype\\s+(?:html|svg)", Pattern.CASE_INSENSITIVE);

    /** What browsers take for HTML: WHATWG MIME Sniffing, section 7.1. */
    private static final Pattern HTML_ROOT =
            Pattern.compile("(?:\\w+:)?(?:html|svg|head|body|script|iframe|style|title|table|div|font|h1|p|a|b|br)");

    private static final Pattern JSON = Pattern.compile("\\A\\s*(?:\\{\\s*[\"}]|\\[\\s*[{\\[\"\\]])");
    private static final Pattern MAIL_HEADER = Pattern.compile("[\\w-]+:.*|[ \\t].*");
    private static final Pattern NOT_TEXT = Pattern.compile("[\\x00-\\x08\\x0b\\x0e-\\x1a\\x1c-\\x1f\\x7f]");

    private MediaTypes() {}

    /**
     * @param bytes the first {@link #HEAD_SIZE} bytes, or all if there are fewer
     * @throws Refused if it is nothing that can be kept as evidence
     */
    static String of(byte[] bytes) {
        String head = new String(bytes, ISO_8859_1);
        return SIGNATURES.stream()
                .filter(signature -> signature.fits(head))
                .map(Signature::mediaType)
                .findFirst()
                .orElseGet(() -> head.startsWith("PK\u0003\u0004") ? ofZip(head) : ofText(head));
    }

    private static String ofZip(String head) {
        if (head.startsWith("mimetypeapplication/vnd.oasis.opendocument.", 30)) {
            return head.substring(38, head.indexOf("PK", 38));
        }
        if (head.contains("word/")) {
            return OOXML + "wordprocessingml.document";
        }
        if (head.contains("xl/")) {
            return OOXML + "spreadsheetml.sheet";
        }
        if (head.contains("ppt/")) {
            return OOXML + "presentationml.presentation";
        }
        throw refused("is an archive");
    }

    private static String ofText(String head) {
        String text = head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
        if (NOT_TEXT.matcher(text).find()) {
            throw refused("is a program or of a kind that is not known here");
        }
        int start = afterProlog(text);
        Matcher root = ELEMENT.matcher(text).region(start, text.length());
        if (root.lookingAt()) {
            return ofMarkup(root.group(1));
        }
        if (JSON.matcher(text).find()) {
            return "application/json";
        }
        return isMail(text) ? "message/rfc822" : "text/plain";
    }

    private static int afterProlog(String text) {
        Matcher prolog = PROLOG.matcher(text);
        Matcher doctype = HTML_DOCTYPE.matcher(text);
        int position = 0;
        while (true) {
            if (doctype.region(position, text.length()).lookingAt()) {
                throw refusedPage();
            }
            if (!prolog.region(position, text.length()).lookingAt()) {
                return position;
            }
            position = prolog.end();
        }
    }

    private static String ofMarkup(String root) {
        if (HTML_ROOT.matcher(root.toLowerCase(Locale.ROOT)).matches()) {
            throw refusedPage();
        }
        return "application/xml";
    }

    /** RFC 5322, section 3.6: header lines, among them the author, before anything else. */
    private static boolean isMail(String text) {
        return text.lines()
                .takeWhile(line -> MAIL_HEADER.matcher(line).matches())
                .anyMatch(line -> line.regionMatches(true, 0, "From:", 0, 5));
    }

    private static Refused refusedPage() {
        return refused("is a web page or an SVG drawing");
    }

    private static Refused refused(String what) {
        return Refused.because("The file cannot be kept as evidence: by its content it " + what
                + ". Attach a PDF, a picture (PNG, JPEG, GIF, WebP), text, CSV, a log, XML, JSON, an e-mail (.eml)"
                + " or an Office document (.docx, .xlsx, .pptx, .odt, .ods).");
    }
}
