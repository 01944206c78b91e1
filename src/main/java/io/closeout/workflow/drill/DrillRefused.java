package io.closeout.workflow.drill;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;

/** Why no drill can be held, in words for whoever called it. */
final class DrillRefused extends RuntimeException {

    private DrillRefused(String words) {
        super(words);
    }

    static DrillRefused because(String words) {
        return new DrillRefused(words);
    }

    /** Of a program that did not start: what the contract of models says of them, or the engine that could not read one. */
    static DrillRefused of(RuntimeException start) {
        Throwable last = start;
        for (Throwable cause = start; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadUserRequestException || cause instanceof ProcessEngineException) {
                return because("The models cannot be deployed. " + cause.getMessage());
            }
            last = cause;
        }
        return because("The drill could not start: " + last.getMessage());
    }
}
