package io.closeout.workflow.models;

import static io.closeout.workflow.models.ModelXml.camunda;
import static io.closeout.workflow.models.ModelXml.where;

import io.closeout.workflow.Steps;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The contract of a process model. A problem names the file, the element and what to do. */
class ProcessCheck {

    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "task",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "businessRuleTask",
            "scriptTask",
            "callActivity",
            "subProcess",
            "transaction",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "complexGateway");
    private static final Set<String> CALLED_THINGS = Set.of("message", "error", "signal", "escalation");
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Z][A-Za-z]*_[A-Z][A-Za-z0-9]*");

    private final String file;
    private final ModelXml model;
    private final ExpressionCheck expressions;
    private final FormCatalog forms;
    private final Set<String> drawn;

    ProcessCheck(String file, ModelXml model, Steps steps, FormCatalog forms) {
        this.file = file;
        this.model = model;
        this.expressions = new ExpressionCheck(steps);
        this.forms = forms;
        this.drawn = model.named("BPMNShape")
                .map(shape -> shape.getAttribute("bpmnElement"))
                .collect(Collectors.toSet());
    }

    void into(List<String> problems) {
        Stream.concat(Stream.concat(processes(), model.all().flatMap(this::element)), RequiredGates.missing(model))
                .map(problem -> file + ", " + problem)
                .forEach(problems::add);
    }

    private Stream<String> processes() {
        List<Element> processes = model.named("process").toList();
        return processes.isEmpty()
                ? Stream.of("definitions: there is no process in it.")
                : processes.stream().flatMap(this::process);
    }

    private Stream<String> process(Element process) {
        return Stream.of(
                        when(
                                !process.getAttribute("isExecutable").equals("true"),
                                process,
                                "the process is not executable. Tick \"Executable\"."),
                        when(
                                camunda(process, "historyTimeToLive").isBlank(),
                                process,
                                "there is no history time to live. Set it, such as P3650D."))
                .flatMap(problem -> problem);
    }

    private Stream<String> element(Element element) {
        Stream<String> anywhere = Stream.concat(code(element), expressions(element));
        String kind = element.getLocalName();
        if (!ModelXml.BPMN.equals(element.getNamespaceURI())) {
            return anywhere;
        }
        if (NODES.contains(kind)) {
            return Stream.of(anywhere, id(element), drawn(element), form(element))
                    .flatMap(found -> found);
        }
        return CALLED_THINGS.contains(kind) ? Stream.concat(anywhere, id(element)) : anywhere;
    }

    private Stream<String> code(Element element) {
        String kind = element.getLocalName();
        boolean script = Set.of("scriptTask", "script").contains(kind)
                || (kind.equals("conditionExpression")
                        && !element.getAttribute("language").isBlank());
        boolean java = !camunda(element, "class").isBlank()
                || !camunda(element, "formHandlerClass").isBlank()
                || (ModelXml.CAMUNDA.equals(element.getNamespaceURI())
                        && !element.getAttribute("class").isBlank());
        return Stream.of(
                        when(script, element, "scripts are not allowed. Use a step, such as ${recordClosure}."),
                        when(java, element, "Java classes are not allowed. Use a step, such as ${recordClosure}."),
                        when(kind.equals("connector"), element, "connectors are not allowed. Use a step."))
                .flatMap(problem -> problem);
    }

    private Stream<String> expressions(Element element) {
        String step = camunda(element, "delegateExpression") + element.getAttribute("delegateExpression");
        Stream<String> problems = step.isBlank() ? Stream.empty() : expressions.stepProblem(step).stream();
        return Stream.concat(problems, ModelXml.texts(element).flatMap(text -> expressions.problem(text).stream()))
                .distinct()
                .map(problem -> at(element, problem));
    }

    private Stream<String> id(Element element) {
        return when(
                !TYPE_NAME.matcher(element.getAttribute("id")).matches(),
                element,
                "the id is not for people. Name it Type_Name, such as UserTask_SubmitEvidence.");
    }

    private Stream<String> drawn(Element element) {
        return when(
                !drawn.contains(element.getAttribute("id")),
                element,
                "the element is not drawn, so nobody would see it. Draw it in the Modeler.");
    }

    private Stream<String> form(Element element) {
        if (!camunda(element, "formKey").isBlank()) {
            return Stream.of(at(element, "embedded and external forms are not allowed. Use a Camunda Form."));
        }
        if (!element.getLocalName().equals("userTask")) {
            return Stream.empty();
        }
        String form = camunda(element, "formRef");
        return Stream.of(
                        when(form.isBlank(), element, "the task has no form. Choose a Camunda Form."),
                        when(
                                !form.isBlank() && !forms.contains(form),
                                element,
                                "there is no form \"" + form + "\". Deploy it along with the process."),
                        when(
                                !form.isBlank()
                                        && !camunda(element, "formRefBinding").equals("latest"),
                                element,
                                "the form must be bound to latest."))
                .flatMap(problem -> problem);
    }

    private static Stream<String> when(boolean broken, Element element, String problem) {
        return broken ? Stream.of(at(element, problem)) : Stream.empty();
    }

    private static String at(Element element, String problem) {
        return where(element) + ": " + problem;
    }
}
