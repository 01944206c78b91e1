package io.closeout.workflow.diagram;

import static io.closeout.workflow.diagram.DiagramDrawing.number;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.springframework.web.util.HtmlUtils;

/** Writes the shapes of a diagram. */
class SvgText {

    private static final double LINE = 14;
    /** Average width of a letter at the size of the labels; the browser's font decides the rest. */
    private static final double LETTER = 6.2;

    private static final double TASK_LETTER = 6.9;
    private static final double TASK_PADDING = 5;
    /** In pixels: a small picture is not blown up. */
    private static final double SCALE = 1.15;
    /** Wider pictures scroll on a small screen instead of shrinking until nobody can read them. */
    private static final double WIDE = 900;

    private final StringBuilder text = new StringBuilder();
    /** Of its own in each picture of a page. */
    private String arrow = "";

    void open(Frame frame, String title) {
        arrow = "arrow-" + Integer.toHexString(title.hashCode());
        text.append("<svg class=\"%s\" role=\"img\" width=\"%s\" viewBox=\""
                        .formatted(frame.width() > WIDE ? "diagram wide" : "diagram", number(frame.width() * SCALE)))
                .append(number(frame.x()))
                .append(' ')
                .append(number(frame.y()))
                .append(' ')
                .append(number(frame.width()))
                .append(' ')
                .append(number(frame.height()))
                .append("\"><title>")
                .append(escaped(title))
                .append("</title><defs><marker id=\"")
                .append(arrow)
                .append("\" viewBox=\"0 0 10 10\" refX=\"9\"")
                .append(
                        " refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 10 5 0 10z\"/></marker></defs>");
    }

    String close() {
        return text.append("</svg>").toString();
    }

    void box(String cssClass, Bounds at, double corner) {
        text.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>"
                .formatted(
                        cssClass,
                        number(at.getX()),
                        number(at.getY()),
                        number(at.getWidth()),
                        number(at.getHeight()),
                        number(corner)));
    }

    void diamond(String cssClass, Bounds at, GatewayKind kind) {
        double middle = at.getX() + at.getWidth() / 2;
        double centre = at.getY() + at.getHeight() / 2;
        text.append("<path class=\"%s\" d=\"M%s %sL%s %sL%s %sL%s %sZ\"/>"
                .formatted(
                        cssClass,
                        number(middle),
                        number(at.getY()),
                        number(at.getX() + at.getWidth()),
                        number(centre),
                        number(middle),
                        number(at.getY() + at.getHeight()),
                        number(at.getX()),
                        number(centre)));
        mark(kind, middle, centre);
    }

    private void mark(GatewayKind kind, double x, double y) {
        switch (kind) {
            case EXCLUSIVE -> path("l14 14m0 -14l-14 14", x - 7, y - 7);
            case PARALLEL -> path("h20m-10 -10v20", x - 10, y);
            case INCLUSIVE -> round("mark", x, y, 10);
            case EVENT_BASED -> {
                round("mark", x, y, 12);
                round("mark", x, y, 9);
                path("l5.5 4l-2.1 6.5h-6.8l-2.1 -6.5z", x, y - 5.5);
            }
        }
    }

    private void path(String way, double x, double y) {
        text.append("<path class=\"mark\" d=\"M%s %s%s\"/>".formatted(number(x), number(y), way));
    }

    void circle(String cssClass, Bounds at, EventKind.Symbol symbol) {
        double x = at.getX() + at.getWidth() / 2;
        double y = at.getY() + at.getHeight() / 2;
        double radius = at.getWidth() / 2;
        round(cssClass, x, y, radius);
        if (cssClass.contains("intermediate")) {
            round(cssClass.contains("non-interrupting") ? "mark non-interrupting" : "mark", x, y, radius - 3);
        }
        switch (symbol) {
            case TIMER -> {
                round("mark", x, y, radius - 7);
                path("v-7m0 7l5 3", x, y);
            }
            case MESSAGE -> path("h16v11h-16zl8 6l8 -6", x - 8, y - 5.5);
            case TERMINATE -> round("solid", x, y, radius - 6);
            case NONE -> {}
        }
    }

    private void round(String cssClass, double x, double y, double radius) {
        text.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
                .formatted(cssClass, number(x), number(y), number(radius)));
    }

    void arrow(Collection<Waypoint> points) {
        String way = points.stream()
                .map(point -> number(point.getX()) + "," + number(point.getY()))
                .collect(Collectors.joining(" "));
        text.append("<polyline class=\"flow\" marker-end=\"url(#" + arrow + ")\" points=\"")
                .append(way)
                .append("\"/>");
    }

    void line(String words, String cssClass, double x, double y, String anchor) {
        text.append("<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(cssClass, number(x), number(y), anchor, escaped(words)));
    }

    void taskName(String words, Bounds at) {
        lines(words, "task-name", at, (at.getWidth() - 2 * TASK_PADDING) / TASK_LETTER);
    }

    /** Breaks the words into lines and centres them in the bounds. */
    void lines(String words, String cssClass, Bounds at) {
        lines(words, cssClass, at, at.getWidth() / LETTER);
    }

    private void lines(String words, String cssClass, Bounds at, double letters) {
        List<String> lines = broken(words, Math.max(8, (int) letters));
        double y = at.getY() + at.getHeight() / 2 - (lines.size() - 1) * LINE / 2 + 4;
        for (String line : lines) {
            line(line, cssClass, at.getX() + at.getWidth() / 2, y, "middle");
            y += LINE;
        }
    }

    private static List<String> broken(String words, int letters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split("\\s+")) {
            if (!line.isEmpty() && line.length() + word.length() + 1 > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String escaped(String words) {
        return HtmlUtils.htmlEscape(words);
    }
}
