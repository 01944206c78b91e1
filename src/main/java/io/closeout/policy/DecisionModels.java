package io.closeout.policy;

/** Where decision tables come from: the latest deployed ones in a running server, the shipped ones elsewhere. */
public interface DecisionModels {

    /** @throws IllegalStateException if there is no such table */
    DecisionModel latest(String decisionId);

    /**
     * A table as its analyst left it.
     *
     * @param version counts up with each deployment
     * @param xml DMN 1.3
     */
    record DecisionModel(String decisionId, int version, String xml) {}
}
