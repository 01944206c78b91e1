package io.closeout.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tables as they were packaged from {@code processes/decisions}; always version 1. Works without server or engine. */
public final class ShippedDecisionModels implements DecisionModels {

    private static final int ONLY_VERSION = 1;

    private final Map<String, DecisionModel> models = new ConcurrentHashMap<>();

    @Override
    public DecisionModel latest(String decisionId) {
        return models.computeIfAbsent(decisionId, ShippedDecisionModels::read);
    }

    private static DecisionModel read(String decisionId) {
        String name = "/models/processes/decisions/" + decisionId + ".dmn";
        try (InputStream xml = ShippedDecisionModels.class.getResourceAsStream(name)) {
            if (xml == null) {
                throw new IllegalStateException("There is no decision table " + decisionId + ".");
            }
            return new DecisionModel(decisionId, ONLY_VERSION, new String(xml.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The decision table " + decisionId + " cannot be read", e);
        }
    }
}
