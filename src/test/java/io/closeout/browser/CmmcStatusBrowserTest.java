package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.closeout.testing.RunningCloseout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An assessment becomes a Conditional status, is affirmed and closed out, as the sample people do it. */
@ExtendWith(NeedsChromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CmmcStatusBrowserTest {

    private static final Pattern PASSWORD = Pattern.compile("Password\\s+(\\S+)");
    private static final String FAMILY = "/assessment/AU";
    private static final String STATUS = "/assessment/status";
    private static final List<String> OTHER_FAMILIES =
            List.of("AC", "AT", "CM", "IA", "IR", "MA", "MP", "PS", "PE", "RA", "CA", "SC", "SI");

    private final LocalDate today = LocalDate.now(ZoneId.of("America/Chicago"));

    /** Alone with its assessment: its items would stand in the way of other tests. */
    private RunningCloseout closeout;

    private Chromium chromium;
    private Visit issm;
    private Visit leader;

    @BeforeAll
    void everythingButOneFamilyWasFoundMet(@TempDir Path folder) throws IOException, InterruptedException {
        closeout = RunningCloseout.start(folder);
        chromium = Chromium.start();
        String password = closeout.awaitPrinted(PASSWORD);
        issm = visitor().signIn("issm", password);
        leader = visitor().signIn("leader", password);
        for (String family : OTHER_FAMILIES) {
            issm.open("/assessment/" + family)
                    .page
                    .getByLabel("Those without a result")
                    .selectOption("MET");
            issm.button("Record results");
            issm.sees("were recorded.");
        }
    }

    private Visit visitor() {
        return chromium.visit(closeout.address().toString(), Picture.WIDE, Picture.HIGH);
    }

    @AfterAll
    void everybodyLeaves() {
        issm.close();
        leader.close();
        chromium.close();
        closeout.close();
    }

    @Test
    void aConditionalStatusIsAffirmedAndClosedOut() {
        recordResults();
        refuseThenRecordTheStatus();
        affirm("Affirm Conditional status", "form-affirm-status");
        closeOut();
        affirm("Affirm Final status", null);

        issm.open(STATUS);
        assertThat(issm.content())
                .contains(
                        "Final Level 2 (Self) of " + today,
                        "everything met, posted on " + today,
                        "First year: due by " + today.plusYears(1),
                        "Second year: not made");
    }

    private void recordResults() {
        Page page = issm.open(FAMILY).page;
        page.getByLabel("Those without a result").selectOption("MET");
        page.locator("[id='result-AU.L2-3.3.1']").selectOption("NOT_MET");
        page.locator("[id='note-AU.L2-3.3.1']").fill("No log of the press controller.");
        page.locator("[id='result-AU.L2-3.3.3']").selectOption("NOT_MET");
        page.locator("[id='note-AU.L2-3.3.3']").fill("Events are reviewed by nobody.");
        issm.button("Record results");
        issm.sees("9 results were recorded.");
        assertThat(Barriers.of(page)).isEmpty();
        issm.open("/assessment");
        assertThat(issm.content()).contains("104", "May not stand on a Conditional POA&M", "Audit and Accountability");
        Picture.draw(page, "assessment");
    }

    private void refuseThenRecordTheStatus() {
        issm.open(STATUS).page.getByLabel("Assessor").fill("Mara Lindqvist");
        issm.button("Record the status");
        assertThat(issm.page.locator("form [role=alert]").innerText())
                .contains("AU.L2-3.3.1 (32 CFR 170.21(a)(2)(ii): worth more than 1 point (5))");

        issm.open(FAMILY).page.locator("[id='result-AU.L2-3.3.1']").selectOption("MET");
        issm.page.locator("[id='note-AU.L2-3.3.1']").fill("");
        issm.page.getByLabel("Record AU.L2-3.3.1 and").click();
        issm.sees("One result was recorded.");
        issm.open(STATUS).page.getByLabel("Assessor").fill("Mara Lindqvist");
        issm.button("Record the status");
        issm.sees("Conditional Level 2 (Self) of " + today);
        assertThat(Barriers.of(issm.page)).isEmpty();
        issm.open("/");
        assertThat(issm.content()).contains("Conditional status: 180 days left");
    }

    private void affirm(String task, @Nullable String picture) {
        Tasklist form = leader.tasklist().takeNamed(task);
        assertThat(form.formText()).contains("has implemented and will maintain implementation");
        form.pick("I affirm this statement")
                .fill("Affirmed on", today)
                .fill("Your title", "President")
                .fill("Your contact", "leader@halyard.example");
        if (picture != null) {
            Picture.draw(leader.page, picture);
        }
        form.complete();
    }

    private void closeOut() {
        Tasklist form = issm.tasklist().takeNamed("Record closeout assessment");
        assertThat(form.formText())
                .contains("AU.L2-3.3.3", "Event Review", today.plusDays(180).toString());
        form.fill("Assessed on", today).pick("AU.L2-3.3.3 Event Review").fill("Posted on", today);
        form.form()
                .getByText("Closeout assessment", new Locator.GetByTextOptions().setExact(true))
                .first()
                .scrollIntoViewIfNeeded();
        Picture.draw(issm.page, "form-record-closeout");
        form.complete();
        issm.open(STATUS);
        issm.sees("Final Level 2 (Self) of " + today);
    }
}
