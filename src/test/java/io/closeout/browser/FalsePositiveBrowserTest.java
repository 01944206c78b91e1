package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.closeout.testing.RunningCloseout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A false positive is reported with evidence, confirmed, and left out by the next scan. */
@ExtendWith(NeedsChromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FalsePositiveBrowserTest {

    private static final Pattern PASSWORD = Pattern.compile("Password\\s+(\\S+)");
    private static final Path SCAN = Path.of("samples/halyard-first-scan.nessus");

    /** Alone with its register: what is suppressed here would be missing in other tests. */
    private RunningCloseout closeout;

    private Chromium chromium;
    private Visit it;
    private Visit issm;
    private String item;

    @BeforeAll
    void aScanIsImported(@TempDir Path folder) throws IOException, InterruptedException {
        closeout = RunningCloseout.start(folder);
        chromium = Chromium.start();
        String password = closeout.awaitPrinted(PASSWORD);
        String address = closeout.address().toString();
        it = chromium.visit(address, Picture.WIDE, Picture.HIGH).signIn("it", password);
        issm = chromium.visit(address, Picture.WIDE, Picture.HIGH).signIn("issm", password);
        issm.imports(SCAN);
        item = issm.itemFoundBy("SMB signing");
    }

    @AfterAll
    void leave() {
        it.close();
        issm.close();
        chromium.close();
        closeout.close();
    }

    @Test
    void isReportedConfirmedAndLeftOut() {
        it.open("/items/" + item + "/evidence");
        Visit.addsEvidence(it.page, Path.of("README.md"));
        it.open("/items/" + item);
        it.link("Report a false positive");
        assertThat(Barriers.of(it.page)).isEmpty();
        it.page.getByLabel("Why it is none").fill("Signing is enforced by the domain; the scanner asks as a guest.");
        it.page.getByLabel("Everywhere in the scope").check();
        it.page.getByLabel("Until").fill(LocalDate.now().plusDays(60).toString());
        it.button("Ask");
        it.sees("Asked for. The ISSM finds it in the task list.");
        assertThat(Barriers.of(it.page)).isEmpty();

        issm.open("/items/" + item);
        issm.page
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("Decide false positive"))
                .first()
                .click();
        Tasklist task = issm.tasklist().shown().claim(item);
        assertThat(task.formText())
                .contains("Signing is enforced by the domain", "everywhere", "it ends as a false positive")
                .doesNotContain("The item goes on");
        Picture.draw(issm.page, "form-decide-false-positive");
        task.pick("Confirm; later scans leave it out").complete();

        issm.open("/items/" + item);
        assertThat(issm.content()).contains("Confirmed by", "Later scans leave it out everywhere: holds until");
        assertThat(Barriers.of(issm.page)).isEmpty();
        issm.imports(SCAN);
        assertThat(issm.content()).contains("suppressed", "Decision 1 of Mara Lindqvist on", item);
        assertThat(Barriers.of(issm.page)).isEmpty();
    }
}
