package io.closeout.register;

import java.util.List;

/** The import that opened these items was undone: they are gone, and so must be what works them. Synchronous. */
public record ItemsTakenBack(List<String> processInstances, String why) {

    public ItemsTakenBack {
        processInstances = List.copyOf(processInstances);
    }
}
