package io.closeout.web;

import java.util.Map;

/**
 * A part of a page that a module offers.
 *
 * @param template the name of a template, such as {@code register/open-by-severity}, that declares
 *     {@code th:fragment="panel(model)"}
 * @param model what the fragment reads as {@code ${model.…}}
 */
public record Panel(String template, Map<String, Object> model) {

    public Panel {
        model = Map.copyOf(model);
    }
}
