package io.closeout.access;

import java.time.ZoneId;

/**
 * The company exists. The register makes its first scope of it; announced within the set-up's transaction, before the
 * people are added.
 *
 * @param scopeName what the company calls its system boundary
 */
public record OrganizationSetUp(String company, String scopeName, ZoneId zone, Actor by) {}
