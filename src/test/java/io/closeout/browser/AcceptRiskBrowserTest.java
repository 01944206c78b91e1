package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.closeout.access.PolicyCalendar;
import io.closeout.policy.AcceptanceKind;
import io.closeout.register.PoamId;
import io.closeout.review.acceptance.AcceptanceRequests;
import io.closeout.review.acceptance.RiskAcceptance;
import io.closeout.review.acceptance.RiskLevel;
import io.closeout.review.acceptance.WantedAcceptance;
import io.closeout.review.acceptance.WantedControl;
import io.closeout.shared.Severity;
import io.closeout.workflow.AcceptRisk;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.TaskForms;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A risk is accepted with two signatures, looked at again, and renewed. */
class AcceptRiskBrowserTest extends BrowserTest {

    private static final String SEGMENT = "The press is a network segment of its own";
    private static final String RULES = "Only the engineering station reaches it";

    @Autowired
    BeanFactory application;

    @Autowired
    AcceptanceRequests requests;

    @Autowired
    PolicyCalendar calendar;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    private ItemsAtWork items;
    private Visit owner;
    private Visit issm;
    private Visit leader;

    @BeforeAll
    void signIn() {
        items = new ItemsAtWork(application);
        owner = visitor(Picture.WIDE, Picture.HIGH).signIn(ItemsAtWork.OWNER, password());
        issm = visitor(Picture.WIDE, Picture.HIGH).signIn("issm", password());
        leader = visitor(Picture.WIDE, Picture.HIGH).signIn("leader", password());
    }

    @AfterAll
    void leave() {
        owner.close();
        issm.close();
        leader.close();
    }

    @Test
    void isAskedForAndSignedByTheIssmAndByLeadership() {
        PoamId item = items.open("Press controller: firmware without support");
        ask(item);
        signFor(item);
        leader.tasklist().takeById(task(item, AcceptRisk.TASK_LEADERSHIP_DECIDE));
        assertThat(leader.tasklist().formText()).contains("Mara Lindqvist", "approved");
        leader.tasklist()
                .pick("Approve; the risk is accepted once everybody signed")
                .complete();

        owner.open("/items/" + item);
        assertThat(owner.content())
                .contains(
                        "In force until " + until(), "Moderate instead of High", "Approved by Dana Whitfield", SEGMENT);
        assertThat(Barriers.of(owner.page)).isEmpty();
        owner.open("/items/" + item + "/accept-risk");
        assertThat(owner.content()).contains("The plan lives on", "Ask for another term");
        assertThat(Barriers.of(owner.page)).isEmpty();
    }

    /** Refused at first: a residual rating of Moderate allows 180 days. */
    private void ask(PoamId item) {
        owner.open("/items/" + item);
        owner.link("Ask to accept the risk");
        assertThat(Barriers.of(owner.page)).isEmpty();
        fill("Why (required)", "The maker offers no firmware; the press is replaced in the next break.");
        owner.page.getByLabel("Likelihood, with the controls in place").selectOption("LOW");
        owner.page.getByLabel("Impact").selectOption("HIGH");
        owner.page.getByLabel("Residual rating").selectOption("MEDIUM");
        fill("Until", calendar.today().plusDays(181).toString());
        control(1, SEGMENT, "Review of the firewall's rules");
        control(2, RULES, "Test from the office network");
        control(3, "Writes to the controller are watched", "Test alert reaches the ISSM");
        owner.button("Ask");
        assertThat(owner.content()).contains("a risk may be accepted for 180 days at most");
        assertThat(Barriers.of(owner.page)).isEmpty();
        fill("Until", until().toString());
        owner.button("Ask");
        owner.sees("Asked for. The ISSM finds it in the task list.");
        assertThat(Barriers.of(owner.page)).isEmpty();
    }

    private void control(int number, String what, String howChecked) {
        Locator row = owner.page
                .locator("fieldset")
                .filter(new Locator.FilterOptions().setHasText("Compensating control " + number));
        row.getByLabel("What holds the risk down").fill(what);
        row.getByLabel("How it is checked").fill(howChecked);
        row.getByLabel("Checked every so many days").fill("30");
    }

    private void fill(String label, String text) {
        owner.page
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .fill(text);
    }

    /** Refused at first: the plan moves while the form lies open. */
    private void signFor(PoamId item) {
        Tasklist form = issm.tasklist().takeById(task(item, AcceptRisk.TASK_DECIDE));
        assertThat(form.formText()).contains(SEGMENT, "Review of the firewall's rules, every 30 days", "180 days");
        form.form()
                .getByText("Request", new Locator.GetByTextOptions().setExact(true))
                .evaluate("caption => caption.scrollIntoView()");
        Picture.draw(issm.page, "form-decide-acceptance");
        form.pick("Refuse; the work goes on");
        assertThat(Barriers.within(issm.page, Tasklist.FORM)).isEmpty();
        form.pick("Approve; the risk is accepted once everybody signed");
        jdbc.sql("update milestone set description = 'Controller replaced, with its cables' where item_id = ?")
                .param(item.text())
                .update();
        assertThat(form.isRefused()).contains("Something material changed since this was shown");
        issm.page.reload();
        form.shown().pick("Approve; the risk is accepted once everybody signed").complete();
    }

