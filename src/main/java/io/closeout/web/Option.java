package io.closeout.web;

import io.closeout.access.Group;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** A choice in a select or among check boxes. */
public record Option(String value, String label) {

    /** Time zones by place. */
    public static List<Option> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches(
                        "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC"))
                .sorted()
                .map(zone -> new Option(zone, zone.replace('_', ' ')))
                .toList();
    }

    public static List<Option> groups() {
        return Arrays.stream(Group.values())
                .map(group -> new Option(group.id(), group.label()))
                .toList();
    }
}
