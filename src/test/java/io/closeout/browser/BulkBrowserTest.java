package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Many items at once, from the register page. Each test goes on where the one before left the items. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BulkBrowserTest extends BrowserTest {

    private Visit issm;

    @BeforeAll
    void aScanIsImported() {
        issm = signedIn("issm");
        issm.imports(Path.of("samples/halyard-first-scan.nessus"));
    }

    @AfterAll
    void leave() {
        issm.close();
    }

    @Test
    @Order(1)
    void chosenItemsAreTriagedAndNamed() {
        Page page = issm.open("/items?status=NEW").page;
        Locator rows = page.locator("#register tbody tr");
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
    }

    @Test
    @Order(2)
    void allThatMatchAreTriedAndTheRefusedAreNamedWithTheReason() {
        Page page = issm.open("/items?status=NEW").page;
        page.getByLabel("With the chosen items").selectOption("TRIAGE");
        page.locator("#bulk-all").check();
        issm.button("Go on");
        page.locator("form.panel button[type=submit]").click();

        issm.sees("2 were refused.");
        assertThat(issm.content()).contains("It does not wait for that now");
        assertThat(Barriers.of(page)).isEmpty();
    }

    @Test
    @Order(3)
    void nothingChosenIsSaidPlainly() {
        issm.open("/items");
        issm.button("Go on");

        issm.sees("Choose at least one item");
    }

    @Test
    @Order(4)
    void whoOnlyReadsIsOfferedNothing() {
        try (Visit assessor = signedIn("assessor")) {
            assertThat(assessor.open("/items").page.locator("#bulk").count()).isZero();
        }
    }
}
