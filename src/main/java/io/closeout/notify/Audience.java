package io.closeout.notify;

import io.closeout.access.Group;

/** To whom a word goes: a person, or whoever is in a group when it is sent. */
public record Audience(boolean isGroup, String id) {

    private static final String PERSON = "person:";
    private static final String GROUP = "group:";

    public static Audience person(String id) {
        return new Audience(false, id);
    }

    public static Audience group(String id) {
        return new Audience(true, id);
    }

    /** For an id that may be either; a group's comes first. */
    public static Audience named(String id) {
        return new Audience(Group.withId(id).isPresent(), id);
    }

    /** The opposite of {@link #text}. */
    public static Audience of(String text) {
        return text.startsWith(GROUP) ? group(text.substring(GROUP.length())) : person(text.substring(PERSON.length()));
    }

    public String text() {
        return (isGroup ? GROUP : PERSON) + id;
    }
}
