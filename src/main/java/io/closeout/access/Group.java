package io.closeout.access;

import java.util.Arrays;
import java.util.Optional;

/** What a person may be entitled to. The ids are the engine's group ids; a person may hold several. */
public enum Group {
    /** Works tasks: plans, fixes, attaches evidence, asks for more time. */
    REMEDIATOR("remediator", "IT staff"),
    /** Triages, signs off, decides requests, verifies, reviews monthly. */
    ISSM("issm", "ISSM"),
    /** Signs acceptances and large extensions as well. */
    LEADERSHIP("leadership", "Leadership"),
    /** Changes processes, decision tables and forms. */
    PROCESS_ANALYST("process-analyst", "Process analyst"),
    /** Reads and exports, changes nothing. */
    ASSESSOR("assessor", "Assessor"),
    /** Users, tokens, settings; no business decisions. */
    CAMUNDA_ADMIN("camunda-admin", "Administrator");

    private final String id;
    private final String label;

    Group(String id, String label) {
        this.id = id;
        this.label = label;
    }

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    public static Optional<Group> withId(String id) {
        return Arrays.stream(values()).filter(group -> group.id.equals(id)).findFirst();
    }
}
