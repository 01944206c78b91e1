package io.closeout.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import io.closeout.workflow.Acting;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Draws {@code docs/images} anew from the sample company: {@code mvn test -Dtest=PicturesBrowserTest -Dcloseout.screenshots=true}. */
@EnabledIfSystemProperty(named = "closeout.screenshots", matches = "true")
@TestPropertySource(
        properties = {"closeout.demo.data=sample", "spring.datasource.url=jdbc:h2:mem:pictures;DB_CLOSE_DELAY=-1"})
class PicturesBrowserTest extends BrowserTest {

    private static final Path IMAGES = Path.of("docs/images");
    /** Small enough for pictures below about 150 kB. */
    private static final int WIDE = 1200;

    private static final int HIGH = 800;
    private static final String DAYS_OF_HIGH = "<outputEntry id=\"high_days\">\n          <text>";
    private static final Pattern TASK_ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Acting acting;

    private Visit issm;
    private Visit it;

    @BeforeAll
    void signIn() {
        issm = visitor(WIDE, HIGH).signIn("issm", password());
        it = visitor(WIDE, HIGH).signIn("it", password());
    }

    @AfterAll
    void leave() {
        issm.close();
        it.close();
    }

    @Test
    void signInPage() {
        try (Visit visit = visitor(WIDE, HIGH)) {
            picture(visit.open("/sign-in").page, "sign-in");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "home, /",
        "register, /items",
        "import, /scans/new",
        "scan, /scans/1",
        "assets, /assets",
        "asset, /assets/1",
        "reports, /reports",
    })
    void page(String name, String path) {
        picture(issm.open(path).page, name);
    }

    @Test
    void modelsOfAnAnalyst() {
        AnalystsModels models = new AnalystsModels(repository, acting);
        models.deploy("processes/decisions/remediationDeadline.dmn", DAYS_OF_HIGH + "30<", DAYS_OF_HIGH + "21<");
        try (Visit analyst = visitor(WIDE, HIGH).signIn("analyst", password())) {
            picture(analyst.open("/models").page, "models");
            Page page = analyst.open("/models/remediationDeadline.dmn").page;
            page.evaluate("document.querySelector('form.medium').scrollIntoView()");
            picture(page, "model-difference");
        }
    }

    @Test
    void settings() {
        try (Visit admin = visitor(WIDE, HIGH).signIn("admin", password())) {
            picture(admin.open("/settings").page, "settings");
        }
    }

    @Test
    void itemAndItsEvidence() {
        String item = issm.itemFoundBy("BlueKeep");
        picture(issm.open("/items/" + item).page, "item");
        picture(issm.open("/items/" + item + "/evidence").page, "evidence");
    }

    @ParameterizedTest
    @CsvSource({
        "TriageItem, issm",
        "PlanRemediation, it",
        "SignOffDate, issm",
        "RemediateWeakness, it",
        "VerifyFix, issm",
        "ConfirmClosure, issm",
    })
    void formInTasklist(String task, String person) {
        Page page = (person.equals("it") ? it : issm).page;
        String found = page.request()
                .get(
                        "/engine-rest/task?maxResults=1&taskDefinitionKey=UserTask_" + task,
                        RequestOptions.create().setHeader("Authorization", "Bearer demo"))
                .text();
        Matcher id = TASK_ID.matcher(found);
        if (id.find()) {
            page.navigate("about:blank");
            page.navigate("/camunda/app/tasklist/default/#/?task=" + id.group(1));
            page.locator(".fjs-container").getByRole(AriaRole.HEADING).last().scrollIntoViewIfNeeded();
            picture(page, "form-" + task.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase());
        }
    }

    private static void picture(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(IMAGES.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }
}
