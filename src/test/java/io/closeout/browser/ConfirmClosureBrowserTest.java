package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.closeout.testing.RunningCloseout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** On the assessment track a scan that no longer finds a weakness closes nothing by itself: the ISSM is asked. */
@ExtendWith(NeedsChromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfirmClosureBrowserTest {

    private static final Pattern PASSWORD = Pattern.compile("Password\\s+(\\S+)");

    /** Alone with its register: the rescan would spoil what other tests are at. */
    private RunningCloseout closeout;

    private Chromium chromium;
    private Visit issm;
    private String telnet;
    private String remoteDesktop;

    @BeforeAll
    void aRescanFindsTwoItemsOfTheAssessmentTrackNoMore(@TempDir Path folder) throws IOException, InterruptedException {
        closeout = RunningCloseout.start(folder);
        chromium = Chromium.start();
        issm = chromium.visit(closeout.address().toString(), Picture.WIDE, Picture.HIGH)
                .signIn("issm", closeout.awaitPrinted(PASSWORD));
        issm.imports(Path.of("samples/halyard-first-scan.nessus"));
        telnet = onTheAssessmentTrack("Telnet without encryption");
        remoteDesktop = onTheAssessmentTrack("Network Level Authentication");
        issm.imports(Path.of("samples/halyard-second-scan.nessus"));
    }

    private String onTheAssessmentTrack(String weakness) {
        String item = issm.itemFoundBy(weakness);
        issm.tasklist().take(item).choose("Track", "Assessment").complete();
        return item;
    }

    @AfterAll
    void leave() {
        issm.close();
        chromium.close();
        closeout.close();
    }

    @Test
    void yesClosesTheItem() {
        Tasklist question = issm.tasklist().take(telnet);
        assertThat(question.formText()).contains("A scan no longer finds this weakness although nobody reported a fix");
        question.form()
                .getByText("Confirm", new Locator.GetByTextOptions().setExact(true))
                .scrollIntoViewIfNeeded();
        Picture.draw(issm.page, "form-confirm-closure");
        question.pick("Yes, close the item").complete();

        issm.open("/items/" + telnet);
        assertThat(issm.content())
                .contains("Remediated outside the process", "halyard-second-scan.nessus", "Absence confirmed");
    }

    @Test
    void noSendsItBackToWorkWithTheReason() {
        issm.tasklist()
                .take(remoteDesktop)
                .pick("No, the work goes on")
                .fill("Note", "The machine was only switched off.")
                .complete();

        issm.open("/items/" + remoteDesktop);
        assertThat(issm.content())
                .contains("The machine was only switched off.", "Plan remediation")
                .doesNotContain("Verified by");
    }
}
