package io.closeout.exchange;

import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.exchange.reader.Field;
import io.closeout.exchange.reader.ReadItem;
import io.closeout.policy.Track;
import io.closeout.register.AssetNames;
import io.closeout.register.ItemTakeover;
import io.closeout.register.NamedAsset;
import io.closeout.register.NewItem;
import io.closeout.register.PlanEdit;
import io.closeout.register.Weaknesses;
import io.closeout.register.Weaknesses.Weakness;
import io.closeout.shared.Refused;
import io.closeout.shared.Shortened;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a row of a workbook means for the register. */
@Component
class RowTakeover {

    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,19}");
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_SOURCE = 40;
    private static final int LONGEST_SOURCE_ID = 200;
    private static final int LONGEST_RESOURCES = 2000;

    private final ContactPerson contacts;
    private final AssetNames assets;
    private final Weaknesses weaknesses;
    private final PolicyCalendar calendar;

    RowTakeover(ContactPerson contacts, AssetNames assets, Weaknesses weaknesses, PolicyCalendar calendar) {
        this.contacts = contacts;
        this.assets = assets;
        this.weaknesses = weaknesses;
        this.calendar = calendar;
    }

    /** @throws Refused for a row that can be no item */
    List<String> notes(ReadItem read) {
        mustBePast("detection", read.days().detectedOn());
        mustBePast("closing", read.days().closedOn());
        if (read.closed() && read.days().closedOn() == null) {
            throw Refused.because("it is closed, but the day of closing is not told");
        }
        List<String> notes = new ArrayList<>(read.notes());
        PlanSteps steps = PlanSteps.of(read, calendar.today());
        notes.addAll(steps.notes());
        plan(read, steps);
        if (!read.contact().name().isEmpty() && owner(read).isEmpty()) {
            notes.add("nobody here who works items is \""
                    + Shortened.to(80, read.contact().name()) + "\" by name or e-mail; it is kept in the comments");
        }
        return notes;
    }

    /** Remembers the weakness as well. */
    ItemTakeover of(ReadItem read, HandedIn from) {
        List<NamedAsset> named = assets.find(from.scopeId(), read.origin().assets()).values().stream()
                .sorted(Comparator.comparing(NamedAsset::name))
                .toList();
        PlanSteps steps = PlanSteps.of(read, calendar.today());
        LocalDate planned = read.days().plannedCompletion();
        return new ItemTakeover(
                newItem(read, from, named),
                owner(read).map(Person::id).orElse(null),
                plan(read, steps),
                read.days().originalCompletion(),
                planned,
                read.closed() ? read.days().closedOn() : null,
                steps.milestones(),
                steps.changes(),
                named);
    }

    private NewItem newItem(ReadItem read, HandedIn from, List<NamedAsset> named) {
        String source = read.origin().source().isEmpty()
                ? from.layout().label() + " POA&M"
                : read.origin().source();
        Set<String> cves = cves(read);
        return new NewItem(
                from.scopeId(),
                weaknesses.remember(weakness(read, from, source, cves)),
                track(read),
                Shortened.to(LONGEST_TITLE, read.title().replaceAll("\\s+", " ")),
                orNull(read.description()),
                Shortened.to(LONGEST_SOURCE, source),
                orNull(Shortened.to(LONGEST_SOURCE_ID, read.origin().sourceId())),
                read.rating().severity(),
                null,
                cves,
                detectedOn(read),
                AssetNames.impact(named),
                null,
                null);
    }

    /** One of its own for each row: no scan speaks of it. */
    private static Weakness weakness(ReadItem read, HandedIn from, String source, Set<String> cves) {
        return new Weakness(
                "manual",
                "%s/%s/%s".formatted(from.scopeId(), from.layout(), read.key()),
                Shortened.to(LONGEST_TITLE, read.title()),
                orNull(read.description()),
                orNull(read.work().remediation()),
                null,
                cves.isEmpty() ? null : String.join(" ", cves),
                read.rating().severity(),
                null,
                null,
                Optional.ofNullable(read.rating().original())
                        .orElse(read.rating().severity())
                        .name(),
                Shortened.to(LONGEST_SOURCE, source),
                false);
    }

    private static Set<String> cves(ReadItem read) {
        return CVE.matcher(read.origin().cves().toUpperCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Track track(ReadItem read) {
        String told = read.cells().getOrDefault(Field.TRACK, "");
        return Arrays.stream(Track.values())
                .filter(each -> each.label().equalsIgnoreCase(told))
                .findFirst()
                .orElse(Track.OPERATIONAL);
    }

    private LocalDate detectedOn(ReadItem read) {
        LocalDate told = read.days().detectedOn();
        return told == null ? calendar.today() : told;
    }

    private PlanEdit plan(ReadItem read, PlanSteps steps) {
        String contact = read.contact().name();
        Stream<String> comments = Stream.of(
                read.work().comments(),
                contact.isEmpty() || owner(read).isPresent() ? "" : "Point of contact: " + contact,
                steps.undated());
        return new PlanEdit(
                read.work().remediation(),
                read.work().hours(),
                Shortened.to(LONGEST_RESOURCES, read.work().resources()),
                read.work().residualRisk(),
                comments.filter(each -> !each.isEmpty()).collect(Collectors.joining("\n")));
    }

    private Optional<Person> owner(ReadItem read) {
        return contacts.of(read.contact());
    }

    private void mustBePast(String what, @Nullable LocalDate day) {
        if (day != null && day.isAfter(calendar.today())) {
            throw Refused.because("the day of " + what + ", " + day + ", lies in the future");
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
