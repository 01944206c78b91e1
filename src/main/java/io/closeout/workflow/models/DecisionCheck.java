package io.closeout.workflow.models;

import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;

/** A decision table holds FEEL only: other languages could run code. */
class DecisionCheck {

    private final String file;
    private final ModelXml model;

    DecisionCheck(String file, ModelXml model) {
        this.file = file;
        this.model = model;
    }

    void into(List<String> problems) {
        if (model.named("decision").findAny().isEmpty()) {
            problems.add(file + ": there is no decision in it.");
        }
        model.all()
                .filter(DecisionCheck::speaksAnotherLanguage)
                .forEach(element -> problems.add("%s, %s: the expression language %s is not allowed. Use FEEL."
                        .formatted(file, ModelXml.where(element), element.getAttribute("expressionLanguage"))));
    }

    private static boolean speaksAnotherLanguage(Element element) {
        String language = element.getAttribute("expressionLanguage").toLowerCase(Locale.ROOT);
        return !language.isEmpty() && !language.contains("feel");
    }
}
