package io.closeout.assessment;

import io.closeout.shared.NotFound;
import java.util.Arrays;

/** The fourteen families of NIST SP 800-171, in its order: the first of them holds 3.1.x, the last 3.14.x. */
public enum Family {
    AC("Access Control"),
    AT("Awareness and Training"),
    AU("Audit and Accountability"),
    CM("Configuration Management"),
    IA("Identification and Authentication"),
    IR("Incident Response"),
    MA("Maintenance"),
    MP("Media Protection"),
    PS("Personnel Security"),
    PE("Physical Protection"),
    RA("Risk Assessment"),
    CA("Security Assessment"),
    SC("System and Communications Protection"),
    SI("System and Information Integrity");

    private final String label;

    Family(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** @throws NotFound if there is none of that name */
    public static Family named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> NotFound.of("family of requirements", name));
    }
}
