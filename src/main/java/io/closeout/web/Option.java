package io.closeout.web;

import io.closeout.access.Group;
import java.util.Arrays;
import java.util.List;

/** A choice in a select or among check boxes. */
public record Option(String value, String label) {

    public static List<Option> groups() {
        return Arrays.stream(Group.values())
                .map(group -> new Option(group.id(), group.label()))
                .toList();
    }
}
