package io.closeout.intake.parser;

import java.util.LinkedHashMap;
import java.util.Map;

/** Texts in HTML that were read lately. Files of scanners repeat the texts of a check with each host; reading them takes most of the time. */
public final class HtmlMemory {

    private static final int TEXTS = 1_000;
    /** Of one text, in characters. */
    private static final int LONGEST = 16 * 1024;

    private final Map<String, HtmlText.Prose> lately = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, HtmlText.Prose> eldest) {
            return size() > TEXTS;
        }
    };

    /** As {@link HtmlText#read}. */
    public HtmlText.Prose read(String html) {
        return html.length() > LONGEST ? HtmlText.read(html) : lately.computeIfAbsent(html, HtmlText::read);
    }
}
