package io.closeout.policy;

/** Who signs a planned date: the ISSM always, leadership as well where the table says so. */
public record Approval(boolean leadershipSigns, String source) {}
