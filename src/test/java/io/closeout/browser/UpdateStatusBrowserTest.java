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
import io.closeout.review.status.StatusWord;
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

/** An owner says how items stand: of a hundred in one form, or of one on its page. */
class UpdateStatusBrowserTest extends BrowserTest {

    /** As many as one owner of a small plant may really have. */
    private static final int ITEMS = 100;

    private static final int LAST = ITEMS - 1;

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
    void theOwnerIsAskedAboutAllOfThem() {
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
    void speaksOfThoseNotOnTrackAndAsksForMoreTimeForOne() {
        try (Visit ot = signedIn("ot")) {
            Tasklist form = ot.tasklist().takeById(task());
            assertThat(form.form().locator("h3"))
                    .satisfies(found -> assertThat(found.count()).isEqualTo(ITEMS));
            Picture.draw(ot.page, "form-update-status");

            choose(form, "How it stands", 1, "Blocked");
            choose(form, "How it stands", LAST, "At risk");
            fill(ot, form, "Percent done", 0, "45");
            fill(ot, form, "Note", LAST, "x".repeat(1900));
            assertThat(form.isRefused()).contains(items.get(0) + ": Say how it stands");
            form.pick("Every item that I leave open below is on track");
            assertThat(form.isRefused()).contains(items.get(1) + ": Say what blocks it");

            fill(ot, form, "Blocker", 1, "The vendor's engineer comes in May");
            choose(form, "Item", ITEMS, items.get(1).text());
            fill(ot, form, "New date", 0, calendar.today().plusDays(60).toString());
            fill(ot, form, "Why", 0, "The vendor's engineer is booked out");
            fill(ot, form, "Interim mitigation", 0, "The port is closed at the cell's firewall");
            assertThat(Barriers.within(ot.page, Tasklist.FORM)).isEmpty();
            Picture.draw(ot.page, "form-update-status-filled");
            form.complete();
        }

        assertThat(items).allSatisfy(item -> assertThat(updates.of(item)).hasSize(1));
        assertThat(word(0).outlook()).isEqualTo(Outlook.ON_TRACK);
        assertThat(word(0).percent()).isEqualTo(45);
        assertThat(word(1).outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(word(LAST).note()).hasSize(1900);
        assertThat(extensions.of(items.get(1))).hasSize(1);
    }

    @Test
    void speaksOfOneItemWithoutBeingAsked() {
        PoamId item = items.get(0);
        try (Visit ot = signedIn("ot")) {
            ot.open("/items/" + item);
            ot.link("Say how it stands");
            assertThat(Barriers.of(ot.page)).isEmpty();
            ot.page.getByLabel("How it stands").selectOption("BLOCKED");
            ot.page.getByLabel("Percent done").fill("30");
            ot.button("Say so");
            assertThat(ot.content()).contains("Say what blocks it.");
            assertThat(Barriers.of(ot.page)).isEmpty();
            ot.page.getByLabel("Blocker").fill("No maintenance window before May");
            ot.button("Say so");
            ot.sees("Recorded. It counts until the next word is due.");
            assertThat(ot.content()).contains("Blocked", "30 percent done", "No maintenance window before May");
            assertThat(Barriers.of(ot.page)).isEmpty();
            ot.open("/items/" + item + "/status");
            assertThat(ot.content()).contains("Words so far", "said by Oskar Thiel");
            assertThat(Barriers.of(ot.page)).isEmpty();
            Picture.draw(ot.page, "status");
        }
    }

    private StatusWord word(int item) {
        return updates.of(items.get(item)).get(0).word();
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
