package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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

/** The ISSM assesses a requirement objective by objective, and reports what an audit found. */
@ExtendWith(NeedsChromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingsByPeopleBrowserTest {

    private static final Pattern PASSWORD = Pattern.compile("Password\\s+(\\S+)");
    private static final String GUIDE = "/assessment/guide/AC/3.1.2";

    /** Alone with its assessment: its items would stand in the way of other tests. */
    private RunningCloseout closeout;

    private Chromium chromium;
    private Visit issm;

    @BeforeAll
    void signIn(@TempDir Path folder) throws IOException, InterruptedException {
        closeout = RunningCloseout.start(folder);
        chromium = Chromium.start();
        issm = chromium.visit(closeout.address().toString(), Picture.WIDE, Picture.HIGH)
                .signIn("issm", closeout.awaitPrinted(PASSWORD));
    }

    @AfterAll
    void leave() {
        issm.close();
        chromium.close();
        closeout.close();
    }

    @Test
    void aRequirementNotMetBecomesAnItemAndOnceMetIsOfferedForClosing() {
        answerByKeyboard();
        String item = issm.page.locator("a[href^='/items/POA-']").first().innerText();
        assertThat(Barriers.of(issm.page)).isEmpty();
        Picture.draw(issm.page, "guide-requirement");
        issm.link(item);
        assertThat(issm.content())
                .contains(
                        "3.1.2[b] system access is limited to the defined types of transactions and functions",
                        "may not stand on the POA&M of a Conditional CMMC status");
        assertThat(Barriers.of(issm.page)).isEmpty();

        issm.open(GUIDE).page.locator("#answer-b-MET").check();
        issm.page.locator("#link").fill("https://tickets.example.com/CHG-77");
        issm.button("Save and go to 3.1.3");
        issm.sees("AC.L2-3.1.2 is saved: Met.");
        assertThat(issm.page.url()).contains("/AC/3.1.3");

        Tasklist question = issm.tasklist().take(item);
        assertThat(question.formText()).contains("or an assessment found its requirement met");
        question.pick("Yes, close the item").complete();
        issm.open("/items/" + item);
        assertThat(issm.content())
                .contains("An assessment found it met", "https://tickets.example.com/CHG-77", "Closed");

        issm.open("/assessment/guide");
        assertThat(issm.content()).contains("of 320 objectives answered", "2 of 70");
        assertThat(Barriers.of(issm.page)).isEmpty();
    }

    /** From the first answer by Tab, the arrows and Enter alone. */
    private void answerByKeyboard() {
        Page page = issm.open(GUIDE).page;
        page.locator("#answer-a-MET").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Tab");
        page.keyboard().type("Two accounts of the press may do everything.");
        page.locator("#evidenceNote").focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        issm.sees("AC.L2-3.1.2 is saved: Not met.");
    }

    @Test
    void anEntryOfAnAuditBecomesAnItemOnce() {
        report();
        issm.sees("is open, and its process has started.");
        assertThat(issm.content())
                .contains(
                        "Reported by a person", "Audit", "A-7", "Give everybody an account.", "Press 4", "Triage item");
        assertThat(Barriers.of(issm.page)).isEmpty();

        report();
        issm.sees("Audit A-7 was reported already");
        assertThat(Barriers.of(issm.page)).isEmpty();
        issm.page.locator("form a[href^='/items/POA-']").click();
        issm.sees("Reported by a person");

        issm.open("/findings");
        assertThat(issm.content()).contains("Shared account at the press", "A-7", "3.1.1", "New");
        assertThat(Barriers.of(issm.page)).isEmpty();
    }

    private void report() {
        Page page = issm.open("/findings/new").page;
        page.getByLabel("Title").fill("Shared account at the press");
        page.getByLabel("Description").fill("Three people sign in as operator.");
        page.getByLabel("Recommendation").fill("Give everybody an account.");
        page.getByLabel("Severity").selectOption("HIGH");
        page.getByLabel("Id in the report").fill("A-7");
        page.getByLabel("New assets").fill("Press 4");
        page.getByLabel("Requirements of NIST").fill("3.1.1");
        page.evaluate("scrollTo(0, 0)");
        Picture.draw(page, "finding-form");
        issm.button("Report");
    }
}
