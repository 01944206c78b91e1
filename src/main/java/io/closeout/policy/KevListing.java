package io.closeout.policy;

/** Whether a weakness is on CISA's list of known exploited vulnerabilities. Not knowing is not the same as "no". */
public enum KevListing {
    LISTED,
    NOT_LISTED,
    UNKNOWN
}
