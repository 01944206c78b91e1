package io.closeout.policy;

import io.closeout.shared.Severity;

/**
 * What the tables propose before a person looks.
 *
 * @param source the row that decided the priority and where it comes from
 * @param personNeeded whether somebody must confirm
 */
public record Triage(Severity priority, String source, String ownerGroup, boolean personNeeded) {}
