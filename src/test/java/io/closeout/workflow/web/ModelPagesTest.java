package io.closeout.workflow.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.Person;
import io.closeout.access.SignedIn;
import io.closeout.testing.WholeApplication;
import io.closeout.workflow.Acting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@SpringBootTest(
        classes = WholeApplication.class,
        properties = {
            "closeout.demo.data=none",
            "spring.datasource.url=jdbc:h2:mem:model-pages-test;DB_CLOSE_DELAY=-1",
        })
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@DirtiesContext
class ModelPagesTest {

    private static final String TABLE = "/models/remediationDeadline.dmn";
    private static final String PROCESS = "/models/remediatePoamItem.bpmn";

    @Autowired
    MockMvc mvc;

    @Autowired
    RepositoryService repository;

    @Autowired
    Acting acting;

    @Test
    void listsEveryProcessTableAndForm() throws Exception {
        page("/models")
                .andExpect(content().string(containsString("href=\"/models/remediatePoamItem.bpmn\"")))
                .andExpect(content().string(containsString("href=\"/models/notices.dmn\"")))
                .andExpect(content().string(containsString("href=\"/models/verifyFix.form\"")))
                .andExpect(content().string(containsString("As shipped")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void drawsAProcessAndShowsATable() throws Exception {
        page("/models/importScan.bpmn").andExpect(content().string(containsString("<svg class=\"diagram")));
        page("/models/notices.dmn").andExpect(content().string(containsString("table-rules")));
        page("/models/verifyFix.form").andExpect(content().string(not(containsString("Take the shipped one"))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Group.class,
            names = {"PROCESS_ANALYST", "CAMUNDA_ADMIN", "ISSM", "ASSESSOR"})
    void isOpenToThoseWhoAnswerForTheModels(Group group) throws Exception {
        mvc.perform(get("/models").with(a(group))).andExpect(status().isOk());
    }

    @ParameterizedTest
    @EnumSource(
            value = Group.class,
            names = {"REMEDIATOR", "LEADERSHIP"})
    void isClosedToOthers(Group group) throws Exception {
        for (String path : new String[] {"/models", TABLE, TABLE + "/deployed", TABLE + "/shipped"}) {
            mvc.perform(get(path).with(a(group))).andExpect(status().isForbidden());
        }
        mvc.perform(post(TABLE + "/shipped").with(a(group)).with(csrf())).andExpect(status().isForbidden());
    }

    @AfterEach
    void onlyShippedModelsRemain() {
        acting.asEngine(repository.createDeploymentQuery()::list).stream()
                .filter(deployment -> !"closeout".equals(deployment.getSource()))
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void handsAModelOutAsAFileForTheModeler() throws Exception {
        mvc.perform(get(TABLE + "/deployed").with(a(Group.PROCESS_ANALYST)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"remediationDeadline.dmn\""))
                .andExpect(content().bytes(Files.readAllBytes(Path.of("processes/decisions/remediationDeadline.dmn"))));
    }

    @Test
    void knowsNoOtherFiles() throws Exception {
        for (String path : new String[] {"/models/nothing.bpmn", "/models/application.yml", "/models/x/deployed"}) {
            mvc.perform(get(path).with(a(Group.PROCESS_ANALYST))).andExpect(status().isNotFound());
        }
    }

    @Nested
    class AChangedTable {

        private int version;

        @BeforeEach
        void deploy() throws IOException {
            analystDeploys("processes/decisions/remediationDeadline.dmn", text -> text.replace(
                            "<text>30</text>", "<text>14</text>")
                    .replace("Policy that customers quote", "Policy &lt;b&gt;ours&lt;/b&gt;"));
            version = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey("remediationDeadline")
                    .latestVersion()
                    .singleResult()
                    .getVersion();
        }

        @Test
        void isShownBesideTheShippedOne() throws Exception {
            page("/models").andExpect(content().string(containsString("Changed here")));
            page(TABLE)
                    .andExpect(content().string(containsString("<strong>14</strong>")))
                    .andExpect(content().string(containsString("<strong>30</strong>")))
                    .andExpect(content().string(containsString("Policy &lt;b&gt;ours&lt;/b&gt;")))
                    .andExpect(content().string(containsString("equal lines")))
                    .andExpect(content().string(containsString("Priya Raman")))
                    .andExpect(content().string(not(containsString("??"))));
        }

        @Test
        void offersTheShippedOneAsAFile() throws Exception {
            mvc.perform(get(TABLE + "/shipped").with(a(Group.ASSESSOR)))
                    .andExpect(header().string(
                                    "Content-Disposition", "attachment; filename=\"shipped-remediationDeadline.dmn\""))
                    .andExpect(content().string(containsString("<text>30</text>")));
        }

        @Test
        void isReplacedByAnAnalystWithAReason() throws Exception {
            take(Group.PROCESS_ANALYST, "Back to what was agreed").andExpect(redirectedUrl(TABLE));
            page(TABLE)
                    .andExpect(content().string(containsString("As shipped")))
                    .andExpect(content().string(not(containsString("<strong>14</strong>"))));
        }

        @Test
        void isNotReplacedWithoutAReason() throws Exception {
            take(Group.PROCESS_ANALYST, "")
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Say why")))
                    .andExpect(content().string(containsString("<strong>14</strong>")));
        }

        @ParameterizedTest
        @EnumSource(
                value = Group.class,
                names = {"CAMUNDA_ADMIN", "ISSM", "ASSESSOR"})
        void isNotReplacedByOthers(Group group) throws Exception {
            mvc.perform(get(TABLE).with(a(group)))
                    .andExpect(content().string(not(containsString("Take the shipped one"))));
            take(group, "Because")
                    .andExpect(content().string(containsString("Only Process analyst may take a shipped model.")))
                    .andExpect(content().string(containsString("<strong>14</strong>")));
        }

        private ResultActions take(Group group, String reason) throws Exception {
            return mvc.perform(post(TABLE + "/shipped")
                    .param("reason", reason)
                    .param("version", String.valueOf(version))
                    .with(a(group))
                    .with(csrf()));
        }
    }

    @Nested
    class AChangedProcess {

        @BeforeEach
        void deploy() throws IOException {
            analystDeploys(
                    "processes/remediatePoamItem.bpmn",
                    text -> text.replace("name=\"Verify fix\"", "name=\"Check it\""));
        }

        @Test
        void isDrawnTwiceWithWhatDiffersMarkedAndListed() throws Exception {
            page(PROCESS)
                    .andExpect(
                            content().string(containsString("The process Remediate POA&amp;M item as it is deployed")))
                    .andExpect(
                            content().string(containsString("The process Remediate POA&amp;M item as it is shipped")))
                    .andExpect(content().string(containsString("class=\"task here\"")))
                    .andExpect(content().string(containsString("UserTask_VerifyFix</code>")))
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    private ResultActions page(String path) throws Exception {
        return mvc.perform(get(path).with(a(Group.PROCESS_ANALYST))).andExpect(status().isOk());
    }

    private void analystDeploys(String file, UnaryOperator<String> change) throws IOException {
        String text = change.apply(Files.readString(Path.of(file)));
        Actor priya = new Actor("analyst", Set.of(Group.PROCESS_ANALYST), "engine-rest");
        acting.as(
                priya,
                () -> acting.asEngine(() ->
                        repository.createDeployment().addString(file, text).deploy()));
    }

    private static RequestPostProcessor a(Group group) {
        return user(new SignedIn(new Person("script", "Script", null, Set.of(group), true), Instant.now()));
    }
}
