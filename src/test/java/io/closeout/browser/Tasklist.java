package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The engine's work list: its filters, the task at hand and the form in it, by the words that people read. Whoever takes a
 * task finds its form without barriers.
 */
class Tasklist {

    static final String FORM = ".fjs-container";

    private static final int TRIES = 5;
    /** Milliseconds. */
    private static final int DRAWN_ANEW = 450;

    private final Page page;

    Tasklist(Page page) {
        this.page = page;
    }

    Tasklist open() {
        page.navigate("/camunda/app/tasklist/default/");
        return this;
    }

    Locator list() {
        return page.locator(".tasks-list");
    }

    void signOut() {
        page.locator("li.account .dropdown-toggle").click();
        page.locator("li.account li.logout a").click();
    }

    /** Through the link on the item's page, and claimed if nobody has it. */
    Tasklist take(String item) {
        return openTask(item).claim(item);
    }

    /** Through the link on the home page: a task that is about no single item. */
    Tasklist takeNamed(String task) {
        page.navigate("/");
        page.locator("a[href*='tasklist']")
                .filter(new Locator.FilterOptions().setHasText(task))
                .first()
                .click();
        return shown().claim(task);
    }

    /**
     * Takes the task that is shown, if nobody has it.
     *
     * @param what it is about, should its form be barred to some
     */
    Tasklist claim(String what) {
        Locator claim = page.locator("button.claim");
        if (claim.isVisible()) {
            claim.click();
            claim.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
        assertThat(Barriers.within(page, FORM))
                .as("barriers in the form of a task of %s", what)
                .isEmpty();
        return this;
    }

    /** For tasks that are not about one item, by the id of the task. */
    Tasklist takeById(String task) {
        page.navigate("/camunda/app/tasklist/default/#/?task=" + task);
        return shown().claim("task " + task);
    }

    Tasklist openTask(String item) {
        page.navigate("/items/" + item);
        page.locator(".item-list a[href*='tasklist']").first().click();
        return shown();
    }

    /** Waits for the form. */
    Tasklist shown() {
        form().waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    Locator form() {
        return page.locator(FORM);
    }

    String formText() {
        return form().innerText();
    }

    /** Until it stays: form-js takes what is typed 300 ms later and draws the field anew, at times without it. */
    Tasklist fill(String label, String text) {
        for (int tries = 0; tries < TRIES; tries++) {
            field(label).fill(text);
            field(label).blur();
            page.waitForTimeout(DRAWN_ANEW);
            if (field(label).inputValue().equals(text)) {
                return this;
            }
        }
        throw new AssertionError("The field " + label + " does not keep " + text);
    }

    Tasklist fill(String label, LocalDate date) {
        return fill(label, date.toString());
    }

    Locator field(String label) {
        Pattern required = Pattern.compile("^" + label + "\\*?$");
        return form().getByLabel(required).and(page.locator("input, textarea")).first();
    }

    Tasklist choose(String label, String option) {
        Locator group = field(label).locator("..");
        group.click();
        group.locator("..").locator(".fjs-dropdownlist-item").getByText(option).click();
        return this;
    }

    /** A radio button or a box to tick. */
    Tasklist pick(String label) {
        form().getByLabel(label).check();
        return this;
    }

    /** @return the page that the form's link opens */
    Page follow(String link) {
        return page.waitForPopup(() -> form().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link))
                .click());
    }

    void complete() {
        closeNotices();
        button().click();
        form().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Submits, and is refused. @return why */
    String isRefused() {
        closeNotices();
        button().click();
        return refusal();
    }

    String isRefusedToClaim() {
        page.locator("button.claim").click();
        return refusal();
    }

    /** They lie over the button. */
    private void closeNotices() {
        Locator close = page.locator(".notifications .close:visible");
        while (close.count() > 0) {
            close.first().click();
        }
    }

    private String refusal() {
        return page.locator(".notifications [role=alert]").first().innerText();
    }

    private Locator button() {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete").setExact(true));
    }
}
