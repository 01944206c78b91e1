package io.closeout.workflow.models;

/** A decision table has a new version. Published in the transaction that deploys it. */
public record DecisionDeployed(String decisionId) {}
