package io.closeout.workflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.workflow.EngineTestApplication;
import io.closeout.workflow.TryOut;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What a client sees at the engine's own addresses, over HTTP. */
@SpringBootTest(
        classes = EngineTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:edges;DB_CLOSE_DELAY=-1",
            "closeout.shipped-models=classpath*:no-models/",
            "closeout.worker.threads=0",
            "camunda.bpm.job-execution.enabled=false",
            "logging.level.org.camunda.bpm.engine.rest.exception=OFF"
        })
class EngineEdgesTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    String taskId = "";

    @BeforeEach
    void aPlanIsWaitedFor() {
        repository.createDeploymentQuery().list().forEach(old -> repository.deleteDeployment(old.getId(), true));
        TryOut.deploy(repository);
        runtime.startProcessInstanceByKey("tryOut", "POA-2026-001");
        taskId = tasks.createTaskQuery().singleResult().getId();
    }

    @Nested
    class ClosedDoors {

        @ParameterizedTest
        @ValueSource(strings = {"/engine-rest/task", "/engine-rest/engine", "/camunda/api/engine/engine/default/task"})
        void nobodyEntersUnsigned(String address) {
            assertThat(http.getForEntity(address, String.class).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        }

        /** CVE-2026-77226, and a sign-in that by-passes the second factor. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/camunda/api/admin/setup/default/user/create",
                    "/camunda/api/admin/auth/user/default/login/admin",
                    "/camunda/api/admin/auth/user/default/login/tasklist"
                })
        void nobodyMakesAnAdministratorOrSignsInByPasswordAlone(String address) {
            Map<String, Object> administrator = Map.of(
                    "profile", Map.of("id", "evil", "firstName", "E", "lastName", "V"),
                    "credentials", Map.of("password", "evil"));
            assertThat(http.postForEntity(address, administrator, String.class).getStatusCode())
                    .isEqualTo(HttpStatus.UNAUTHORIZED);
            assertThat(as("it").postForEntity(address, administrator, String.class)
                            .getStatusCode()
                            .is4xxClientError())
                    .isTrue();
        }

        @Test
        void nobodyOrdinaryMakesFilters() {
            Map<String, Object> filter =
                    Map.of("name", "mine", "resourceType", "Task", "query", Map.of(), "properties", Map.of());
            assertThat(as("it").postForEntity("/engine-rest/filter/create", filter, String.class)
                            .getStatusCode())
                    .isEqualTo(HttpStatus.FORBIDDEN);
        }

        @ParameterizedTest
        @CsvSource({"it,tasklist,200", "it,cockpit,403", "ada,cockpit,200", "root,admin,200", "root,tasklist,403"})
        void eachGroupEntersItsOwnApplications(String person, String application, int status) {
            String address = "/camunda/app/" + application + "/default/";
            assertThat(as(person)
                            .getForEntity(address, String.class)
                            .getStatusCode()
                            .value())
                    .isEqualTo(status);
        }
    }

    @Nested
    @SuppressWarnings("unchecked")
    class AForm {

        @ParameterizedTest
        @ValueSource(strings = {"/engine-rest/task/", "/camunda/api/engine/engine/default/task/"})
        void showsTheItem(String api) {
            Map<?, ?> variables =
                    as("it").getForObject(api + taskId + "/form-variables?deserializeValues=false", Map.class);
            assertThat(variables.get("item")).asString().contains("Json").contains(EngineTestApplication.TITLE);
        }

        @Test
        void isNamedAfterTheItem() {
            Map<?, ?> task = as("it").getForObject("/engine-rest/task/" + taskId, Map.class);
            assertThat(task.get("name")).isEqualTo("Plan: " + EngineTestApplication.TITLE);
        }

        @Test
        void opensWithTheFieldsThatHaveAValueAlready() {
            Map<String, Map<String, Object>> variables = as("it").getForObject(
                            "/engine-rest/task/" + taskId + "/form-variables?deserializeValues=false", Map.class);
            assertThat(variables.get("priority")).containsEntry("value", "HIGH");
            assertThat(variables.get("estimatedHours")).containsEntry("value", 2.5);
            assertThat(variables.get("milestones"))
                    .containsEntry("type", "Json")
                    .containsEntry("value", "[{\"description\":\"Patch\"}]");
            assertThat(variables.get("comments")).containsEntry("value", null);
            assertThat(variables).doesNotContainKeys("decision", "verified", "workDone");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/submit-form", "/complete"})
        void answersARefusalWithOurWords(String action) {
            ResponseEntity<Map> answer = submit("/engine-rest/task/" + taskId + action, Map.of());
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(answer.getBody())
                    .containsEntry("message", "Say what you will do: the field plan is empty.")
                    .containsEntry("type", "Refused");
            assertThat(tasks.createTaskQuery().taskId(taskId).count()).isOne();
        }

        @ParameterizedTest
        @ValueSource(strings = {"/submit-form", "/complete"})
        void answersAFailureWithoutInternals(String action) {
            ResponseEntity<Map> answer =
                    submit("/engine-rest/task/" + taskId + action, Map.of("plan", Map.of("value", "break")));
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
            assertThat(answer.getBody().toString())
                    .doesNotContain("jdbc", "Exception")
                    .contains("reference");
        }

        @Test
        void completesTheTaskWithoutLeavingAnythingBehind() {
            ResponseEntity<Map> answer = submit(
                    "/engine-rest/task/" + taskId + "/submit-form",
                    Map.of("plan", Map.of("value", "good", "type", "String")));
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
            assertThat(runtime.createVariableInstanceQuery().list())
                    .extracting(variable -> variable.getName())
                    .containsExactly("accepted");
        }

        private ResponseEntity<Map> submit(String address, Map<String, Object> variables) {
            return as("it").postForEntity(address, Map.of("variables", variables), Map.class);
        }
    }

    private TestRestTemplate as(String person) {
        return http.withBasicAuth(person, "secret");
    }
}
