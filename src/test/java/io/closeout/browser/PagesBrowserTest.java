package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.closeout.workflow.Acting;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each page can be used without a mouse, on a phone, with a screen reader and on paper. */
class PagesBrowserTest extends BrowserTest {

    private static final Path SCAN = Path.of("samples/halyard-first-scan.nessus");
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Acting acting;

    private Visit issm;
    private Visit admin;
    private String item;

    @BeforeAll
    void aScanIsImported() {
        issm = signedIn("issm");
        issm.imports(SCAN);
        item = "/items/" + issm.itemFoundBy("SMB signing");
    }

    /** Words only, so that items are worked as before. */
    @BeforeAll
    void anAnalystChangedModels() {
        AnalystsModels models = new AnalystsModels(repository, acting);
        models.deploy("processes/importScan.bpmn", "name=\"Compare scan\"", "name=\"Compare with the register\"");
        models.deploy("processes/decisions/remediationDeadline.dmn", "stricter than FedRAMP", "stricter than most");
    }

    @BeforeAll
    void anAdministratorIsSignedIn() {
        admin = signedIn("admin");
    }

    @AfterAll
    void leave() {
        issm.close();
        admin.close();
    }

    Stream<String> pages() {
        return Stream.of(
                "/",
                "/items",
                item,
                item + "/evidence",
                "/scans",
                "/scans/new",
                "/scans/1",
                "/assets",
                "/assets/1",
                "/assessment",
                "/assessment/AC",
                "/assessment/status",
                "/assessment/guide",
                "/assessment/guide/AC",
                "/assessment/guide/SC/3.13.11",
                "/findings",
                "/findings/new",
                "/reports",
                "/account",
                "/account/tokens",
                "/models",
                "/models/importScan.bpmn",
                "/models/remediationDeadline.dmn",
                "/people",
                "/settings",
                "/settings/mail");
    }

    private Visit whoMaySee(String path) {
        return path.equals("/people") || path.startsWith("/settings") ? admin : issm;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void meetsWcag22Aa(String path) {
        Page page = whoMaySee(path).open(path).page;
        assertThat(Barriers.of(page)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void doesNotScrollSidewaysOnAPhone(String path) {
        Page page = whoMaySee(path).page;
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        try {
            page.navigate(path);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE_WIDTH);
        } finally {
            page.setViewportSize(WIDTH, HEIGHT);
        }
    }

    /** The administrator has the most places to go to. */
    @ParameterizedTest
    @ValueSource(ints = {1000, 1280, 1400})
    void theNavigationFitsWhereItIsNotFoldedAway(int width) {
        Page page = admin.page;
        page.setViewportSize(width, HEIGHT);
        try {
            page.navigate("/findings");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        } finally {
            page.setViewportSize(WIDTH, HEIGHT);
        }
    }

    @Test
    void signsInByKeyboardAlone() {
        try (Visit visit = visitor()) {
            Page page = visit.open("/sign-in").page;
            assertThat(Barriers.of(page)).isEmpty();
            page.keyboard().type("it");
            page.keyboard().press("Tab");
            page.keyboard().type(password());
            page.keyboard().press("Enter");
            visit.sees("Good to see you, Ines Tran");
        }
    }

    @Test
    void signsOutFromTheWorkListAsFromAPage() {
        try (Visit visit = signedIn("it")) {
            visit.tasklist().open().signOut();
            visit.page.waitForURL("**/sign-in?out");
            visit.open("/items").page.waitForURL("**/sign-in");
        }
    }

    @Test
    void firstTabSkipsToTheContent() {
        Page page = issm.open("/items").page;
        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("Skip to content");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("Workbook");
    }

    private static Object focused(Page page) {
        return page.evaluate("document.activeElement.innerText.trim()");
    }

    @Test
    void theRegisterFollowsItsFilterWithoutAPageLoad() {
        Page page = issm.open("/items").page;
        page.evaluate("window.sameDocument = true");
        page.getByLabel("Find").pressSequentially("SMB signing");
        page.waitForURL("**/items?q=SMB*");
        assertThat(page.locator("#register tbody tr").count()).isEqualTo(1);
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
    }

    @Test
    void theItemPrintsItsDiagram() {
        Page page = issm.open(item).page;
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        try {
            assertThat(page.locator(".diagram-scroll svg").isVisible()).isTrue();
            assertThat(page.locator(".frame-header").isVisible()).isFalse();
        } finally {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }
}
