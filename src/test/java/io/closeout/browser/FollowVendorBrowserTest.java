package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.closeout.access.Actor;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.approval.Judgement;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.extension.MoreTime;
import io.closeout.review.vendor.VendorDependencies;
import io.closeout.review.vendor.VendorState;
import io.closeout.shared.Severity;
import io.closeout.workflow.FollowVendor;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the request to wait for a vendor to its release. */
class FollowVendorBrowserTest extends BrowserTest {

    @Autowired
    ItemsByHand byHand;

    @Autowired
    Register register;

    @Autowired
    ExtensionRequests extensions;

    @Autowired
    VendorDependencies vendors;

    @Autowired
    PolicyCalendar calendar;

    @Autowired
    People people;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    private PoamId item = new PoamId("POA-2000-001");

    @BeforeEach
    void anItemInProgress() {
        item = byHand.open(
                        new ItemByHand(
                                "Controller without firmware",
                                null,
                                Severity.HIGH,
                                null,
                                "Self-assessment",
                                calendar.today().minusDays(20),
                                Track.OPERATIONAL,
                                List.of()),
                        person("issm"))
                .id();
        jdbc.sql("update poam_item set status = 'IN_PROGRESS', stage = 'REMEDIATE', owner_id = 'ot',"
                        + " owner_group = 'remediator', planned_completion = deadline, original_completion = deadline"
                        + " where id = ?")
                .param(item.text())
                .update();
        jdbc.sql("insert into milestone (item_id, position_no, description, due_on, original_due_on)"
                        + " select id, 1, 'Firmware installed', deadline, deadline from poam_item where id = ?")
                .param(item.text())
                .update();
    }

    @Test
    void theOwnerAsksForTimeChecksInAndReportsTheRelease() {
        try (Visit ot = signedIn("ot")) {
            ot.open("/items/" + item + "/more-time");
            ot.page.getByLabel("New date").fill(calendar.today().plusDays(30).toString());
            ot.page.getByLabel("Why").fill("There is no firmware without the hole yet");
            ot.page.getByLabel("Interim mitigation").fill("The cell is a zone of its own");
            ot.page.getByLabel("What takes the time").selectOption("VENDOR");
            ot.page
                    .getByLabel("Vendor", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                    .fill("Northline Controls");
            ot.page.getByLabel("Product").fill("PLC firmware");
            ot.page.getByLabel("Ticket or advisory").fill("https://northline.example/case/4711");
            assertThat(Barriers.of(ot.page)).isEmpty();
            Picture.draw(ot.page, "more-time-vendor");
            ot.button("Ask");
        }
        decide();
        try (Visit issm = signedIn("issm")) {
            issm.open("/items/" + item);
            assertThat(issm.content()).contains("Waits for its vendor, to be asked by");
        }

        try (Visit ot = signedIn("ot")) {
            ot.open("/items/" + item + "/vendor");
            assertThat(Barriers.of(ot.page)).isEmpty();
            ot.page.getByLabel("What the vendor says").selectOption("NOT_YET");
            ot.page.getByLabel("Answer").fill("They expect it in the spring");
            Picture.draw(ot.page, "vendor");
            ot.button("Write down");
            ot.sees("They expect it in the spring");

            Tasklist form = ot.tasklist().takeById(task());
            assertThat(form.formText()).contains("Northline Controls", "They expect it in the spring");
            form.form()
                    .getByRole(
                            AriaRole.RADIO,
                            new Locator.GetByRoleOptions().setName("Released").setExact(true))
                    .check();
            form.fill("Asked on", calendar.today())
                    .fill("Answer", "Firmware 4.2 closes the hole")
                    .fill("Released on", calendar.today().minusDays(1))
                    .fill("Link", "https://northline.example/notes/4-2");
            form.field("Answer").scrollIntoViewIfNeeded();
            Picture.draw(ot.page, "form-check-in-with-vendor");
            form.complete();

            ot.open("/items/" + item);
            assertThat(ot.content()).contains("Firmware 4.2 closes the hole");
        }
        assertThat(vendors.of(item).get(0).state()).isEqualTo(VendorState.RELEASED);
        assertThat(register.get(item).deadline()).isEqualTo(calendar.today().plusDays(29));
    }

    private void decide() {
        assertThat(extensions.of(item))
                .first()
                .extracting(each -> each.wanted())
                .satisfies(wanted ->
                        assertThat(((MoreTime) wanted).waitsForVendor()).isTrue());
        extensions.decide(extensions.of(item).get(0).id(), new Judgement(true, null), person("issm"));
    }

    /** Once its timer fired. */
    private String task() {
        jobs.executeJob(jobs.createJobQuery()
                .processDefinitionKey(FollowVendor.KEY)
                .timers()
                .list()
                .get(0)
                .getId());
        return tasks.createTaskQuery()
                .processDefinitionKey(FollowVendor.KEY)
                .singleResult()
                .getId();
    }

    private Actor person(String id) {
        return people.get(id).through("page");
    }
}
