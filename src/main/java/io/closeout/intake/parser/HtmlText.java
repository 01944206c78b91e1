package io.closeout.intake.parser;

import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The one way to read texts that scanners write in HTML. The outcome is plain text: paragraphs, line breaks and list items begin new
 * lines, a link keeps its address, scripts and styles are gone. What is no HTML tag, as in {@code user <name>}, stays as it is. Nothing
 * is fetched.
 */
public final class HtmlText {

    /** In characters. What is longer stays as it is, since it is data rather than prose. */
    public static final int LIMIT = 1024 * 1024;

    private static final Set<String> PARAGRAPHS =
            Set.of("p", "ul", "ol", "dl", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6");

    /** Which HTML counts among its blocks. */
    private static final Set<String> INLINE = Set.of("td", "th", "script", "style");

    private HtmlText() {}

    /** @param html with or without tags; line breaks of a text without paragraphs and breaks of HTML are kept */
    public static String plain(String html) {
        if (!mayBeHtml(html)) {
            return html.strip();
        }
        Element body = Jsoup.parseBodyFragment(html).body();
        Lines lines = new Lines(body.selectFirst("p, br, li, div, pre, tr") == null);
        body.traverse(lines);
        return lines.text();
    }

    /** Addresses of the web that the text links to, in its order, without repetition. */
    public static List<String> links(String html) {
        return mayBeHtml(html)
                ? Jsoup.parseBodyFragment(html).body().select("a[href]").stream()
                        .map(HtmlText::address)
                        .filter(address -> !address.isEmpty())
                        .distinct()
                        .toList()
                : List.of();
    }

    private static boolean mayBeHtml(String text) {
        return text.length() <= LIMIT && (text.indexOf('<') >= 0 || text.indexOf('&') >= 0);
    }

    private static String address(Element link) {
        String address = link.attr("href").strip();
        return address.startsWith("http://") || address.startsWith("https://") ? address : "";
    }

    /** Collects the text on the way through the elements. */
    private static final class Lines implements NodeVisitor {

        private final boolean keepsBreaks;
        private final StringBuilder text = new StringBuilder();
        private int preformatted;

        Lines(boolean keepsBreaks) {
            this.keepsBreaks = keepsBreaks;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(words.getWholeText());
            } else if (node instanceof Element element && depth > 0) {
                begin(element);
            }
        }

        private void begin(Element element) {
            String name = element.normalName();
            if (!element.tag().isKnownTag()) {
                text.append('<').append(element.tagName()).append('>');
            } else if (name.equals("br")) {
                text.append('\n');
            } else if (name.equals("li")) {
                newLines(1);
                text.append("- ");
            } else if (PARAGRAPHS.contains(name)) {
                newLines(name.equals("ul") || name.equals("ol") ? 1 : 2);
            } else if (beginsLine(element)) {
                newLines(1);
            }
            preformatted += name.equals("pre") ? 1 : 0;
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element) || depth == 0) {
                return;
            }
            String name = element.normalName();
            if (name.equals("a")) {
                appendAddress(element);
            } else if (name.equals("td") || name.equals("th")) {
                text.append(' ');
            } else if (PARAGRAPHS.contains(name)) {
                newLines(2);
            } else if (beginsLine(element)) {
                newLines(1);
            }
            preformatted -= name.equals("pre") ? 1 : 0;
        }

        private static boolean beginsLine(Element element) {
            return element.isBlock() && !INLINE.contains(element.normalName());
        }

        private void appendAddress(Element link) {
            String address = address(link);
            if (!address.isEmpty() && !link.text().contains(address)) {
                text.append(" (").append(address).append(')');
            }
        }

        private void append(String words) {
            if (keepsBreaks || preformatted > 0) {
                text.append(words);
                return;
            }
            for (int i = 0; i < words.length(); i++) {
                char next = words.charAt(i);
                if (!Character.isWhitespace(next)) {
                    text.append(next);
                } else if (!endsBlank()) {
                    text.append(' ');
                }
            }
        }

        private boolean endsBlank() {
            return text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        }

        /** Makes sure that the text ends with so many line breaks; none at its beginning, never more than two. */
        private void newLines(int count) {
            int there = 0;
            int end = text.length();
            while (end > 0 && Character.isWhitespace(text.charAt(end - 1)) && preformatted == 0) {
                there += text.charAt(end - 1) == '\n' ? 1 : 0;
                end--;
            }
            text.setLength(end);
            if (end > 0) {
                text.append("\n".repeat(Math.min(2, Math.max(count, there))));
            }
        }

        String text() {
            return text.toString().replace('\u00A0', ' ').strip();
        }
    }
}
