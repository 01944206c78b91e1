package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Tab key walks a page and a form in the order in which they are read, and one always sees where it is. */
class KeyboardBrowserTest extends BrowserTest {

    private static final int MOST_STEPS = 60;

    private Visit issm;
    private String item;

    @BeforeAll
    void aScanIsImported() {
        issm = signedIn("issm");
        issm.imports(Path.of("samples/halyard-first-scan.nessus"));
        item = issm.itemFoundBy("SMB signing");
    }

    @AfterAll
    void leave() {
        issm.close();
    }

    @Test
    void walksTheRegisterFromTheSkipLinkToTheTable() {
        Page page = issm.open("/items?q=SMB+signing").page;
        assertThat(walk(page, "SMB signing is not required", HAS_A_RING))
                .containsSubsequence(
                        "Skip to content",
                        "Closeout",
                        "Home",
                        "Register",
                        "Import",
                        "Tasks",
                        "Mara Lindqvist",
                        "Workbook",
                        "Find",
                        "SMB signing is not required");
    }

    @Test
    void walksTheFormOfATaskInItsOrder() {
        Tasklist task = issm.tasklist().take(item);
        task.field("Priority").focus();
        assertThat(walk(issm.page, "Complete", HAS_A_RING_OR_SHADE))
                .containsSubsequence("Track", "Owner group", "Owner", "Note", "Complete");
    }

    /** @return the names of what is focused, up to and with the last one */
    private static List<String> walk(Page page, String last, String seen) {
        List<String> names = new ArrayList<>();
        while (!names.contains(last) && names.size() < MOST_STEPS) {
            page.keyboard().press("Tab");
            String name = (String) page.evaluate(NAME);
            assertThat(page.evaluate(seen)).as("focus is seen on " + name).isEqualTo(true);
            names.add(name);
        }
        return names;
    }

    private static final String NAME = """
            () => {
              const here = document.activeElement;
              const label = here.labels && here.labels[0];
              return (label ? label.innerText : here.innerText || here.getAttribute('aria-label') || here.tagName)
                .replace(/\\*$/, '').trim();
            }""";

    private static final String HAS_A_RING = """
            () => {
              const style = getComputedStyle(document.activeElement);
              return style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2;
            }""";

    /** Around it or around what holds it, as form-js draws it around its drop-downs. */
    private static final String HAS_A_RING_OR_SHADE = """
            () => {
              const rings = element => {
                const style = getComputedStyle(element);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 || style.boxShadow !== 'none';
              };
              const here = document.activeElement;
              return rings(here) || rings(here.parentElement);
            }""";
}
