package io.closeout.workflow.drill;

import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The words that the pages use for the same things. */
@Component
@Profile("drill")
class Words {

    private final MessageSource messages;
    private final People people;

    Words(MessageSource messages, People people) {
        this.messages = messages;
        this.people = people;
    }

    String what(Channel channel, String what) {
        return switch (channel) {
            case NOTICE -> {
                String kind = what.split("/")[0];
                yield text("notify.kind." + kind, spaced(kind));
            }
            case RECORD -> text("item.event." + what, spaced(what));
            case TASK -> spaced(what.substring(what.indexOf('_') + 1));
        };
    }

    /** @param who ids of people or groups, between commas */
    String who(String who) {
        return Arrays.stream(who.split(", ")).map(this::one).collect(Collectors.joining(", "));
    }

    private String one(String id) {
        return Group.withId(id)
                .map(Group::label)
                .or(() -> people.find(id).map(Person::name))
                .orElse(id);
    }

    String text(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, Locale.US));
    }

    /** {@code planSubmitted} is "Plan submitted". */
    private static String spaced(String camelCase) {
        String words = camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
