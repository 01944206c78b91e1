package io.closeout.workflow.process;

import static io.closeout.workflow.TaskForms.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form against what Tasklist 7.24 (form-js 1.8.7) can show and what the steps read. */
class FormTests {

    /** Components of form-js 1.8.7; its file picker and document preview came later. */
    private static final Set<String> KNOWN_COMPONENTS = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "expression",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "text",
            "image",
            "table",
            "html",
            "spacer",
            "separator",
            "group",
            "dynamiclist",
            "iframe",
            "button");

    private static final Map<String, List<String>> READ_BY_STEPS = Map.of(
            "triageItem", List.of(PRIORITY, TRACK, OWNER_GROUP, OWNER_ID, NOTE),
            "planRemediation",
                    List.of(
                            OWNER_ID,
                            ESTIMATED_HOURS,
                            REMEDIATION_PLAN,
                            RESOURCES,
                            MILESTONES,
                            MILESTONE_DESCRIPTION,
                            MILESTONE_DUE,
                            PLANNED_COMPLETION,
                            RESIDUAL_RISK,
                            COMMENTS),
            "signOffDate", List.of(DECISION, REASON),
            "remediateWeakness", List.of(WORK_DONE, FIXED_ON, MILESTONES_DONE),
            "verifyFix", List.of(VERIFIED, NOTE),
            "confirmClosure", List.of(VERIFIED, NOTE));

    static Stream<Path> forms() {
        return ShippedModels.forms();
    }

    @Test
    void thereIsOnePerKindOfTask() {
        assertThat(forms().map(ShippedModels::id)).containsExactlyInAnyOrderElementsOf(READ_BY_STEPS.keySet());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void carriesItsFileNameAndTheVersionThatTasklistKnows(Path file) {
        JsonNode form = ShippedModels.json(file);
        assertThat(form.path("id").asText()).isEqualTo(ShippedModels.id(file));
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void asksExactlyWhatItsStepReads(Path file) {
        assertThat(ShippedModels.components(ShippedModels.json(file)))
                .extracting(each -> each.path("key").asText(each.path("path").asText("")))
                .filteredOn(key -> !key.isEmpty())
                .containsExactlyInAnyOrderElementsOf(READ_BY_STEPS.get(ShippedModels.id(file)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void usesOnlyComponentsThatTasklistHas(Path file) {
        Set<String> used = ShippedModels.components(ShippedModels.json(file)).stream()
                .map(each -> each.path("type").asText())
                .collect(Collectors.toSet());
        assertThat(KNOWN_COMPONENTS).containsAll(used);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void limitsEachTextToWhatAVariableHolds(Path file) {
        assertThat(ShippedModels.components(ShippedModels.json(file)))
                .filteredOn(each -> each.path("type").asText().startsWith("text")
                        && !each.path("type").asText().equals("text"))
                .allSatisfy(each -> assertThat(
                                each.path("validate").path("maxLength").asInt())
                        .as(each.path("key").asText())
                        .isBetween(1, 4000));
    }

    /** Tasklist does not submit the collapsed rows of a list. */
    @ParameterizedTest
    @MethodSource("forms")
    void neverCollapsesAList(Path file) {
        assertThat(ShippedModels.components(ShippedModels.json(file)))
                .filteredOn(each -> each.path("type").asText().equals("dynamiclist"))
                .allSatisfy(each ->
                        assertThat(each.path("disableCollapse").asBoolean()).isTrue());
    }
}
