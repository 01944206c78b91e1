package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.closeout.access.PolicyCalendar;
import io.closeout.register.PoamId;
import io.closeout.workflow.ApproveExtension;
import io.closeout.workflow.RemediatePoamItem;
import java.time.LocalDate;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** More time is asked for, refused with a reason, asked for again and granted. */
class MoreTimeBrowserTest extends BrowserTest {

    @Autowired
    BeanFactory application;

    @Autowired
    PolicyCalendar calendar;

    @Autowired
    TaskService tasks;

    @Test
    void isRefusedWithAReasonAndThenGranted() {
        PoamId item = new ItemsAtWork(application).open("Saw controller: firmware without support");
        LocalDate planned = calendar.today().plusDays(20);
        try (Visit owner = visitor(Picture.WIDE, Picture.HIGH).signIn(ItemsAtWork.OWNER, password());
                Visit issm = visitor(Picture.WIDE, Picture.HIGH).signIn("issm", password())) {
            owner.open("/items/" + item);
            owner.link("Ask for more time");
            assertThat(Barriers.of(owner.page)).isEmpty();
            ask(owner, planned.plusDays(25), "The fitter is ill.");
            assertThat(Barriers.of(owner.page)).isEmpty();
            owner.open("/items/" + item + "/more-time");
            assertThat(owner.content()).contains("There is nothing to ask for: a request is open");
            assertThat(Barriers.of(owner.page)).isEmpty();

            Tasklist refusal = issm.tasklist().takeById(task(item));
            assertThat(refusal.formText()).contains("The fitter is ill.", "25 days more", "The saw's port is closed");
            refusal.pick("Refuse; the planned completion stays");
            assertThat(Barriers.within(issm.page, Tasklist.FORM)).isEmpty();
            Picture.draw(issm.page, "form-decide-extension");
            refusal.fill("Reason", "Ask the maker for another fitter first.").complete();

            owner.open("/items/" + item + "/more-time");
            assertThat(owner.content())
                    .contains("Refused by Mara Lindqvist", "Ask the maker for another fitter first.");
            ask(owner, planned.plusDays(10), "The maker sends another fitter, ten days later.");
            issm.tasklist()
                    .takeById(task(item))
                    .pick("Approve; the planned completion moves")
                    .complete();

            owner.open("/items/" + item);
            assertThat(owner.content())
                    .contains("Approved by Mara Lindqvist", planned.plusDays(10) + " instead of " + planned);
            assertThat(Barriers.of(owner.page)).isEmpty();
        }
    }

    private static void ask(Visit owner, LocalDate newDate, String why) {
        owner.page.getByLabel("New date").fill(newDate.toString());
        owner.page
                .getByLabel("Why (required)", new Page.GetByLabelOptions().setExact(true))
                .fill(why);
        owner.page.getByLabel("Interim mitigation").fill("The saw's port is closed at the cell's firewall.");
        owner.button("Ask");
        owner.sees("Asked for. The ISSM finds it in the task list.");
    }

    private String task(PoamId item) {
        return tasks.createTaskQuery()
                .processDefinitionKey(ApproveExtension.KEY)
                .processVariableValueEquals(RemediatePoamItem.VARIABLE_ITEM_ID, item.text())
                .singleResult()
                .getId();
    }
}
