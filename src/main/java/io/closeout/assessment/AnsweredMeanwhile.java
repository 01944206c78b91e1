package io.closeout.assessment;

import io.closeout.shared.Refused;

/** Somebody else saved the requirement after this form was opened. */
public final class AnsweredMeanwhile extends Refused {

    private AnsweredMeanwhile(String message) {
        super(message);
    }

    static AnsweredMeanwhile by(String name, Requirement requirement) {
        return new AnsweredMeanwhile(
                "%s saved %s after you opened it. Nothing of yours was saved: look at what differs, and save again."
                        .formatted(name, requirement.id()));
    }
}
