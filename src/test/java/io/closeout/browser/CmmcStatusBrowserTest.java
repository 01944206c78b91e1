package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.assessment.Assessments;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.assessment.NewResult;
import io.closeout.assessment.Requirement;
import io.closeout.assessment.Requirements;
import io.closeout.assessment.Result;
import io.closeout.register.Scopes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An assessment becomes a Conditional status, is affirmed and closed out, as the sample people do it. */
class CmmcStatusBrowserTest extends BrowserTest {

    private static final String FAMILY = "/assessment/AU?scope=assessed-at-the-browser";
    private static final String STATUS = "/assessment/status?scope=assessed-at-the-browser";

    private final LocalDate today = LocalDate.now(ZoneId.of("America/Chicago"));

    @Autowired
    private Scopes scopes;

    @Autowired
    private Assessments assessments;

    @Autowired
    private CmmcStatuses statuses;

    private String scope;
    private Visit issm;
    private Visit leader;

    @BeforeAll
    void everythingButOneFamilyWasFoundMet() {
        scope = scopes.add("Assessed at the browser", null, new Actor("admin", Set.of(Group.CAMUNDA_ADMIN), "page"))
                .id();
        List<NewResult> met = Requirements.all().stream()
                .filter(each -> !each.id().startsWith("AU"))
                .map(this::met)
                .toList();
        assessments.record(scope, met, new Actor("issm", Set.of(Group.ISSM), "page"));
        issm = signedIn("issm");
        leader = signedIn("leader");
    }

    private NewResult met(Requirement requirement) {
        return new NewResult(requirement, Result.MET, null, today);
    }

    @AfterAll
    void everybodyLeaves() {
        issm.close();
        leader.close();
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
        issm.open("/assessment?scope=" + scope);
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
        assertThat(statuses.of(scope)).hasSize(1);
    }
}
