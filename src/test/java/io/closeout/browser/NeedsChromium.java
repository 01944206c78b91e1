package io.closeout.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips before the application is started. */
class NeedsChromium implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.executable()
                .map(path -> ConditionEvaluationResult.enabled("Chromium is " + path))
                .orElseGet(() -> ConditionEvaluationResult.disabled(
                        "No Chromium on this machine: install it or name it in the variable CHROME"));
    }
}
