package io.closeout.workflow.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A model's elements in document order, read by a parser that follows nothing outside the file. */
public final class ModelXml {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private final List<Element> elements = new ArrayList<>();

    private ModelXml(Document document) {
        collect(document.getDocumentElement());
    }

    /** @throws UnreadableModel if it is no XML, or has a document type */
    public static ModelXml parse(byte[] content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new ModelXml(builder.parse(new ByteArrayInputStream(content)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new UnreadableModel("this is not a model of the Camunda Modeler (no XML).", e);
        }
    }

    public Stream<Element> all() {
        return elements.stream();
    }

    public Stream<Element> named(String... localNames) {
        return all().filter(element -> List.of(localNames).contains(element.getLocalName()));
    }

    /** @return empty text if there is none */
    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    /** The id of the element or of the nearest one around it: what a person finds in the Modeler. */
    static String where(Element element) {
        for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
            if (!around.getAttribute("id").isBlank()) {
                return around.getAttribute("id");
            }
        }
        return element.getLocalName();
    }

    /** Attribute values and the element's own text. */
    static Stream<String> texts(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            texts.add(((Attr) attributes.item(i)).getValue());
        }
        children(element)
                .filter(node -> node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE)
                .map(Node::getNodeValue)
                .forEach(texts::add);
        return texts.stream();
    }

    public static Stream<Node> children(Node element) {
        NodeList nodes = element.getChildNodes();
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1).map(nodes::item);
    }

    Optional<Element> withId(String id) {
        return all().filter(element -> id.equals(element.getAttribute("id"))).findFirst();
    }

    private void collect(Element element) {
        elements.add(element);
        children(element)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .forEach(this::collect);
    }
}
