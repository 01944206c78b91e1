package io.closeout.workflow.models;

import io.closeout.workflow.Steps;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which beans an expression of a model calls. Read as text; the guard on evaluation is the one that holds. */
class ExpressionCheck {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{(.*?)}", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern CALL = Pattern.compile("(?<![.\\w])([A-Za-z_]\\w*)\\s*[.\\[]");
    private static final Pattern NEVER = Pattern.compile("\\b(getClass|class|forName|getRuntime)\\b");
    private static final Pattern ONE_NAME = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");

    private final Steps steps;

    ExpressionCheck(Steps steps) {
        this.steps = steps;
    }

    /** @return what is wrong with any expression in this text */
    Optional<String> problem(String text) {
        return EXPRESSION
                .matcher(text)
                .results()
                .map(expression -> inside(
                        expression.group(), TEXT.matcher(expression.group(1)).replaceAll("''")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** For what must be one step, such as {@code ${recordClosure}}. */
    Optional<String> stepProblem(String text) {
        Matcher name = ONE_NAME.matcher(text);
        if (!name.matches()) {
            return Optional.of(text + " is not a step. Write the step's name alone, such as ${recordClosure}.");
        }
        return known(name.group(1));
    }

    private Optional<String> inside(String whole, String code) {
        if (NEVER.matcher(code).find()) {
            return Optional.of("the expression " + whole + " reaches into the program, which is not allowed.");
        }
        return CALL.matcher(code)
                .results()
                .map(call -> known(call.group(1)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> known(String name) {
        return steps.contains(name)
                ? Optional.empty()
                : Optional.of("there is no step \"" + name + "\". Known are " + String.join(", ", steps.names()) + ".");
    }
}
