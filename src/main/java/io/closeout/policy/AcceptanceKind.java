package io.closeout.policy;

/** On what ground a weakness stays for now (32 CFR 170.4, 170.24(b)(1)). The names are the words of table {@code acceptanceTerms}. */
public enum AcceptanceKind {
    /** The risk is borne for a while; it makes no requirement MET. */
    TEMPORARY_ACCEPTANCE("Temporary acceptance"),
    /** Not feasible to remediate; documented with its mitigations in the SSP. */
    ENDURING_EXCEPTION("Enduring exception"),
    /** A fix is known or in process; an operational plan of action shows reviews and progress. */
    TEMPORARY_DEFICIENCY("Temporary deficiency");

    private final String label;

    AcceptanceKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
