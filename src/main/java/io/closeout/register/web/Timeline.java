package io.closeout.register.web;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.ledger.LedgerField;
import io.closeout.register.PoamId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the ledger says of an item, in words: {@code item.event.<kind>}, {@code item.fact.<field>}, {@code item.word.<value>}. */
@Component
class Timeline {

    /** Fields whose values are words of the program's. */
    private static final Set<String> CLOSED_LISTS = Set.of(
            "acceptanceKind",
            "closedHow",
            "endedHow",
            "impact",
            "kind",
            "likelihood",
            "originalRating",
            "outcome",
            "outlook",
            "ownerGroup",
            "priority",
            "residualRating",
            "residualRisk",
            "severity",
            "signedAs",
            "signers",
            "status",
            "track",
            "trigger");

    private static final Object[] NONE = {};

    private final Ledger ledger;
    private final People people;
    private final MessageSource messages;

    Timeline(Ledger ledger, People people, MessageSource messages) {
        this.ledger = ledger;
        this.people = people;
        this.messages = messages;
    }

    /** Newest first. */
    List<TimelineEntry> of(PoamId item) {
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(Person::id, Person::name));
        return ledger.of(item.subject()).stream()
                .sorted(Comparator.comparingLong(LedgerEvent::id).reversed())
                .map(event -> entry(event, names))
                .toList();
    }

    private TimelineEntry entry(LedgerEvent event, Map<String, String> names) {
        return new TimelineEntry(
                event.kind(),
                words("item.event." + event.kind(), inWords(event.kind())),
                event.occurredAt(),
                event.actor().equals("system")
                        ? words("item.system", "Closeout")
                        : names.getOrDefault(event.actor(), event.actor()),
                words("item.via." + event.via(), event.via()),
                event.fields().stream().map(field -> change(field, names)).toList(),
                event.reason());
    }

    private TimelineEntry.FactChange change(LedgerField field, Map<String, String> names) {
        String fact = words("item.fact." + field.name(), inWords(field.name()));
        if (field.wasRedacted()) {
            return new TimelineEntry.FactChange(fact, null, words("item.redacted", "redacted"));
        }
        return new TimelineEntry.FactChange(
                fact, told(field.name(), field.before(), names), told(field.name(), field.after(), names));
    }

    /** Persons by their names, words of closed lists by their labels, all else as it was recorded. */
    private @Nullable String told(String field, @Nullable String recorded, Map<String, String> names) {
        if (recorded == null || recorded.isBlank()) {
            return null;
        }
        return switch (field) {
            case "owner", "planSubmittedBy", "fixReportedBy", "verifiedBy" -> names.getOrDefault(recorded, recorded);
            default -> CLOSED_LISTS.contains(field) ? words("item.word." + recorded, recorded) : recorded;
        };
    }

    private String words(String key, String otherwise) {
        String words = messages.getMessage(key, NONE, otherwise, Locale.ENGLISH);
        return words == null ? otherwise : words;
    }

    /** {@code noticeGiven} as "Notice given": events of other modules need no entry of their own here. */
    private static String inWords(String name) {
        String spaced = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? name : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
