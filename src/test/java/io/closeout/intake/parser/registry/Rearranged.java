package io.closeout.intake.parser.registry;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A file whose repeated parts can be put in another order or taken out: elements of one name below one parent, objects of an
 * array, lines, rows below a header. Parts are known by their path.
 */
sealed interface Rearranged {

    /** Paths at which several parts stand. */
    List<String> paths();

    /** The file with the parts at every place of a path rearranged. */
    byte[] with(String path, UnaryOperator<List<Integer>> order) throws Exception;

    static Rearranged of(byte[] file) throws Exception {
        String text = new String(file, StandardCharsets.UTF_8).strip();
        if (text.startsWith("<")) {
            return new Xml(file);
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                new ObjectMapper()
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .readTree(text);
                return new Json(text);
            } catch (IOException severalValues) {
                return new Lines(text);
            }
        }
        return new Table(text);
    }

    private static List<Integer> numbers(int size) {
        return Stream.iterate(0, i -> i + 1).limit(size).toList();
    }

    /** Of elements. */
    record Xml(byte[] file) implements Rearranged {

        private Document document() throws Exception {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
        }

        @Override
        public List<String> paths() {
            try {
                Map<String, Integer> most = new TreeMap<>();
                count(document().getDocumentElement(), "", most);
                return most.entrySet().stream()
                        .filter(each -> each.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .toList();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private static void count(Element element, String path, Map<String, Integer> most) {
            String here = path + "/" + element.getNodeName();
            children(element).forEach((name, group) -> {
                most.merge(here + "/" + name, group.size(), Math::max);
                group.forEach(child -> count(child, here, most));
            });
        }

        private static Map<String, List<Element>> children(Element element) {
            Map<String, List<Element>> groups = new LinkedHashMap<>();
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element each) {
                    groups.computeIfAbsent(each.getNodeName(), name -> new ArrayList<>())
                            .add(each);
                }
            }
            return groups;
        }

        @Override
        public byte[] with(String path, UnaryOperator<List<Integer>> order) throws Exception {
            Document document = document();
            rearrange(document.getDocumentElement(), "", path, order);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        }

        private static void rearrange(Element element, String above, String path, UnaryOperator<List<Integer>> order) {
            String here = above + "/" + element.getNodeName();
            children(element).forEach((name, group) -> {
                group.forEach(child -> rearrange(child, here, path, order));
                if (path.equals(here + "/" + name)) {
                    List<Integer> kept = order.apply(numbers(group.size()));
                    List<Node> copies =
                            kept.stream().map(i -> group.get(i).cloneNode(true)).toList();
                    for (int i = 0; i < group.size(); i++) {
                        if (i < copies.size()) {
                            element.replaceChild(copies.get(i), group.get(i));
                        } else {
                            element.removeChild(group.get(i));
                        }
                    }
                }
            });
        }
    }

    /** Of arrays. */
    record Json(String text) implements Rearranged {

        private static final ObjectMapper MAPPER = new ObjectMapper();
        private static final Set<String> MAPS = Set.of("advisories", "vulnerabilities");

        @Override
        public List<String> paths() {
            try {
                Map<String, Integer> most = new TreeMap<>();
                count(MAPPER.readTree(text), "", most);
                return most.entrySet().stream()
                        .filter(each -> each.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .toList();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Some formats name results by the members of an object. */
        private static boolean isMap(JsonNode node, String path) {
            return node.isObject()
                    && MAPS.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        }

        private static void count(JsonNode node, String path, Map<String, Integer> most) {
            if (node instanceof ArrayNode array) {
                if (array.size() > 0 && array.get(0).isContainerNode()) {
                    most.merge(path + "[]", array.size(), Math::max);
                }
                array.forEach(each -> count(each, path + "[]", most));
            } else {
                if (isMap(node, path)) {
                    most.merge(path + "{}", node.size(), Math::max);
                }
                node.fields().forEachRemaining(each -> count(each.getValue(), path + "." + each.getKey(), most));
            }
        }

        @Override
        public byte[] with(String path, UnaryOperator<List<Integer>> order) throws Exception {
            JsonNode tree = MAPPER.readTree(text);
            rearrange(tree, "", path, order);
            return MAPPER.writeValueAsBytes(tree);
        }

        private static void rearrange(JsonNode node, String here, String path, UnaryOperator<List<Integer>> order) {
            if (node instanceof ArrayNode array) {
                array.forEach(each -> rearrange(each, here + "[]", path, order));
                if (path.equals(here + "[]")) {
                    List<JsonNode> old = new ArrayList<>();
                    array.forEach(old::add);
                    array.removeAll();
                    order.apply(numbers(old.size())).forEach(i -> array.add(old.get(i)));
                }
            } else {
                if (path.equals(here + "{}")) {
                    ObjectNode map = (ObjectNode) node;
                    List<Map.Entry<String, JsonNode>> old = new ArrayList<>();
                    map.fields().forEachRemaining(each -> old.add(Map.entry(each.getKey(), each.getValue())));
                    map.removeAll();
                    order.apply(numbers(old.size()))
                            .forEach(
                                    i -> map.set(old.get(i).getKey(), old.get(i).getValue()));
                }
                node.fields()
                        .forEachRemaining(each -> rearrange(each.getValue(), here + "." + each.getKey(), path, order));
            }
        }
    }

    /** Of JSON values behind each other. */
    record Lines(String text) implements Rearranged {

        private List<String> values() {
            try (MappingIterator<JsonNode> values =
                    new ObjectMapper().readerFor(JsonNode.class).readValues(text)) {
                return values.readAll().stream().map(JsonNode::toString).toList();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public List<String> paths() {
            return List.of("line");
        }

        @Override
        public byte[] with(String path, UnaryOperator<List<Integer>> order) {
            List<String> lines = values();
            StringBuilder out = new StringBuilder();
            order.apply(numbers(lines.size()))
                    .forEach(i -> out.append(lines.get(i)).append('\n'));
            return out.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Of rows below the first that is as wide as any. */
    record Table(String text) implements Rearranged {

        @Override
        public List<String> paths() {
            return List.of("row");
        }

        @Override
        public byte[] with(String path, UnaryOperator<List<Integer>> order) throws Exception {
            List<CSVRecord> rows;
            try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(text))) {
                rows = parser.getRecords();
            }
            int widest = rows.stream().mapToInt(CSVRecord::size).max().orElse(0);
            int header = 0;
            while (rows.get(header).size() < widest) {
                header++;
            }
            List<CSVRecord> below = rows.subList(header + 1, rows.size());
            StringBuilder out = new StringBuilder();
            for (CSVRecord row : rows.subList(0, header + 1)) {
                CSVFormat.RFC4180.printRecord(out, (Object[]) row.values());
            }
            for (int i : order.apply(numbers(below.size()))) {
                CSVFormat.RFC4180.printRecord(out, (Object[]) below.get(i).values());
            }
            return out.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