    @Test
    void isLookedAtAgainWhenAControlLapsed() {
        PoamId item = anAcceptedRisk("Oven controller: firmware without support");
        owner.open("/items/" + item + "/accept-risk");
        owner.page
                .getByLabel("Compensating control", new Page.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel("1. " + SEGMENT));
        fill("What shows it", "The oven answers from the office since the switch was changed.");
        owner.button("Report it");
        owner.sees("Reported. The ISSM is asked whether the acceptance stands.");
        assertThat(owner.content()).contains("lapsed on " + calendar.today(), "Waits for an answer", "Stale");
        assertThat(Barriers.of(owner.page)).isEmpty();

        Tasklist form = issm.tasklist().takeById(task(item, AcceptRisk.TASK_REVIEW));
        assertThat(form.formText())
                .contains("The oven answers from the office", "Changed since it was signed for you", "Control 1");
        form.form().getByText("Does each compensating control hold?").evaluate("caption => caption.scrollIntoView()");
        Picture.draw(issm.page, "form-review-acceptance");
        form.pick("End; the work goes on");
        assertThat(Barriers.within(issm.page, Tasklist.FORM)).isEmpty();
        form.choose("Answer", "Holds").pick("Keep; it stands until its end").complete();

        Tasklist leadership = leader.tasklist().takeById(task(item, AcceptRisk.TASK_LEADERSHIP_REVIEW));
        assertThat(leadership.formText()).contains("Changed since it was signed for you");
        leadership.pick("Keep; it stands until its end").complete();
        owner.open("/items/" + item);
        assertThat(owner.content())
                .contains("Kept by Mara Lindqvist", "Kept by Dana Whitfield")
                .doesNotContain("Stale");
        assertThat(Barriers.of(owner.page)).isEmpty();
    }

    @Test
    void isRenewedByItsOwnerBeforeItEnds() {
        PoamId item = anAcceptedRisk("Laser controller: firmware without support");
        fire(item, "Timer_RenewalDue");
        Tasklist form = owner.tasklist().takeById(task(item, AcceptRisk.TASK_RENEW));
        assertThat(form.formText()).contains("The acceptance ends on " + until(), SEGMENT, RULES);
        form.pick("Ask for another term");
        assertThat(Barriers.within(owner.page, Tasklist.FORM)).isEmpty();
        form.field("Why").scrollIntoViewIfNeeded();
        Picture.draw(owner.page, "form-renew-acceptance");
        form.fill("Until", calendar.today().plusDays(400));
        assertThat(form.isRefused()).contains("a risk may be accepted for 180 days at most");
        form.fill("Why", "The new laser comes half a year later than promised.")
                .fill("Until", calendar.today().plusDays(170))
                .complete();

        owner.open("/items/" + item);
        assertThat(owner.content())
                .contains("The new laser comes half a year later than promised.", "In force until " + until());
        assertThat(requests.of(item)).hasSize(2);
        assertThat(Barriers.of(owner.page)).isEmpty();
    }

    private PoamId anAcceptedRisk(String title) {
        PoamId item = items.open(title);
        requests.ask(
                item,
                new WantedAcceptance(
                        AcceptanceKind.TEMPORARY_ACCEPTANCE,
                        "The maker offers no firmware.",
                        RiskLevel.LOW,
                        RiskLevel.HIGH,
                        Severity.MEDIUM,
                        List.of(
                                WantedControl.asked(SEGMENT, "Review of the firewall's rules", 30, null),
                                WantedControl.asked(RULES, "Test from the office network", 30, null)),
                        until(),
                        true,
                        null,
                        null),
                items.person(ItemsAtWork.OWNER));
        items.complete("issm", item, AcceptRisk.TASK_DECIDE, Map.of(TaskForms.DECISION, "approve"));
        items.complete("leader", item, AcceptRisk.TASK_LEADERSHIP_DECIDE, Map.of(TaskForms.DECISION, "approve"));
        assertThat(requests.of(item)).first().matches(RiskAcceptance::isInForce);
        return item;
    }

    private LocalDate until() {
        return calendar.today().plusDays(150);
    }

    private void fire(PoamId item, String timer) {
        String due = jobs.createJobQuery().activityId(timer).list().stream()
                .filter(job -> itemOf(job.getProcessInstanceId()).equals(item.text()))
                .findFirst()
                .orElseThrow()
                .getId();
        jobs.executeJob(due);
    }

    private String itemOf(String processInstance) {
        return (String) runtime.getVariable(processInstance, RemediatePoamItem.VARIABLE_ITEM_ID);
    }

    private String task(PoamId item, String definition) {
        return tasks.createTaskQuery()
                .processVariableValueEquals(RemediatePoamItem.VARIABLE_ITEM_ID, item.text())
                .taskDefinitionKey(definition)
                .singleResult()
                .getId();
    }
}
