package io.closeout.workflow.process;

import io.closeout.workflow.difference.DecisionTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The page of all timers, tasks and decision tables, written from the models themselves. */
final class TimersAndDecisions {

    private static final String HEAD = """
            # Timers, tasks and decisions

            Written from `processes/` and `forms/`; do not edit it. It is renewed by

            ```
            %s
            ```

            How to change what stands here: [analyst.md](analyst.md), and column by column [policy-tables.md](policy-tables.md).
            """;

    private static final Pattern TABLE_NAMED = Pattern.compile("\\btables? (\\w+)");

    private final Set<String> decisions =
            ShippedModels.decisions().map(ShippedModels::id).collect(Collectors.toSet());

    String page(String command) {
        return Stream.of(
                        Stream.of(HEAD.formatted(command)),
                        Stream.of("## Timers\n"),
                        ShippedModels.processes().map(this::timers),
                        Stream.of("## Tasks of people\n"),
                        ShippedModels.processes().map(this::tasks),
                        Stream.of("## Decision tables\n"),
                        ShippedModels.decisions().map(TimersAndDecisions::decision))
                .flatMap(part -> part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String timers(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        List<List<String>> rows = byId(model.getModelElementsByType(TimerEventDefinition.class)).stream()
                .map(this::timer)
                .toList();
        return section(model, List.of("Timer", "What it does", "Kind", "When", "Its dates come from"), rows);
    }

    private List<String> timer(TimerEventDefinition definition) {
        FlowElement event = (FlowElement) definition.getParentElement();
        return List.of(
                named(event),
                documentation(event),
                kind(event),
                code(expression(definition)),
                source(event, definition));
    }

    private static String kind(FlowElement event) {
        if (event instanceof BoundaryEvent boundary) {
            return (boundary.cancelActivity() ? "ends " : "beside ")
                    + code(boundary.getAttachedTo().getId());
        }
        if (event instanceof StartEvent start) {
            return start.isInterrupting() ? "start" : "start beside everything else";
        }
        return "waits on the path";
    }

    private static String expression(TimerEventDefinition definition) {
        return Stream.of(definition.getTimeDate(), definition.getTimeCycle(), definition.getTimeDuration())
                .filter(Objects::nonNull)
                .map(ModelElementInstance::getTextContent)
                .map(String::strip)
                .collect(Collectors.joining());
    }

    /** The tables that the timer's text names, or that of the sub-process or process around it. */
    private String source(FlowElement event, TimerEventDefinition definition) {
        for (ModelElementInstance around = event;
                around instanceof BaseElement element;
                around = around.getParentElement()) {
            List<String> named = TABLE_NAMED
                    .matcher(documentation(element))
                    .results()
                    .map(found -> found.group(1))
                    .filter(decisions::contains)
                    .distinct()
                    .map(table -> "[%s](#%s)".formatted(table, table.toLowerCase()))
                    .toList();
            if (!named.isEmpty()) {
                return String.join(", ", named);
            }
        }
        return expression(definition).contains("${") ? "the step" : "the model";
    }

    private String tasks(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        List<List<String>> rows = byId(model.getModelElementsByType(UserTask.class)).stream()
                .map(task -> List.of(
                        named(task),
                        documentation(task),
                        who(task),
                        "[%s](../forms/%s.form)".formatted(task.getCamundaFormRef(), task.getCamundaFormRef()),
                        code(task.getCamundaDueDate())))
                .toList();
        return section(model, List.of("Task", "What people do", "Who", "Form", "Due"), rows);
    }

    private static String who(UserTask task) {
        return Stream.of(task.getCamundaAssignee(), task.getCamundaCandidateUsers(), task.getCamundaCandidateGroups())
                .filter(Objects::nonNull)
                .map(TimersAndDecisions::code)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String section(BpmnModelInstance model, List<String> columns, List<List<String>> rows) {
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        return rows.isEmpty()
                ? ""
                : "### %s (`%s`)\n\n%s".formatted(process.getName(), process.getId(), table(columns, rows));
    }

    private static String decision(Path file) {
        Decision decision = Dmn.readModelFromFile(file.toFile())
                .getModelElementsByType(Decision.class)
                .iterator()
                .next();
        DecisionTable table = DecisionTable.of(content(file), decision.getId()).orElseThrow();
        List<String> columns =
                Stream.concat(table.columns().stream(), Stream.of("Note")).toList();
        return "### %s\n\n%s. %s\n\n*%s*\n\n%s"
                .formatted(
                        decision.getId(),
                        decision.getName(),
                        Optional.ofNullable(decision.getDescription())
                                .map(text -> cell(text.getTextContent()))
                                .orElse(""),
                        hitPolicy(decision),
                        table(columns, table.rows()));
    }

    private static String hitPolicy(Decision decision) {
        String policy = decision.getChildElementsByType(org.camunda.bpm.model.dmn.instance.DecisionTable.class)
                .iterator()
                .next()
                .getHitPolicy()
                .name();
        return switch (policy) {
            case "FIRST" -> "FIRST: the first row that fits decides.";
            case "UNIQUE" -> "UNIQUE: exactly one row fits.";
            case "COLLECT" -> "COLLECT: all rows that fit count.";
            case "ANY" -> "ANY: all rows that fit say the same.";
            default -> policy;
        };
    }

    private static byte[] content(Path file) {
        try {
            return Files.readString(file).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T extends BaseElement> List<T> byId(Collection<T> elements) {
        return elements.stream()
                .sorted(Comparator.comparing(BaseElement::getId))
                .toList();
    }

    private static String named(FlowElement element) {
        return "%s<br>`%s`".formatted(element.getName(), element.getId());
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(ModelElementInstance::getTextContent)
                .collect(Collectors.joining(" "));
    }

    private static String code(String text) {
        return text == null || text.isBlank() ? "" : "`" + text.strip() + "`";
    }

    private static String table(List<String> columns, List<List<String>> rows) {
        return Stream.concat(
                        Stream.of(
                                line(columns),
                                line(columns.stream().map(column -> "---").toList())),
                        rows.stream().map(TimersAndDecisions::line))
                .collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(TimersAndDecisions::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .collect(Collectors.joining(" "))
                .replace("|", "\\|");
    }
}
