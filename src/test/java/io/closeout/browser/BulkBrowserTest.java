package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.closeout.testing.RunningCloseout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Many items at once, from the register page. */
@ExtendWith(NeedsChromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkBrowserTest {

    private static final Pattern PASSWORD = Pattern.compile("Password\\s+(\\S+)");

    /** Alone with its register: items that all are triaged would spoil what other tests are at. */
    private RunningCloseout closeout;

    private Chromium chromium;
    private String password;
    private Visit issm;

    @BeforeAll
    void aScanIsImported(@TempDir Path folder) throws IOException, InterruptedException {
        closeout = RunningCloseout.start(folder);
        chromium = Chromium.start();
        password = closeout.awaitPrinted(PASSWORD);
        issm = visitor().signIn("issm", password);
        issm.imports(Path.of("samples/halyard-first-scan.nessus"));
    }

    private Visit visitor() {
        return chromium.visit(closeout.address().toString(), Picture.WIDE, Picture.HIGH);
    }

    @AfterAll
    void leave() {
        issm.close();
        chromium.close();
        closeout.close();
    }

    @Test
    void chosenItemsAndThenAllThatMatchAreTriagedAndTheRefusedAreNamed() {
        Page page = issm.open("/items").page;
        Locator rows = page.locator("#register tbody tr");
        int all = rows.count();
        String first = rows.nth(0).locator(".item-id").textContent();
        rows.nth(0).getByRole(AriaRole.CHECKBOX).check();
        rows.nth(1).getByRole(AriaRole.CHECKBOX).check();
        assertThat(Barriers.of(page)).isEmpty();
        page.getByLabel("With the chosen items").selectOption("TRIAGE");
        issm.button("Go on");
        issm.sees("2 items are chosen");
        assertThat(Barriers.of(page)).isEmpty();
        page.getByLabel("Owner").selectOption("it");
        issm.button("Do it for 2 items");

        issm.sees("2 items were done, none was refused.");
        assertThat(issm.content()).contains(first);
        assertThat(Barriers.of(page)).isEmpty();

        issm.open("/items");
        page.getByLabel("With the chosen items").selectOption("TRIAGE");
        page.locator("#bulk-all").check();
        issm.button("Go on");
        issm.button("Do it for " + all + " items");

        // Two are triaged already, and the table lets the low ones go without.
        assertThat(page.locator(".page-head [role=status]").innerText())
                .matches("\\d+ items were done, \\d+ were refused\\.");
        assertThat(issm.content()).contains(first, "It does not wait for that now");
        assertThat(Barriers.of(page)).isEmpty();
    }

    @Test
    void nothingChosenIsSaidPlainly() {
        issm.open("/items");
        issm.button("Go on");

        issm.sees("Choose at least one item");
    }

    @Test
    void whoOnlyReadsIsOfferedNothing() {
        try (Visit assessor = visitor().signIn("assessor", password)) {
            assertThat(assessor.open("/items").page.locator("#bulk").count()).isZero();
        }
    }
}
