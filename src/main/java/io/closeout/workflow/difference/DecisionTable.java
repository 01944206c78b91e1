package io.closeout.workflow.difference;

import io.closeout.workflow.models.ModelXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A decision table as people read it.
 *
 * @param columns what is asked, then what is answered; each row has one cell more, the note
 */
public record DecisionTable(List<String> columns, List<List<String>> rows) {

    /** Empty if the decision is no table but an expression. */
    public static Optional<DecisionTable> of(byte[] model, String decisionId) {
        return ModelXml.parse(model)
                .named("decision")
                .filter(decision -> decision.getAttribute("id").equals(decisionId))
                .flatMap(decision -> children(decision, "decisionTable"))
                .map(DecisionTable::of)
                .findFirst();
    }

    private static DecisionTable of(Element table) {
        List<String> columns = Stream.concat(
                        children(table, "input").map(input -> label(input, text(input, "inputExpression"))),
                        children(table, "output").map(output -> label(output, output.getAttribute("name"))))
                .toList();
        return new DecisionTable(
                columns, children(table, "rule").map(DecisionTable::row).toList());
    }

    private static List<String> row(Element rule) {
        List<String> cells = new ArrayList<>();
        children(rule, "inputEntry").map(DecisionTable::text).forEach(cells::add);
        children(rule, "outputEntry").map(DecisionTable::text).forEach(cells::add);
        cells.add(text(rule, "description"));
        return cells;
    }

    private static String label(Element column, String otherwise) {
        String label = column.getAttribute("label");
        return label.isBlank() ? otherwise : label;
    }

    private static String text(Element parent, String child) {
        return children(parent, child).map(DecisionTable::text).findFirst().orElse("");
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }

    private static Stream<Element> children(Element parent, String name) {
        return ModelXml.children(parent)
                .filter((Node node) -> name.equals(node.getLocalName()))
                .map(Element.class::cast);
    }
}
