package io.closeout.workflow.models;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an analyst edits. */
public enum ModelKind {
    PROCESS("bpmn"),
    DECISION("dmn"),
    FORM("form");

    private final String extension;

    ModelKind(String extension) {
        this.extension = extension;
    }

    public String extension() {
        return extension;
    }

    static Optional<ModelKind> withExtension(@Nullable String extension) {
        return Arrays.stream(values())
                .filter(kind -> kind.extension.equals(extension))
                .findFirst();
    }
}
