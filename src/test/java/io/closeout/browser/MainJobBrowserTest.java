package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A weakness that a scan found is worked to a verified close, as the sample people do it. */
class MainJobBrowserTest extends BrowserTest {

    private static final Path FIRST_SCAN = Path.of("samples/halyard-first-scan.nessus");
    /** The demo dates it to the moment at which it arrives. */
    private static final Path SECOND_SCAN = Path.of("samples/halyard-second-scan.nessus");

    private static final String RDP = "Remote Desktop Services: code execution before log-on (BlueKeep)";

    private final LocalDate today = LocalDate.now(ZoneId.of("America/Chicago"));

    private Visit issm;
    private Visit it;

    @BeforeAll
    void theFirstScanIsImported() {
        issm = signedIn("issm");
        it = signedIn("it");
        issm.imports(FIRST_SCAN);
        issm.sees(RDP);
    }

    @AfterAll
    void everybodyLeaves() {
        issm.close();
        it.close();
    }

    @Test
    void aWeaknessIsClosedByTheRescanThatNoLongerFindsIt(@TempDir Path folder) throws IOException {
        String item = issm.itemFoundBy("BlueKeep");
        listsTheTask("Triage item");
        triage(item, "Finance-AD01", "CVE-2019-0708", RDP);
        it.page.navigate("/");
        it.sees("Plan remediation: " + RDP);
        planIsRefusedWithAMilestoneAfterItsEnd(item);
        signOff(item);
        reportIsRefusedWithoutEvidence(item);
        addEvidence(item, folder);
        reportFix(item);

        aSecondPasses();
        issm.imports(SECOND_SCAN);
        issm.open("/items/" + item);
        assertThat(issm.content()).contains("Verified by rescan", "halyard-second-scan.nessus");
        assertThat(closedRow(item, folder)).contains(RDP, "Ines Tran").anyMatch(cell -> cell.contains("patch-log.txt"));
    }

    @Test
    void aPersonVerifiesTheFixButNeverItsOwner(@TempDir Path folder) throws IOException {
        String item = issm.itemFoundBy("Netlogon");
        triage(item, "Netlogon");
        plan(item);
        signOff(item);
        addEvidence(item, folder);
        reportFix(item);

        assertThat(it.tasklist().openTask(item).isRefusedToClaim()).contains("it is for another group");

        Tasklist verification = issm.tasklist().take(item);
        assertThat(verification.formText()).contains("patch-log.txt");
        verification.pick("Yes, the weakness is gone").complete();
        issm.open("/items/" + item);
        assertThat(issm.content()).contains("Verified by a person");
    }

    /** Without choosing a filter. */
    private void listsTheTask(String name) {
        issm.tasklist().open().list().getByText(name).first().waitFor();
    }

    private void triage(String item, String... shown) {
        Tasklist task = issm.tasklist().take(item);
        assertThat(task.formText()).contains(item).contains(shown);
        task.choose("Owner", "Ines Tran").fill("Note", "The domain controller comes first.");
        task.complete();
    }

    /** And mended in the same form, as a person would. */
    private void planIsRefusedWithAMilestoneAfterItsEnd(String item) {
        Tasklist task =
                writePlan(item).fill("Planned completion", today.plusDays(3)).fill("Due", today.plusDays(9));
        assertThat(task.isRefused()).contains("Milestone 1 is due", "after the planned completion");
        task.fill("Due", today).complete();
    }

    private void plan(String item) {
        writePlan(item).fill("Planned completion", today.plusDays(3)).complete();
    }

    private Tasklist writePlan(String item) {
        return it.tasklist()
                .take(item)
                .choose("Residual risk", "Low")
                .fill("Estimated hours", "2.5")
                .fill("How it will be fixed", "Install the update of May 2019 and ask for NLA.")
                .fill("Resources", "One maintenance window")
                .fill("Milestone", "Update installed")
                .fill("Due", today);
    }

    /** Later than the policy's seven days, so leadership signs as well. */
    private void signOff(String item) {
        issm.tasklist().take(item).pick("Approve the date").complete();
        try (Visit leader = signedIn("leader")) {
            leader.tasklist().take(item).pick("Approve the date").complete();
        }
    }

    private void reportIsRefusedWithoutEvidence(String item) {
        assertThat(writeReport(item).isRefused()).contains("evidence");
    }

    private Tasklist writeReport(String item) {
        return it.tasklist()
                .take(item)
                .fill("Work done", "Update installed under CHG-2081, NLA is asked for.")
                .fill("Fixed on", today);
    }

    private void addEvidence(String item, Path folder) throws IOException {
        Path log = Files.writeString(folder.resolve("patch-log.txt"), "KB4499175 installed on Finance-AD01\n");
        Page evidence = it.tasklist().openTask(item).follow("Add or view evidence");
        Visit.addsEvidence(evidence, log);
        evidence.getByText("Back to the task").click();
        evidence.locator(".fjs-container").getByText(item).first().waitFor();
        evidence.close();
    }

    private void reportFix(String item) {
        writeReport(item).complete();
        it.open("/items/" + item);
        assertThat(it.content()).contains("Awaiting verification");
    }

    /** Nessus dates to the second, and only a scan that ended after the report of the fix judges it. */
    private void aSecondPasses() {
        issm.page.waitForFunction("moment => Date.now() > moment", (double) System.currentTimeMillis() + 1500);
    }

    private List<String> closedRow(String item, Path folder) throws IOException {
        issm.open("/items");
        Download download = issm.downloads("Workbook");
        Path file = folder.resolve("poam.xlsx");
        download.saveAs(file);
        try (InputStream content = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(content)) {
            return StreamSupport.stream(workbook.getSheet("Closed").spliterator(), false)
                    .map(MainJobBrowserTest::words)
                    .filter(row -> row.contains(item))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> words(Row row) {
        return StreamSupport.stream(row.spliterator(), false)
                .map(Object::toString)
                .toList();
    }
}
