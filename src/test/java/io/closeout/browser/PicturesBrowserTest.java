package io.closeout.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import io.closeout.workflow.Acting;
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

/**
 * Draws {@code docs/images} anew from the sample company, before and after others that draw what it does not show:
 *
 * <pre>
 * mvn test -Dcloseout.screenshots=true -Dtest=AcceptRiskBrowserTest,CmmcStatusBrowserTest,ConfirmClosureBrowserTest,\
 * DrillReportBrowserTest,PicturesBrowserTest,SetUpBrowserTest
 * </pre>
 *
 * None that shares the application of the browser tests may come after this one: the work list is that of the engine that
 * started last.
 */
@EnabledIfSystemProperty(named = Picture.WANTED, matches = "true")
@TestPropertySource(
        properties = {"closeout.demo.data=sample", "spring.datasource.url=jdbc:h2:mem:pictures;DB_CLOSE_DELAY=-1"})
class PicturesBrowserTest extends BrowserTest {

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
        issm = visitor(Picture.WIDE, Picture.HIGH).signIn("issm", password());
        it = visitor(Picture.WIDE, Picture.HIGH).signIn("it", password());
    }

    @AfterAll
    void leave() {
        issm.close();
        it.close();
    }

    @Test
    void signInPage() {
        try (Visit visit = visitor(Picture.WIDE, Picture.HIGH)) {
            Picture.draw(visit.open("/sign-in").page, "sign-in");
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
        Picture.draw(issm.open(path).page, name);
    }

    @Test
    void modelsOfAnAnalyst() {
        AnalystsModels models = new AnalystsModels(repository, acting);
        models.deploy("processes/decisions/remediationDeadline.dmn", DAYS_OF_HIGH + "30<", DAYS_OF_HIGH + "21<");
        try (Visit analyst = visitor(Picture.WIDE, Picture.HIGH).signIn("analyst", password())) {
            Picture.draw(analyst.open("/models").page, "models");
            Page page = analyst.open("/models/remediationDeadline.dmn").page;
            page.evaluate("document.querySelector('form.medium').scrollIntoView()");
            Picture.draw(page, "model-difference");
        }
    }

    @Test
    void settings() {
        try (Visit admin = visitor(Picture.WIDE, Picture.HIGH).signIn("admin", password())) {
            Picture.draw(admin.open("/settings").page, "settings");
        }
    }

    @Test
    void itemAndItsEvidence() {
        String item = issm.itemFoundBy("BlueKeep");
        Picture.draw(issm.open("/items/" + item).page, "item");
        Picture.draw(issm.open("/items/" + item + "/evidence").page, "evidence");
    }

    @Test
    void itemWhoseRiskIsAccepted() {
        Page page = issm.open("/items/" + issm.itemFoundBy("Press controller")).page;
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Accepted risk"))
                .evaluate("heading => heading.closest('section').scrollIntoView()");
        Picture.draw(page, "accepted-item");
    }

    @ParameterizedTest
    @CsvSource({
        "TriageItem, issm",
        "PlanRemediation, it",
        "SignOffDate, issm",
        "RemediateWeakness, it",
        "VerifyFix, issm",
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
            Picture.draw(
                    page, "form-" + task.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase());
        }
    }
}
