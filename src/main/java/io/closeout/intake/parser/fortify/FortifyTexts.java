package io.closeout.intake.parser.fortify;

import io.closeout.intake.parser.HtmlText;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of rules: HTML in which an empty line parts paragraphs, with a few elements of Fortify's own, among them gaps that each result
 * fills.
 */
final class FortifyTexts {

    private static final Pattern GAP = Pattern.compile("<Replace key=\"([^\"]*)\"[^>]*>");
    private static final Pattern OWN =
            Pattern.compile("</?(Content|Paragraph|AltParagraph|ConditionalText|IfDef|IfNotDef|Replace)[^>]*>");

    private FortifyTexts() {}

    static String plain(String text, Map<String, String> replacements) {
        Matcher gaps = GAP.matcher(text);
        String filled = gaps.replaceAll(gap -> Matcher.quoteReplacement(replacements.getOrDefault(gap.group(1), "…")));
        String html = OWN.matcher(filled).replaceAll("");
        return HtmlText.plain(html.indexOf('<') < 0 ? html : html.replaceAll("\\n\\s*\\n", "<br><br>"));
    }
}
