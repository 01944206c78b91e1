package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody who hands a scan in sees of its import, without doing anything more. */
class ImportBrowserTest extends BrowserTest {

    @Autowired
    private JdbcClient jdbc;

    private Visit it;

    @BeforeAll
    void arrive() {
        it = signedIn("it");
    }

    @AfterAll
    void leave() {
        it.close();
    }

    @Test
    void theProgressAdvancesByItselfAndThenTellsWhatChanged(@TempDir Path folder) throws IOException {
        Path scan = Files.writeString(
                folder.resolve("today.nessus"), """
                <NessusClientData_v2><Policy><policyName>Today</policyName></Policy><Report name="Today">
                <ReportHost name="LATHE-7"><HostProperties><tag name="HOST_END_TIMESTAMP">%d</tag></HostProperties>
                <ReportItem port="23" svc_name="telnet" protocol="tcp" severity="2" pluginID="42263" pluginName="Telnet"
                  pluginFamily="Misc."></ReportItem></ReportHost></Report></NessusClientData_v2>
                """.formatted(Instant.now().getEpochSecond()));
        anotherImportHoldsTheScope();
        try {
            handIn(scan);
            it.page.locator("#progress .percent").getByText("50 %").waitFor();
            assertThat(it.page.getByRole(AriaRole.PROGRESSBAR).getAttribute("aria-valuenow"))
                    .isEqualTo("50");
            assertThat(Barriers.of(it.page)).isEmpty();
        } finally {
            theOtherImportEnds();
        }
        it.page.getByRole(AriaRole.HEADING, Visit.heading("What changed")).waitFor();
    }

    @Test
    void aRefusalIsToldOnThePageInTheListAndAtHome(@TempDir Path folder) throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.nessus"), "<letter>Dear scanner</letter>");
        handIn(letter);
        it.sees("This file was refused as a whole.");

        it.open("/scans");
        assertThat(it.content()).contains("letter.nessus", "Refused", "not recognised as a scan");
        it.open("/");
        assertThat(it.content()).contains("letter.nessus was refused:", "Scan refused");
    }

    private void handIn(Path file) {
        Page page = it.open("/scans/new").page;
        page.getByLabel("File").setInputFiles(file);
        it.button("Import");
        page.waitForURL("**/scans/*");
    }

    /** Two imports of one scope wait for each other, after reading their files. */
    private void anotherImportHoldsTheScope() {
        jdbc.sql("insert into scope_lease (scope_id, scan_id, held_until)"
                        + " select id, -1, timestamp with time zone '2999-01-01 00:00:00+00' from scope")
                .update();
    }

    private void theOtherImportEnds() {
        jdbc.sql("delete from scope_lease where scan_id = -1").update();
    }
}
