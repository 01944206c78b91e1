package io.closeout.notify.mail;

import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.notify.Audience;
import io.closeout.notify.MailSettings;
import io.closeout.notify.mail.WordRows.StoredWord;
import io.closeout.policy.MailUrgencies;
import io.closeout.policy.MailUrgency;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.shared.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes deliveries of words, one node at a time: asks the table when each word goes out, finds whom it goes to, and records one mail per
 * person. What is urgent and comes within minutes shares a mail; everything else shares the one of the day.
 */
@Service
@Transactional
class Postroom {

    /** Between two urgent mails to one person, so that an import of many critical items is no storm. */
    static final Duration QUIET = Duration.ofMinutes(10);
    /** What nobody could be told for so long is not told any more. */
    static final Duration STALE = Duration.ofDays(3);

    private static final int MOST_AT_ONCE = 500;

    private final WordRows words;
    private final DeliveryRows deliveries;
    private final RoundRow round;
    private final MailUrgencies urgencies;
    private final MailChoices choices;
    private final MailServer server;
    private final MailSettings settings;
    private final Register register;
    private final People people;
    private final PolicyCalendar calendar;

    Postroom(
            WordRows words,
            DeliveryRows deliveries,
            RoundRow round,
            MailUrgencies urgencies,
            MailChoices choices,
            MailServer server,
            MailSettings settings,
            Register register,
            People people,
            PolicyCalendar calendar) {
        this.words = words;
        this.deliveries = deliveries;
        this.round = round;
        this.urgencies = urgencies;
        this.choices = choices;
        this.server = server;
        this.settings = settings;
        this.register = register;
        this.people = people;
        this.calendar = calendar;
    }

    /**
     * Asks the table {@code mailUrgency}, with the priority that the item has now.
     *
     * @return whether there may be more
     */
    public boolean sort() {
        round.hold();
        words.discardToldBefore(calendar.now().minus(STALE));
        List<StoredWord> unsorted = words.unsorted(MOST_AT_ONCE);
        Map<String, PoamItem> items = register.all(
                unsorted.stream().map(StoredWord::item).filter(Objects::nonNull).toList());
        unsorted.forEach(word -> words.sort(word.id(), urgencies.of(word.kind(), priority(word, items))));
        return unsorted.size() == MOST_AT_ONCE;
    }

    private static @Nullable Severity priority(StoredWord word, Map<String, PoamItem> items) {
        PoamItem item = word.item() == null ? null : items.get(word.item());
        return item == null ? null : item.priority();
    }

    /**
     * Gives each word whose time has come to the people whom it is for, as groups and choices are now.
     *
     * @return whether there may be more
     */
    public boolean address() {
        round.hold();
        List<StoredWord> ready = words.ready(digestMoment(), MOST_AT_ONCE);
        for (StoredWord word : ready) {
            readers(word).forEach(person -> words.addLine(person.id(), word));
            words.addressed(word.id());
        }
        return ready.size() == MOST_AT_ONCE;
    }

    private Stream<Person> readers(StoredWord word) {
        return people(word.audience())
                .filter(Person::enabled)
                .filter(person -> person.email() != null)
                .filter(person -> !person.id().equals(word.causedBy()))
                .filter(choices::wantsMail);
    }

    private Stream<Person> people(Audience audience) {
        return audience.isGroup()
                ? Group.withId(audience.id()).stream().flatMap(group -> people.in(group).stream())
                : people.find(audience.id()).stream();
    }

    /** Records the mails; from here on they are the sender's. */
    public void record() {
        round.hold();
        recordUrgent();
        recordDigests();
    }

    private void recordUrgent() {
        Instant quietSince = calendar.now().minus(QUIET);
        words.peopleWithLines(MailUrgency.AT_ONCE).stream()
                .filter(person -> !deliveries.hasUrgentSince(person, quietSince))
                .forEach(person -> record(person, MailUrgency.AT_ONCE, null));
    }

    private void recordDigests() {
        LocalDate day = calendar.dateOf(digestMoment());
        words.peopleWithLines(MailUrgency.DIGEST).stream()
                .filter(person -> !deliveries.hasDigest(person, day))
                .forEach(person -> record(person, MailUrgency.DIGEST, day));
    }

    private void record(String person, MailUrgency urgency, @Nullable LocalDate digestOn) {
        long delivery = deliveries.record(server.newMessageId(), person, digestOn, calendar.now());
        words.putInto(delivery, person, urgency);
    }

    /** The last time of day at which digests went out, or should have. */
    private Instant digestMoment() {
        Instant today = digestOn(calendar.today());
        return today.isAfter(calendar.now()) ? digestOn(calendar.today().minusDays(1)) : today;
    }

    private Instant digestOn(LocalDate day) {
        return calendar.startOf(day).plusNanos(settings.digestAt().toNanoOfDay());
    }
}
