package io.closeout.workflow.models;

/** The file is no model; the message says so in plain words. */
class UnreadableModel extends RuntimeException {

    UnreadableModel(String message, Throwable cause) {
        super(message, cause);
    }

    UnreadableModel(String message) {
        super(message);
    }
}
