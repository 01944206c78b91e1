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

/** Two scanners find one CVE on one machine, and the ISSM joins the two items. */
@ExtendWith(NeedsChromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JoinItemsBrowserTest {

    private static final Pattern PASSWORD = Pattern.compile("Password\\s+(\\S+)");

    /** Alone with its register: it joins what is in there. */
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
    void theIssmComparesAndJoinsThem(@TempDir Path folder) throws IOException {
        it.imports(Files.writeString(folder.resolve("tenable.csv"), """
                Plugin ID,CVE,Risk,Host,Protocol,Port,Name,Description,Solution,Plugin Output
                155999,CVE-2021-44228,High,10.20.0.5,tcp,8443,Apache Log4j below 2.15,,Update.,
                """));
        it.imports(Files.writeString(folder.resolve("greenbone.csv"), """
                IP,Hostname,Port,Port Protocol,CVSS,Severity,NVT Name,NVT OID,CVEs,Timestamp
                10.20.0.5,,8443,tcp,10.0,High,Log4Shell,1.3.6.1.4.1.25623.1.0.117839,"CVE-2021-44228,CVE-2021-45046",2026-03-08T20:00:00Z
                """));

        it.open("/joins");
        assertThat(it.content()).contains("Apache Log4j below 2.15", "Log4Shell");

        issm.open("/");
        assertThat(issm.content()).contains("May be the same", "One pair of items");
        issm.open("/joins");
        assertThat(Barriers.of(issm.page)).isEmpty();
        Picture.draw(issm.page, "joins");
        issm.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Compare POA")))
                .click();
        issm.sees("What they share");
        assertThat(issm.content()).contains("CVE-2021-44228", "CVE-2021-45046", "10.20.0.5");
        assertThat(Barriers.of(issm.page)).isEmpty();
        Picture.draw(issm.page, "join");

        String joining = issm.page
                .locator("section", new Page.LocatorOptions().setHasText("Would be joined to it"))
                .getByRole(AriaRole.LINK)
                .innerText();
        issm.page.getByLabel(Pattern.compile("^The same")).check();
        issm.page.getByLabel(Pattern.compile("^Reason")).fill("One library");
        issm.button("Decide");
        issm.sees("Joined. The item that stays");

        issm.open("/items/" + joining);
        issm.sees("Joined to");
        assertThat(issm.content()).contains("Apache Log4j below 2.15", "One library", "Closed");
        assertThat(Barriers.of(issm.page)).isEmpty();
        Picture.draw(issm.page, "joined-item");
    }
}
