package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.closeout.threat.Feeds;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ISSM takes in a catalogue and finds what it concerns. */
class ThreatsBrowserTest extends BrowserTest {

    private static final int PHONE_WIDTH = 390;

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
    void takesInACatalogueAndFindsItsItems() {
        LocalDate listed = LocalDate.now().minusDays(400);
        Page page = issm.open("/threats").page;
        handIn(
                page,
                "kev.json",
                Feeds.catalogue(
                        "2026.11.02",
                        "2026-11-02T16:00:00Z",
                        Feeds.entry("CVE-2023-27532", listed, listed.plusDays(21))));
        handIn(
                page,
                "CVE-2023-27532.json",
                Feeds.record("CVE-2023-27532", "", "{\"Automatable\": \"yes\"}, {\"Technical Impact\": \"partial\"}"));
        handIn(page, "epss.csv", Feeds.scores("2026-11-01T12:00:00Z", "CVE-2023-27532,0.79005,0.98992"));
        assertThat(issm.content()).contains("KEV 2026.11.02", "EPSS v2026.06.15");
        assertThat(Barriers.of(page)).isEmpty();
        page.setViewportSize(PHONE_WIDTH, HEIGHT);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE_WIDTH);
        page.setViewportSize(WIDTH, HEIGHT);

        issm.link("Known exploited items");
        issm.sees("Backup software agent");
        assertThat(page.getByLabel("Known exploited only").isChecked()).isTrue();
        assertThat(page.locator("input[type=hidden][name=kev][value=true]").count())
                .as("what is done with all that match keeps to the filter")
                .isPositive();
        assertThat(Barriers.of(page)).isEmpty();

        issm.link("Backup software agent");
        issm.sees("Past the date of the catalogue, " + listed.plusDays(21));
        assertThat(issm.content())
                .contains("In the catalogue (KEV)", "14 days", "Automatable: yes", "79.0 % probability");
        assertThat(Barriers.of(page)).isEmpty();
        page.setViewportSize(PHONE_WIDTH, HEIGHT);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE_WIDTH);
        page.setViewportSize(WIDTH, HEIGHT);
    }

    private static void handIn(Page page, String name, String file) {
        page.getByLabel("File", new Page.GetByLabelOptions().setExact(false))
                .first()
                .setInputFiles(new FilePayload(name, "application/octet-stream", Feeds.bytes(file)));
        page.locator("form[action='/threats'] button[type=submit]").click();
        page.getByText("was taken").first().waitFor();
    }
}
