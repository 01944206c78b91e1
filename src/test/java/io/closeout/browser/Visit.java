package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Somebody at a browser of their own. What the console complains about on our pages fails the test at the end. */
class Visit implements AutoCloseable {

    /** Milliseconds; generous, because machines that run tests are busy. */
    static final double PATIENCE = 60_000;

    private static final Pattern OUTCOME = Pattern.compile("What changed|Nothing has changed yet");

    private static final String ENGINE = "/camunda/";

    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();
    final Page page;

    Visit(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(error -> note(page.url() + ": " + error));
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error")) {
            note(page.url() + ": " + message.text());
        }
    }

    private void note(String complaint) {
        if (!complaint.contains(ENGINE)) {
            complaints.add(complaint);
        }
    }

    Visit signIn(String person, String password) {
        page.navigate("/sign-in");
        page.getByLabel("Sign-in name").fill(person);
        page.getByLabel("Password").fill(password);
        button("Sign in");
        page.getByRole(AriaRole.HEADING, heading("Good to see you")).waitFor();
        return this;
    }

    Tasklist tasklist() {
        return new Tasklist(page);
    }

    Visit open(String path) {
        page.navigate(path);
        return this;
    }

    /** Every button of our pages hands a form in. */
    void button(String name) {
        turnsThePage(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)));
    }

    void link(String name) {
        turnsThePage(linkTo(name));
    }

    Download downloads(String link) {
        return page.waitForDownload(linkTo(link)::click);
    }

    private Locator linkTo(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /** Until the page that answers is there as a whole: what is read next must not be half of it, or the page before. */
    private void turnsThePage(Locator clicked) {
        AtomicBoolean there = new AtomicBoolean();
        Consumer<Page> note = loaded -> there.set(true);
        page.onLoad(note);
        clicked.click();
        page.waitForCondition(there::get);
        page.offLoad(note);
    }

    /** Waits for it. */
    void sees(String text) {
        page.getByText(text).first().waitFor();
    }

    /** Of the page as a whole: after a click it may still be coming. */
    String content() {
        page.waitForLoadState();
        return page.locator("#content").innerText();
    }

    /** Hands a scan in and waits until its import is through. One that is held, since others imported a newer one, counts all the same. */
    void imports(Path scan) {
        open("/scans/new");
        page.getByLabel("File").setInputFiles(scan);
        button("Import");
        page.waitForURL("**/scans/*");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(OUTCOME))
                .first()
                .waitFor();
        if (page.locator("#decision").isVisible()) {
            page.getByLabel(Pattern.compile("^Commit")).check();
            page.getByLabel("Reason").fill("It belongs to this test");
            button("Decide");
        }
        page.getByRole(AriaRole.HEADING, heading("What changed")).waitFor();
    }

    /** @return the id of the only item in the register that the words find */
    String itemFoundBy(String words) {
        open("/items?status=all&q=" + words.replace(" ", "+"));
        return page.locator("#register .item-id").textContent();
    }

    static void addsEvidence(Page page, Path file) {
        page.getByLabel("File").setInputFiles(file);
        page.getByLabel("What it is").selectOption("PATCH_LOG");
        page.locator("#add button[type=submit]").click();
        page.getByText("Thank you, the evidence was added.").waitFor();
    }

    static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("complaints of the console on our pages").isEmpty();
    }
}
