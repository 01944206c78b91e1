package io.closeout.intake.parser.nexpose;

import io.closeout.intake.parser.HardenedXml;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Prose in Nexpose's own elements, read as plain text: paragraphs and list items on lines of their own, links with their address. */
final class NexposeText {

    private final HardenedXml xml;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> links = new LinkedHashSet<>();

    private NexposeText(HardenedXml xml) {
        this.xml = xml;
    }

    /** Of the current element. */
    static NexposeText read(HardenedXml xml) throws IOException {
        NexposeText prose = new NexposeText(xml);
        xml.mixed(prose::words, prose::part);
        return prose;
    }

    private void part(String name) throws IOException {
        switch (name) {
            case "Paragraph" -> {
                newLine();
                if ("true".equals(xml.attribute("preformat"))) {
                    xml.mixed(text::append, this::part);
                } else {
                    xml.mixed(this::words, this::part);
                }
                newLine();
            }
            case "ListItem" -> {
                newLine();
                text.append("- ");
                xml.mixed(this::words, this::part);
                newLine();
            }
            case "URLLink" -> link();
            default -> xml.mixed(this::words, this::part);
        }
    }

    private void link() throws IOException {
        String address = NexposeFacts.orEmpty(xml.attribute("LinkURL"));
        String title = NexposeFacts.orEmpty(xml.attribute("LinkTitle"));
        String shown = xml.text().strip();
        if (address.startsWith("http")) {
            links.add(address);
        }
        words(shown.isEmpty() ? title : shown);
        if (!shown.contains(address) && !title.equals(address)) {
            words(" (" + address + ") ");
        }
    }

    private void words(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            char next = piece.charAt(i);
            if (!Character.isWhitespace(next)) {
                text.append(next);
            } else if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
        }
    }

    /** A mark of a list stays on the line of what it marks. */
    private void newLine() {
        int end = text.length();
        if (end >= 2 && text.substring(end - 2).equals("- ")) {
            return;
        }
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        text.setLength(end);
        if (end > 0) {
            text.append('\n');
        }
    }

    String text() {
        return text.toString().strip();
    }

    Set<String> links() {
        return links;
    }
}
