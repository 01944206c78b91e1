package io.closeout.workflow.difference;

import io.closeout.workflow.models.ModelXml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Which elements of a process differ in more than their place in the picture. */
public final class ElementDifference {

    /** They repeat what the flows say. */
    private static final Set<String> MIRRORS = Set.of("incoming", "outgoing");

    private final ModelXml model;
    private final Set<String> ids;

    /** @param ids of what is drawn in either version; all else belongs to the drawn element around it */
    private ElementDifference(ModelXml model, Set<String> ids) {
        this.model = model;
        this.ids = ids;
    }

    /**
     * @param type such as {@code userTask}
     * @param name as in the newer version, in the older if it is gone; may be empty
     * @param mark {@link Mark#BOTH} if it stands in both and differs
     */
    public record Changed(String id, String type, String name, Mark mark) {}

    /** In the order of the older version, then what only the newer has. */
    public static List<Changed> between(byte[] before, byte[] after) {
        ModelXml older = ModelXml.parse(before);
        ModelXml newer = ModelXml.parse(after);
        Set<String> ids = Stream.of(older, newer)
                .flatMap(ModelXml::all)
                .map(ElementDifference::standingId)
                .collect(Collectors.toSet());
        return changed(new ElementDifference(older, ids).elements(), new ElementDifference(newer, ids).elements());
    }

    /** @return empty text for what does not stand for itself */
    private static String standingId(Element element) {
        return "process".equals(element.getLocalName())
                ? element.getAttribute("id")
                : element.getAttribute("bpmnElement");
    }

    private static List<Changed> changed(Map<String, Standing> older, Map<String, Standing> newer) {
        return Stream.concat(older.keySet().stream(), newer.keySet().stream().filter(id -> !older.containsKey(id)))
                .filter(id -> !Objects.equals(older.get(id), newer.get(id)))
                .map(id -> changed(id, older.get(id), newer.get(id)))
                .toList();
    }

    private static Changed changed(String id, @Nullable Standing older, @Nullable Standing newer) {
        Standing shown = Objects.requireNonNull(newer == null ? older : newer);
        Mark mark = newer == null ? Mark.BEFORE : older == null ? Mark.AFTER : Mark.BOTH;
        return new Changed(id, shown.type(), shown.name(), mark);
    }

    /** @param content everything of it but its place in the picture, in an order of its own */
    private record Standing(String type, String name, String content) {}

    private Map<String, Standing> elements() {
        Map<String, Standing> elements = new LinkedHashMap<>();
        model.all()
                .filter(element -> ModelXml.BPMN.equals(element.getNamespaceURI()))
                .filter(element -> ids.contains(element.getAttribute("id")))
                .filter(element -> !element.getAttribute("id").isEmpty())
                .forEach(element -> elements.put(
                        element.getAttribute("id"),
                        new Standing(element.getLocalName(), element.getAttribute("name"), content(element))));
        return elements;
    }

    private String content(Element element) {
        String inner = ModelXml.children(element)
                .filter(child -> !MIRRORS.contains(String.valueOf(child.getLocalName())))
                .map(this::innerContent)
                .collect(Collectors.joining());
        return element.getLocalName() + attributes(element) + "{" + inner + "}";
    }

    private String innerContent(Node child) {
        if (child instanceof Element element) {
            String id = element.getAttribute("id");
            return !id.isEmpty() && ids.contains(id) ? "" : content(element);
        }
        return child.getNodeType() == Node.COMMENT_NODE
                ? ""
                : String.valueOf(child.getNodeValue()).strip();
    }

    private static Map<String, String> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        Map<String, String> sorted = new TreeMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            sorted.put(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
        }
        return sorted;
    }
}
