package io.closeout.workflow;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every form: it asks what its step reads, and uses only what the form-js 1.8.7 of Tasklist can do. */
class FormTests {

    private static final Path FORMS = Path.of("forms");
    private static final Pattern FORM_REF = Pattern.compile("camunda:formRef=\"([^\"]*)\"");

    /** No datetime: its picker counts dates that are there already down, day by day, west of UTC (form-js#1331). */
    private static final Set<String> USABLE = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "text",
            "html",
            "table",
            "expression",
            "image",
            "spacer",
            "separator",
            "group",
            "dynamiclist",
            "button");

    /** {@code ACT_RU_VARIABLE.TEXT_} takes no more characters. */
    private static final int LONGEST_TEXT = 4000;

    /** Lists whose rows are what the form asks about: nobody adds or removes one. */
    private static final Set<String> GIVEN_ROWS = Set.of(UpdateStatus.WORDS, AcceptRisk.FIELD_CONTROLS);

    /** By form, what its complete listener reads. */
    private static final Map<String, Set<String>> READ_BY_STEPS = Map.ofEntries(
            entry(
                    "triageItem",
                    Set.of(
                            TaskForms.PRIORITY,
                            TaskForms.TRACK,
                            TaskForms.OWNER_GROUP,
                            TaskForms.OWNER_ID,
                            TaskForms.NOTE)),
            entry(
                    "planRemediation",
                    Set.of(
                            TaskForms.OWNER_ID,
                            TaskForms.ESTIMATED_HOURS,
                            TaskForms.RESOURCES,
                            TaskForms.REMEDIATION_PLAN,
                            TaskForms.MILESTONES,
                            milestone(TaskForms.MILESTONE_DESCRIPTION),
                            milestone(TaskForms.MILESTONE_DUE),
                            TaskForms.PLANNED_COMPLETION,
                            TaskForms.RESIDUAL_RISK,
                            TaskForms.COMMENTS)),
            entry("signOffDate", Set.of(TaskForms.DECISION, TaskForms.REASON)),
            entry("decideExtension", Set.of(TaskForms.DECISION, TaskForms.REASON)),
            entry("decideAcceptance", Set.of(TaskForms.DECISION, TaskForms.REASON, AcceptRisk.FIELD_SEEN)),
            entry(
                    "reviewAcceptance",
                    Set.of(
                            AcceptRisk.FIELD_STANDS,
                            TaskForms.REASON,
                            AcceptRisk.FIELD_SEEN,
                            AcceptRisk.FIELD_CONTROLS,
                            control(AcceptRisk.FIELD_CONTROL_NUMBER),
                            control(AcceptRisk.FIELD_CONTROL_ANSWER))),
            entry(
                    "renewAcceptance",
                    Set.of(
                            AcceptRisk.FIELD_RENEW,
                            AcceptRisk.FIELD_JUSTIFICATION,
                            AcceptRisk.FIELD_LIKELIHOOD,
                            AcceptRisk.FIELD_IMPACT,
                            AcceptRisk.FIELD_RESIDUAL,
                            AcceptRisk.FIELD_UNTIL)),
            entry("decideFalsePositive", Set.of(TaskForms.DECISION, TaskForms.REASON)),
            entry("decideImport", Set.of(TaskForms.DECISION, TaskForms.REASON)),
            entry("reviewPoam", Set.of(ReviewPoam.REMARKS, ReviewPoam.REVIEWED)),
            entry(
                    "checkInWithVendor",
                    Set.of(
                            FollowVendor.ASKED_ON,
                            FollowVendor.OUTCOME,
                            FollowVendor.ANSWER,
                            FollowVendor.EXPECTED_RELEASE,
                            FollowVendor.RELEASED_ON,
                            FollowVendor.LINK)),
            entry(
                    "updateStatus",
                    Set.of(
                            UpdateStatus.WORDS,
                            word(UpdateStatus.ITEM),
                            word(UpdateStatus.OUTLOOK),
                            word(UpdateStatus.PERCENT),
                            word(UpdateStatus.NOTE),
                            word(UpdateStatus.BLOCKER),
                            UpdateStatus.REST_ON_TRACK,
                            UpdateStatus.MORE_TIME,
                            moreTime(UpdateStatus.ITEM),
                            moreTime(UpdateStatus.NEW_DATE),
                            moreTime(UpdateStatus.REASON),
                            moreTime(UpdateStatus.INTERIM_MITIGATION))),
            entry("remediateWeakness", Set.of(TaskForms.WORK_DONE, TaskForms.FIXED_ON, TaskForms.MILESTONES_DONE)),
            entry("verifyFix", Set.of(TaskForms.VERIFIED, TaskForms.NOTE)),
            entry(
                    "recordCloseout",
                    Set.of(
                            TrackConditionalStatus.ASSESSMENT_KIND,
                            TrackConditionalStatus.ASSESSOR,
                            TrackConditionalStatus.ASSESSED_ON,
                            TrackConditionalStatus.POSTED_ON,
                            TrackConditionalStatus.MET,
                            TrackConditionalStatus.NOTE)),
            entry(
                    "affirmStatus",
                    Set.of(
                            TrackConditionalStatus.AFFIRMED,
                            TrackConditionalStatus.AFFIRMED_ON,
                            TrackConditionalStatus.OFFICIAL_TITLE,
                            TrackConditionalStatus.CONTACT,
                            TrackConditionalStatus.REMARKS)),
            entry("confirmClosure", Set.of(TaskForms.VERIFIED, TaskForms.NOTE)));

    static Stream<Path> forms() {
        return files(FORMS, ".form").stream();
    }

    @Test
    void allFormsAreReadBySteps() {
        assertThat(forms().map(FormTests::nameOf)).containsExactlyInAnyOrderElementsOf(READ_BY_STEPS.keySet());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isNamedAsItsFile(Path form) {
        assertThat(read(form).path("id").asText()).isEqualTo(nameOf(form));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isMadeForTheEngineThatRunsIt(Path form) {
        JsonNode json = read(form);
        assertThat(json.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(json.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(json.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(json.path("type").asText()).isEqualTo("default");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void asksWhatItsStepReads(Path form) {
        assertThat(keys(read(form), "").collect(Collectors.toSet())).isEqualTo(READ_BY_STEPS.get(nameOf(form)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void usesOnlyWhatTasklistCanShow(Path form) {
        assertThat(components(read(form)).map(each -> each.path("type").asText()))
                .isSubsetOf(USABLE);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void takesNoMoreTextThanTheEngineKeeps(Path form) {
        assertThat(components(read(form)).filter(each -> Set.of("textfield", "textarea")
                        .contains(each.path("type").asText())))
                .allSatisfy(each -> assertThat(
                                each.path("validate").path("maxLength").asInt())
                        .as(each.path("id").asText())
                        .isBetween(1, LONGEST_TEXT));
    }

    /** Rows that are collapsed are not submitted (form-js#1230). */
    @ParameterizedTest
    @MethodSource("forms")
    void keepsTheRowsOfListsOpen(Path form) {
        assertThat(components(read(form))
                        .filter(each -> each.path("type").asText().equals("dynamiclist")))
                .allSatisfy(each -> {
                    assertThat(each.path("disableCollapse").asBoolean()).isTrue();
                    assertThat(each.path("isRepeating").asBoolean()).isTrue();
                    assertThat(each.path("allowAddRemove").asBoolean())
                            .isEqualTo(!GIVEN_ROWS.contains(each.path("path").asText()));
                    assertThat(each.path("defaultRepetitions").asInt()).isOne();
                });
    }

    /** A text is Markdown, where an image in a scanner's words would be fetched; html shows them as they are. */
    @ParameterizedTest
    @MethodSource("forms")
    void showsTheWordsOfScannersAsPlainText(Path form) {
        assertThat(components(read(form))
                        .filter(each -> each.path("type").asText().equals("text"))
                        .map(each -> each.path("text").asText()))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(
                                "item.title",
                                "item.description",
                                "item.solution",
                                "item.cves",
                                "item.references",
                                "request.reason",
                                "request.vendor",
                                "request.product",
                                "request.link",
                                "request.interimMitigation"));
    }

    @Test
    void everyUserTaskNamesAForm() {
        Set<String> named = files(Path.of("processes"), ".bpmn").stream()
                .map(FormTests::text)
                .flatMap(model -> FORM_REF.matcher(model).results())
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(named).isNotEmpty().isEqualTo(READ_BY_STEPS.keySet());
    }

    private static String word(String field) {
        return UpdateStatus.WORDS + "." + field;
    }

    private static String moreTime(String field) {
        return UpdateStatus.MORE_TIME + "." + field;
    }

    private static String milestone(String field) {
        return TaskForms.MILESTONES + "." + field;
    }

    private static String control(String field) {
        return AcceptRisk.FIELD_CONTROLS + "." + field;
    }

    /** Keys as they are submitted; those within a list behind the list's own. */
    private static Stream<String> keys(JsonNode parent, String prefix) {
        return children(parent).flatMap(each -> {
            String own = prefix + each.path("key").asText(each.path("path").asText());
            return own.equals(prefix) ? keys(each, prefix) : Stream.concat(Stream.of(own), keys(each, own + "."));
        });
    }

    private static Stream<JsonNode> components(JsonNode parent) {
        return children(parent).flatMap(each -> Stream.concat(Stream.of(each), components(each)));
    }

    private static Stream<JsonNode> children(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false);
    }

    private static String nameOf(Path form) {
        return form.getFileName().toString().replace(".form", "");
    }

    private static JsonNode read(Path form) {
        try {
            return new ObjectMapper().readTree(text(form));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
