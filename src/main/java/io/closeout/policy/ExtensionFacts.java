package io.closeout.policy;

import io.closeout.shared.Severity;

/**
 * What decides who may grant an item more time.
 *
 * @param earlierExtensions approved ones only
 * @param daysAsked calendar days beyond the present planned completion
 * @param riskDecided whether somebody entitled to recorded a decision on the risk of waiting
 * @param vendorDependent whether the time is asked for because the vendor's fix does not exist yet
 */
public record ExtensionFacts(
        Severity priority,
        int earlierExtensions,
        int daysAsked,
        KevListing kev,
        boolean riskDecided,
        boolean vendorDependent) {}
