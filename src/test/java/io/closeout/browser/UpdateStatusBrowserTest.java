package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.status.Outlook;
import io.closeout.review.status.StatusRounds;
import io.closeout.review.status.StatusUpdates;
import io.closeout.shared.Severity;
import io.closeout.workflow.UpdateStatus;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An owner says in one form how thirty items stand. */
class UpdateStatusBrowserTest extends BrowserTest {

    private static final int ITEMS = 30;

    @Autowired
    ItemsByHand byHand;

    @Autowired
    StatusRounds rounds;

    @Autowired
    StatusUpdates updates;

    @Autowired
    ExtensionRequests extensions;

    @Autowired
    PolicyCalendar calendar;

    @Autowired
    People people;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private List<PoamId> items = List.of();

    @BeforeEach
    void theOwnerIsAskedAboutThirtyItems() {
        items = IntStream.rangeClosed(1, ITEMS)
                .mapToObj(this::anItemHeardOfLastWeek)
                .toList();
        rounds.open("ot");
    }

    @AfterEach
    void nothingIsLeftForOtherTests() {
        items.forEach(item -> jdbc.sql("update poam_item set status = 'CLOSED' where id = ?")
                .param(item.text())
                .update());
        rounds.openFor("ot").ifPresent(rounds::endIfNothingLeft);
    }

    @Test
    void answersForAllAndAsksForMoreTimeForOne() {
        try (Visit ot = signedIn("ot")) {
            Tasklist form = ot.tasklist().takeById(task());
            assertThat(form.form().locator("h3"))
                    .satisfies(found -> assertThat(found.count()).isEqualTo(ITEMS));
            Picture.draw(ot.page, "form-update-status");

            for (int row = 0; row < ITEMS; row++) {
                choose(form, "How it stands", row, row == 1 ? "Blocked" : "On track");
            }
            fill(ot, form, "Percent done", 0, "45");
            fill(ot, form, "Note", 0, "x".repeat(1900));
            assertThat(form.isRefused()).contains(items.get(1) + ": Say what blocks it");

            fill(ot, form, "Blocker", 1, "The vendor's engineer comes in May");
            choose(form, "Item", ITEMS, items.get(1).text());
            fill(ot, form, "New date", 0, calendar.today().plusDays(60).toString());
            fill(ot, form, "Why", 0, "The vendor's engineer is booked out");
            fill(ot, form, "Interim mitigation", 0, "The port is closed at the cell's firewall");
            Picture.draw(ot.page, "form-update-status-filled");
            form.complete();
        }

        assertThat(items).allSatisfy(item -> assertThat(updates.of(item)).hasSize(1));
        assertThat(updates.of(items.get(0)).get(0).word().percent()).isEqualTo(45);
        assertThat(updates.of(items.get(0)).get(0).word().note()).hasSize(1900);
        assertThat(updates.of(items.get(1)).get(0).word().outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(extensions.of(items.get(1))).hasSize(1);
    }

    private static void choose(Tasklist form, String label, int row, String option) {
        Locator field = labelled(form, label).nth(row);
        field.scrollIntoViewIfNeeded();
        Locator group = field.locator("..");
        group.click();
        group.locator("..")
                .locator(".fjs-dropdownlist-item")
                .getByText(option)
                .first()
                .click();
    }

    private static void fill(Visit visit, Tasklist form, String label, int row, String text) {
        for (int tries = 0; tries < 5; tries++) {
            Locator field = labelled(form, label).nth(row);
            field.fill(text);
            field.blur();
            visit.page.waitForTimeout(450);
            if (labelled(form, label).nth(row).inputValue().equals(text)) {
                return;
            }
        }
        throw new AssertionError("The field " + label + " does not keep " + text);
    }

    private static Locator labelled(Tasklist form, String label) {
        return form.form()
                .getByLabel(Pattern.compile("^" + label + "\\*?$"))
                .and(form.form().locator("input, textarea"));
    }

    private String task() {
        return tasks.createTaskQuery()
                .processDefinitionKey(UpdateStatus.KEY)
                .processInstanceBusinessKey(
                        Long.toString(rounds.openFor("ot").orElseThrow().id()))
                .singleResult()
                .getId();
    }

    private PoamId anItemHeardOfLastWeek(int number) {
        PoamId item = byHand.open(
                        new ItemByHand(
                                "Controller of cell " + number + " runs firmware that is out of support",
                                null,
                                Severity.HIGH,
                                null,
                                "Self-assessment",
                                calendar.today(),
                                Track.OPERATIONAL,
                                List.of()),
                        people.get("issm").through("page"))
                .id();
        jdbc.sql(
                        "update poam_item set status = 'IN_PROGRESS', owner_id = 'ot', owner_group = 'remediator',"
                                + " planned_completion = deadline, original_completion = deadline, stage_since = ? where id = ?")
                .params(calendar.today().minusDays(8), item.text())
                .update();
        return item;
    }
}
