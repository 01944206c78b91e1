package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.closeout.testing.RunningCloseout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Somebody looks first what a file would change, and the ISSM decides about one that is strange. */
@ExtendWith(NeedsChromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldImportBrowserTest {

    private static final Pattern PASSWORD = Pattern.compile("Password\\s+(\\S+)");
    private static final Path SCAN = Path.of("samples/halyard-first-scan.nessus");

    /** Alone with its register: it counts what is in there. */
    private RunningCloseout closeout;

    private Chromium chromium;
    private Visit it;
    private Visit issm;

    @BeforeAll
    void arrive(@TempDir Path folder) throws IOException, InterruptedException {
        closeout = RunningCloseout.start(folder);
        chromium = Chromium.start();
        String password = closeout.awaitPrinted(PASSWORD);
        String address = closeout.address().toString();
        it = chromium.visit(address, Picture.WIDE, Picture.HIGH).signIn("it", password);
        issm = chromium.visit(address, Picture.WIDE, Picture.HIGH).signIn("issm", password);
    }

    @AfterAll
    void leave() {
        it.close();
        issm.close();
        chromium.close();
        closeout.close();
    }

    @Test
    void isLookedAtDiscardedCommittedUndoneAndHeldWhenItIsOlder(@TempDir Path folder) throws IOException {
        previews(SCAN);
        it.sees("Nothing has changed yet");
        assertThat(it.content())
                .contains("A preview was asked for", "Would open or come back", "SMB signing", "A new one");
        assertThat(Barriers.of(it.page)).isEmpty();
        Picture.draw(it.page, "import-preview");
        String preview = it.page.url();
        assertThat(it.open("/assets").content()).doesNotContain("FINANCE-AD01").contains("No asset");
        assertThat(it.open("/items").content()).doesNotContain("SMB signing");
        it.page.navigate(preview);
        decides(it, "Discard", "Only a look");
        it.sees("Discarded");
        assertThat(it.content()).contains("by Ines Tran", "Only a look");
        assertThat(Barriers.of(it.page)).isEmpty();

        previews(SCAN);
        decides(it, "Commit", "");
        it.sees("What changed");
        assertThat(it.content()).contains("Committed by decision");
        String committed = it.page.url();
        assertThat(it.open("/items").content()).contains("SMB signing");
        it.page.navigate(committed);
        assertThat(Barriers.of(it.page)).isEmpty();
        it.page.locator("#undo").scrollIntoViewIfNeeded();
        Picture.draw(it.page, "import-undo");
        it.page.getByLabel("Why it is undone").fill("Scanned the guest network");
        it.button("Undo the import");
        it.sees("The register is as if this file had never come in");
        assertThat(it.content()).contains("Scanned the guest network", "Ines Tran");
        assertThat(Barriers.of(it.page)).isEmpty();
        assertThat(it.open("/items").content()).doesNotContain("SMB signing");
        assertThat(it.open("/assets").content()).contains("No asset");

        handIn(SCAN);
        it.sees("What changed");
        assertThat(it.open("/items").content()).contains("SMB signing");

        Path older = Files.writeString(folder.resolve("older.nessus"), """
                <NessusClientData_v2><Policy><policyName>Old</policyName></Policy><Report name="Old">
                <ReportHost name="FINANCE-AD01"><HostProperties><tag name="HOST_END_TIMESTAMP">1546300800</tag></HostProperties>
                <ReportItem port="445" svc_name="cifs" protocol="tcp" severity="2" pluginID="57608" pluginName="SMB signing"
                  pluginFamily="Misc."></ReportItem></ReportHost></Report></NessusClientData_v2>
                """);
        handIn(older);
        it.sees("It is older than the last scan");
        assertThat(it.content()).contains("The ISSM decides about this import");
        assertThat(Barriers.of(it.page)).isEmpty();

        issm.open("/");
        assertThat(issm.content()).contains("Imports that wait for you", "It is older than the last scan");
        issm.link("older.nessus");
        issm.page.getByLabel(Pattern.compile("^Discard")).waitFor();
        Tasklist task = issm.tasklist().takeById(theTask());
        assertThat(task.formText()).contains("older.nessus", "It is older than the last scan", "Proved gone");
        Picture.draw(issm.page, "form-decide-import");
        task.pick("Commit; the import counts");
        assertThat(task.isRefused()).contains("Say why the import counts although it is held");
        task.pick("Discard; the register stays as it is")
                .fill("Reason", "Somebody took the wrong file")
                .complete();
        it.page.reload();
        it.sees("Somebody took the wrong file");
        assertThat(it.open("/").content()).contains("older.nessus was discarded: Somebody took the wrong file");
    }

    /** Tasklist has it far down: the first scan's items are older. */
    private String theTask() {
        return (String)
                issm.page.evaluate("fetch('/camunda/api/engine/engine/default/task?processDefinitionKey=importScan')"
                        + ".then(answer => answer.json()).then(tasks => tasks[0].id)");
    }

    private static void decides(Visit person, String answer, String reason) {
        person.page.getByLabel(Pattern.compile("^" + answer)).check();
        person.page.getByLabel("Reason").fill(reason);
        person.button("Decide");
    }

    private void previews(Path file) {
        it.open("/scans/new").page.getByLabel("Show me first what would change").check();
        chooses(file);
        it.page
                .getByRole(AriaRole.HEADING, Visit.heading("Nothing has changed yet"))
                .waitFor();
    }

    private void handIn(Path file) {
        it.open("/scans/new");
        chooses(file);
    }

    private void chooses(Path file) {
        Page page = it.page;
        page.getByLabel("File").setInputFiles(file);
        it.button("Import");
        page.waitForURL("**/scans/*");
    }
}
