package io.closeout.workflow.web;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.workflow.diagram.DiagramDrawing;
import io.closeout.workflow.difference.DecisionTable;
import io.closeout.workflow.difference.ElementDifference;
import io.closeout.workflow.difference.LineDifference;
import io.closeout.workflow.difference.RowDifference;
import io.closeout.workflow.models.Model;
import io.closeout.workflow.models.ModelKind;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Models as the pages show them. */
@Component
class ModelViews {

    private final People people;
    private final MessageSource messages;

    ModelViews(People people, MessageSource messages) {
        this.people = people;
        this.messages = messages;
    }

    ModelLine line(Model model) {
        String by = Optional.ofNullable(model.deployedBy())
                .flatMap(people::find)
                .map(Person::name)
                .orElse(null);
        return new ModelLine(
                model.id().fileName(),
                model.name(),
                model.id().kind(),
                model.version(),
                model.deployedAt(),
                by,
                model.tool(),
                model.origin());
    }

    ModelDetail detail(Model model) {
        List<ElementDifference.Changed> elements = elements(model);
        Set<String> changed =
                elements.stream().map(ElementDifference.Changed::id).collect(Collectors.toSet());
        Optional<DecisionTable> table = table(model, Optional.of(model.content()));
        Optional<DecisionTable> shippedTable = table(model, model.shipped());
        return new ModelDetail(
                line(model),
                model.shipped().isPresent(),
                model.origin().canBeReplaced(),
                drawing(model, Optional.of(model.content()), changed, "workflow.models.picture"),
                drawing(model, model.shipped(), changed, "workflow.models.picture.shipped"),
                elements,
                table.orElse(null),
                shippedTable.orElse(null),
                table.flatMap(ours -> shippedTable.flatMap(shipped -> RowDifference.between(ours, shipped)))
                        .orElse(null),
                model.shipped()
                        .flatMap(shipped -> LineDifference.between(model.content(), shipped))
                        .orElse(null));
    }

    private static List<ElementDifference.Changed> elements(Model model) {
        return model.shipped()
                .filter(shipped -> model.id().kind() == ModelKind.PROCESS)
                .map(shipped -> ElementDifference.between(model.content(), shipped))
                .orElse(List.of());
    }

    private static Optional<DecisionTable> table(Model model, Optional<byte[]> content) {
        return content.filter(each -> model.id().kind() == ModelKind.DECISION)
                .flatMap(each -> DecisionTable.of(each, model.id().key()));
    }

    private @Nullable String drawing(Model model, Optional<byte[]> content, Set<String> marked, String title) {
        return content.filter(each -> model.id().kind() == ModelKind.PROCESS)
                .map(each -> DiagramDrawing.svg(
                        Bpmn.readModelFromStream(new ByteArrayInputStream(each)),
                        marked,
                        Set.of(),
                        messages.getMessage(title, new Object[] {model.name()}, LocaleContextHolder.getLocale())))
                .orElse(null);
    }
}
