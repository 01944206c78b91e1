package io.closeout.register;

import io.closeout.policy.Criticality;

/**
 * An active asset that somebody named.
 *
 * @param ownerGroup empty if nobody set one
 */
public record NamedAsset(long id, String name, Criticality criticality, boolean publiclyExposed, String ownerGroup) {}
