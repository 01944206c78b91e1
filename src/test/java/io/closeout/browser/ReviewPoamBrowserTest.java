package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.review.period.PoamReview;
import io.closeout.review.period.ReviewState;
import io.closeout.review.period.Reviews;
import io.closeout.shared.Severity;
import io.closeout.workflow.ReviewPoam;
import java.time.YearMonth;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ISSM signs a monthly review with something overdue, and leadership reads it. */
class ReviewPoamBrowserTest extends BrowserTest {

    @Autowired
    ItemsByHand byHand;

    @Autowired
    Reviews reviews;

    @Autowired
    PolicyCalendar calendar;

    @Autowired
    People people;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private PoamId overdue = new PoamId("POA-2000-001");
    private YearMonth period = YearMonth.of(2000, 1);

    @BeforeEach
    void aReviewOpensWithAnOverdueItem() {
        overdue = byHand.open(
                        new ItemByHand(
                                "Press controller without access protection",
                                null,
                                Severity.HIGH,
                                null,
                                "Self-assessment",
                                calendar.today(),
                                Track.OPERATIONAL,
                                List.of()),
                        people.get("issm").through("page"))
                .id();
        jdbc.sql("update poam_item set deadline = ?, owner_id = 'issm' where id = ?")
                .params(calendar.today().minusDays(400), overdue.text())
                .update();
        period = reviews.all().stream()
                .filter(each -> each.state() == ReviewState.PLANNED)
                .map(PoamReview::period)
                .findFirst()
                .orElseThrow();
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(period.toString(), ReviewPoam.KEY)
                .singleResult()
                .getId();
        jobs.executeJob(
                jobs.createJobQuery().processInstanceId(instance).singleResult().getId());
    }

    @AfterEach
    void nothingIsOverdueForOtherTests() {
        jdbc.sql("update poam_item set status = 'CLOSED' where id = ?")
                .param(overdue.text())
                .update();
    }

    @Test
    void isSignedWithRemarksAndReadByLeadership() {
        try (Visit issm = signedIn("issm")) {
            Tasklist form = issm.tasklist().takeById(task());
            assertThat(form.formText()).contains("Review " + period, "Overdue", overdue.text(), "Approvals that wait");
            Picture.draw(issm.page, "form-review-poam");
            form.pick("I reviewed the plan as it is shown");
            assertThat(form.isRefused()).contains("Say in your remarks what is done about");
            form.fill("Remarks", "The press stops on Sunday; then it is done.").complete();
        }
        try (Visit leader = signedIn("leader")) {
            leader.open("/reviews");
            assertThat(leader.content()).contains(period.toString(), "Signed by Mara Lindqvist");
            assertThat(Barriers.within(leader.page, "body")).isEmpty();
            leader.open("/reviews/" + period);
            assertThat(leader.content())
                    .contains("The press stops on Sunday", overdue.text(), "overdue items belong to whoever signed");
            assertThat(Barriers.within(leader.page, "body")).isEmpty();
            Picture.draw(leader.page, "review");
        }
    }

    private String task() {
        return tasks.createTaskQuery()
                .processDefinitionKey(ReviewPoam.KEY)
                .processInstanceBusinessKey(period.toString())
                .singleResult()
                .getId();
    }
}
