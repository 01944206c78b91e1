package io.closeout.policy;

/** SSVC's "Automatable": whether an attacker can reliably automate the steps of an attack. Not knowing is not the same as "no". */
public enum Automatable {
    YES("yes"),
    NO("no"),
    UNKNOWN("not known");

    private final String label;

    Automatable(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
