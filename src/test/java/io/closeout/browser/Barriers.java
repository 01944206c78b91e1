package io.closeout.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** What axe-core finds against WCAG 2.2 at the levels A and AA. */
final class Barriers {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Barriers() {}

    static List<String> of(Page page) {
        return found(new AxeBuilder(page));
    }

    /** Only within what the selector names; the frame around a task's form is the engine's. */
    static List<String> within(Page page, String selector) {
        return found(new AxeBuilder(page).include(selector));
    }

    private static List<String> found(AxeBuilder axe) {
        return axe.withTags(WCAG_22_AA).analyze().getViolations().stream()
                .map(Barriers::words)
                .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).collect(Collectors.joining(" | "));
    }
}
