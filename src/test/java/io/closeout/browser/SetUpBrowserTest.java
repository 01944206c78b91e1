package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.closeout.testing.RunningCloseout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first start as an operator walks it: from the link on the console of an empty Closeout to four people who are signed
 * in.
 */
@ExtendWith(NeedsChromium.class)
class SetUpBrowserTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/set-up\\?token=\\S+)");
    private static final String PASSWORD = "gauge block 7 mikrons";

    @TempDir
    private Path folder;

    private record Newcomer(String name, String id) {}

    private static final List<Newcomer> TEAM = List.of(
            new Newcomer("Lena Okafor", "lena"),
            new Newcomer("Mara Lindqvist", "mara"),
            new Newcomer("Dana Whitfield", "dana"),
            new Newcomer("Ines Tran", "ines"));

    @Test
    void theLinkOnTheConsoleLeadsToPeopleWhoAreSignedIn() throws IOException, InterruptedException {
        try (RunningCloseout closeout = RunningCloseout.startUntouched(folder);
                Chromium chromium = Chromium.start()) {
            String address = closeout.address().toString();
            List<String> links =
                    setUp(chromium.visit(address, Picture.WIDE, Picture.HIGH), closeout.awaitPrinted(LINK));
            signsIn(chromium.visit(address, Picture.WIDE, Picture.HIGH), TEAM.get(0));
            for (int next = 1; next < TEAM.size(); next++) {
                choosesAPassword(chromium.visit(address, Picture.WIDE, Picture.HIGH), links.get(next - 1));
                signsIn(chromium.visit(address, Picture.WIDE, Picture.HIGH), TEAM.get(next));
            }
        }
    }

    /** @return the links for the others */
    private static List<String> setUp(Visit visit, String link) {
        try (visit) {
            Visit operator = visit.open(link);
            assertThat(Barriers.of(operator.page)).isEmpty();
            Picture.draw(operator.page, "set-up");
            fill(operator.page);
            refusesAMissingCompanyAndAShortPassword(operator);
            submits(operator, "Halyard Precision", PASSWORD);
            operator.sees("Closeout is set up");
            assertThat(Barriers.of(operator.page)).isEmpty();
            List<String> links = operator.page.locator(".secret").allTextContents();
            isUsedUp(operator, link);
            return links;
        }
    }

    private static void fill(Page page) {
        page.getByLabel("System boundary").fill("CUI enclave");
        page.getByLabel("Time zone").selectOption("America/Chicago");
        for (int row = 0; row < TEAM.size(); row++) {
            Locator person = page.locator("section.panel").nth(row + 1);
            person.locator("input[name$='.name']").fill(TEAM.get(row).name());
            person.getByLabel("Sign-in name").fill(TEAM.get(row).id());
        }
    }

    /** What else was filled in stays. */
    private static void refusesAMissingCompanyAndAShortPassword(Visit operator) {
        submits(operator, " ", PASSWORD);
        assertThat(problem(operator)).containsIgnoringCase("company");
        submits(operator, "Halyard Precision", "short");
        assertThat(problem(operator)).containsIgnoringCase("12 to 128 characters");
        assertThat(operator.page.getByLabel("Sign-in name").last().inputValue()).isEqualTo("ines");
    }

    private static void submits(Visit operator, String company, String password) {
        operator.page.getByLabel("Company").fill(company);
        operator.page.getByLabel("Your password").fill(password);
        operator.page.getByLabel("New password again").fill(password);
        operator.button("Set up Closeout");
    }

    private static String problem(Visit operator) {
        return operator.page.getByRole(AriaRole.ALERT).innerText();
    }

    private static void choosesAPassword(Visit visit, String link) {
        String path = link.substring(link.indexOf("/password"));
        try (visit) {
            Page page = visit.open(path).page;
            page.getByLabel("New password").first().fill(PASSWORD);
            page.getByLabel("New password again").fill(PASSWORD);
            visit.button("Save password");
            page.waitForURL("**/sign-in**");
            isUsedUp(visit, path);
        }
    }

    /** The browser's console complains of the answer 400, as it should; so this is not asked as a page. */
    private static void isUsedUp(Visit visit, String link) {
        var answer = visit.page.request().get(link);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).containsAnyOf("used up", "used already");
    }

    private static void signsIn(Visit visit, Newcomer newcomer) {
        try (visit) {
            visit.signIn(newcomer.id(), PASSWORD).sees("Good to see you, " + newcomer.name());
        }
    }
}
