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

/** The ISSM says once what the columns of a spreadsheet mean. */
@ExtendWith(NeedsChromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnTablesBrowserTest {

    private static final Pattern PASSWORD = Pattern.compile("Password\\s+(\\S+)");

    /** Alone: what it describes is read in another way from then on. */
    private RunningCloseout closeout;

    private Chromium chromium;
    private Visit issm;

    @BeforeAll
    void signIn(@TempDir Path folder) throws IOException, InterruptedException {
        closeout = RunningCloseout.start(folder);
        chromium = Chromium.start();
        issm = chromium.visit(closeout.address().toString(), Picture.WIDE, Picture.HIGH)
                .signIn("issm", closeout.awaitPrinted(PASSWORD));
    }

    @AfterAll
    void leave() {
        issm.close();
        chromium.close();
        closeout.close();
    }

    @Test
    void aTableIsDescribedOnceAndTheNextIsReadWithoutAsking(@TempDir Path folder) throws IOException {
        Path audit = Files.writeString(folder.resolve("audit.csv"), """
                Ref;Weak spot;Grade;Machine;Progress;Remedy
                A-1;Telnet on the lathe;urgent;LATHE-9;open;Switch it off
                A-2;Old browser;minor;DESK-3;open;Update it
                A-3;Shared key;minor;DESK-3;settled;Change it
                """);
        handIn(audit);
        issm.sees("Nobody has said yet what the columns of this table mean.");
        assertThat(Barriers.of(issm.page)).isEmpty();
        Picture.draw(issm.page, "table-asks");

        issm.link("Say what its columns mean");
        Page page = issm.page;
        assertThat(Barriers.of(page)).isEmpty();
        page.getByLabel("Name").fill("Audit list");
        page.getByLabel("Title (required)").selectOption("Weak spot");
        page.locator("#column-SEVERITY").selectOption("Grade");
        page.locator("#column-ASSET").selectOption("Machine");
        page.locator("#column-CHECK_ID").selectOption("Ref");
        page.locator("#column-STATE").selectOption("Progress");
        page.locator("#column-SOLUTION").selectOption("Remedy");
        page.locator("#ended").fill("settled");
        issm.button("Show how it is read");
        page.getByLabel("urgent").selectOption("HIGH");
        page.getByLabel("minor").selectOption("LOW");
        issm.button("Show how it is read");
        assertThat(page.locator("#preview").innerText())
                .contains("Telnet on the lathe", "LATHE-9", "A-1", "the list calls it settled");
        assertThat(Barriers.of(page)).isEmpty();
        if (Boolean.getBoolean(Picture.WANTED)) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/table-form-whole.png"))
                    .setFullPage(true));
        }
        page.evaluate("scrollTo(0, 0)");
        Picture.draw(page, "table-form");

        issm.button("Save and read the file");
        page.getByRole(AriaRole.HEADING, Visit.heading("What changed")).waitFor();
        assertThat(issm.content()).contains("read as the table Audit list, version 1", "Telnet on the lathe");

        handIn(audit);
        page.getByRole(AriaRole.HEADING, Visit.heading("What changed")).waitFor();

        issm.open("/tables").link("Audit list");
        assertThat(issm.content()).contains("Version 1", "Delete this description", "Telnet on the lathe");
        assertThat(Barriers.of(page)).isEmpty();
        issm.button("Save");
        issm.sees("Audit list is saved.");
        assertThat(Barriers.of(page)).isEmpty();
    }

    private void handIn(Path file) {
        Page page = issm.open("/scans/new").page;
        page.getByLabel("File").setInputFiles(file);
        issm.button("Import");
        page.waitForURL("**/scans/*");
    }
}
