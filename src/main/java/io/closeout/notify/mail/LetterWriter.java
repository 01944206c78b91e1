package io.closeout.notify.mail;

import io.closeout.access.Organization;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.access.WebAddress;
import io.closeout.notify.MailSettings;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.shared.Shortened;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Writes what a person is told: kind by kind, what is most pressing first, with links. Dates and priorities are those of the moment.
 * Titles come from scanners and people and are text everywhere; the subject line, which shows on locked phones, has none.
 */
@Component
class LetterWriter {

    /** More of one kind are counted, with a link to where they are. */
    static final int MOST_OF_A_KIND = 20;

    private static final int LONGEST_SUBJECT = 150;
    private static final Locale ENGLISH = Locale.ENGLISH;
    /** Kinds in the order in which people should read them; the others follow. */
    private static final List<String> PRESSING = List.of(
            "cmmcStatusExpired",
            "leadershipEscalation",
            "escalation",
            "milestoneEscalation",
            "taskEscalation",
            "reviewEscalation",
            "statusSilence",
            "overdue",
            "reviewOverdue",
            "affirmationOverdue",
            "dueToday",
            "approvalAsked",
            "reviewDue",
            "taskAssigned",
            "taskOffered",
            "requestRefused",
            "requestApproved");

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final Register register;
    private final Organization organization;
    private final PolicyCalendar calendar;
    private final WebAddress address;
    private final MailSettings settings;

    LetterWriter(
            ITemplateEngine templates,
            MessageSource messages,
            Register register,
            Organization organization,
            PolicyCalendar calendar,
            WebAddress address,
            MailSettings settings) {
        this.templates = templates;
        this.messages = messages;
        this.register = register;
        this.organization = organization;
        this.calendar = calendar;
        this.address = address;
        this.settings = settings;
    }

    /** @param more how many of the kind are not shown */
    record Section(String title, List<Entry> entries, int more) {}

    /**
     * @param href what to do about it
     * @param item id of the item, with its page; null where it is about none
     * @param due the day on which the item is due now
     */
    record Entry(
            String text,
            String href,
            @Nullable String item,
            @Nullable String itemHref,
            @Nullable String priority,
            @Nullable String due,
            boolean late) {}

    /** @param lines at least one */
    Letter write(Person to, List<Line> lines, boolean digest) {
        Map<String, List<Line>> byKind = lines.stream()
                .collect(Collectors.groupingBy(
                        Line::kind, () -> new TreeMap<>(LetterWriter::pressingFirst), Collectors.toList()));
        Map<String, PoamItem> items = register.all(
                lines.stream().map(Line::item).filter(Objects::nonNull).toList());
        List<Section> sections = new ArrayList<>();
        byKind.forEach((kind, told) -> sections.add(section(kind, told, items)));
        return letter(subject(byKind), to, sections, digest);
    }

    /** The letter that an administrator sends to see whether mail works. */
    Letter test(Person to) {
        return letter(words("mail.subject.test"), to, List.of(), false);
    }

    private Letter letter(String subject, Person to, List<Section> sections, boolean digest) {
        Context model = new Context(
                ENGLISH,
                Map.of(
                        "name",
                        oneLine(to.name()),
                        "company",
                        oneLine(organization.name()),
                        "sections",
                        sections,
                        "digest",
                        digest,
                        "home",
                        address.text() + "/",
                        "account",
                        address.text() + "/account"));
        return new Letter(
                Shortened.to(LONGEST_SUBJECT, oneLine(subject)),
                templates.process("mail/letter.txt", model),
                templates.process("mail/letter", model));
    }

    private String subject(Map<String, List<Line>> byKind) {
        List<String> parts = new ArrayList<>();
        byKind.forEach((kind, told) -> parts.add(count(kind, told.size())));
        return words("mail.subject", String.join(", ", parts));
    }

    private String count(String kind, int number) {
        String words = messages.getMessage("mail.count." + told(kind), new Object[] {number}, "", ENGLISH);
        return words == null || words.isEmpty() ? words("mail.count.other", number, title(kind)) : words;
    }

    private Section section(String kind, List<Line> told, Map<String, PoamItem> items) {
        List<Entry> entries = told.stream()
                .limit(MOST_OF_A_KIND)
                .map(line -> entry(line, line.item() == null ? null : items.get(line.item())))
                .toList();
        return new Section(title(kind), entries, told.size() - entries.size());
    }

    private Entry entry(Line line, @Nullable PoamItem item) {
        return new Entry(
                settings.details() ? text(line) : title(line.kind()),
                address.text() + line.path(),
                line.item(),
                line.item() == null ? null : address.text() + "/items/" + line.item(),
                item == null ? null : item.priority().name(),
                item == null ? null : item.due().toString(),
                item != null && item.isOverdue(calendar.today()));
    }

    /** Notices begin with the id of their item, which stands beside them here. */
    private static String text(Line line) {
        String text = oneLine(line.text());
        return line.item() != null && text.startsWith(line.item() + ": ")
                ? text.substring(line.item().length() + 2)
                : text;
    }

    /** A kind that an analyst invented is its own title. */
    private String title(String kind) {
        return Objects.requireNonNullElse(messages.getMessage("notify.kind." + kind, null, kind, ENGLISH), kind);
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage(code, arguments, ENGLISH);
    }

    /** A title with line breaks could pass for a line of ours, in the text part. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }

    private static int pressingFirst(String one, String other) {
        int difference = Integer.compare(rank(one), rank(other));
        return difference == 0 ? one.compareTo(other) : difference;
    }

    private static int rank(String kind) {
        int rank = PRESSING.indexOf(told(kind));
        return rank < 0 ? PRESSING.size() : rank;
    }

    /** What is told to several groups is told to the second under the kind, a slash and its name. */
    private static String told(String kind) {
        int slash = kind.indexOf('/');
        return slash < 0 ? kind : kind.substring(0, slash);
    }
}
