package io.closeout.assessment;

/**
 * What an assessment of a requirement determines, one of several.
 *
 * @param letter by which NIST SP 800-171A names it within its requirement
 * @param text completes the sentence "Determine if …"
 */
public record Objective(Requirement requirement, String letter, String text) {

    /** As NIST writes it: {@code 3.1.1[a]}. */
    public String id() {
        return requirement.number() + "[" + letter + "]";
    }
}
