package io.closeout.workflow.drill;

import io.closeout.workflow.drill.ReportPage.Broken;
import io.closeout.workflow.drill.ReportPage.Entry;
import io.closeout.workflow.drill.ReportPage.Line;
import io.closeout.workflow.drill.ReportPage.Silent;
import io.closeout.workflow.drill.ReportPage.Story;
import io.closeout.workflow.drill.ReportPage.Subject;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The report as one page that needs nothing else. */
@Component
@Profile("drill")
class DrillReport {

    private final ITemplateEngine templates;
    private final Words words;

    DrillReport(ITemplateEngine templates, Words words) {
        this.templates = templates;
        this.words = words;
    }

    /** @param models the folder with models that won over the shipped ones */
    String html(DrillOutcome outcome, Optional<Path> models) {
        Context context = new Context(Locale.US);
        context.setVariable("report", page(outcome, models));
        return templates.process("drill/report", context);
    }

    ReportPage page(DrillOutcome outcome, Optional<Path> models) {
        List<Verdict> silent = outcome.silent();
        return new ReportPage(
                outcome.passed(),
                models.map(folder -> words.text("drill.models.folder", "") + " " + folder)
                        .orElseGet(() -> words.text("drill.models.shipped", "")),
                DrillCalendar.FIRST_DAY,
                DrillCalendar.LAST_DAY,
                outcome.verdicts().size(),
                silent.size(),
                outcome.faults().stream()
                        .map(fault -> new Broken(fault.on(), fault.story(), fault.what(), fault.why()))
                        .toList(),
                silent.stream().map(each -> silent(each, outcome)).toList(),
                subjects(outcome),
                stories(outcome));
    }

    private Silent silent(Verdict verdict, DrillOutcome outcome) {
        Expected expected = verdict.expected();
        return new Silent(
                expected.on(),
                verdict.story(),
                outcome.caseNames().getOrDefault(verdict.story(), ""),
                words.what(expected.channel(), expected.what()),
                words.who(expected.who()),
                verdict.failure(),
                expected.because());
    }

    private List<Subject> subjects(DrillOutcome outcome) {
        return grouped(outcome.verdicts(), Verdict::exercise).entrySet().stream()
                .map(exercise -> new Subject(exercise.getKey(), lines(exercise.getValue())))
                .toList();
    }

    private List<Line> lines(List<Verdict> verdicts) {
        return grouped(
                        verdicts,
                        verdict -> new Kind(
                                words.what(
                                        verdict.expected().channel(),
                                        verdict.expected().what()),
                                words.who(verdict.expected().who())))
                .entrySet()
                .stream()
                .map(kind -> new Line(
                        kind.getKey().what(),
                        kind.getKey().who(),
                        kind.getValue().size(),
                        kind.getValue().stream().filter(Verdict::rang).count()))
                .sorted(Comparator.comparing(Line::what).thenComparing(Line::who))
                .toList();
    }

    private record Kind(String what, String who) {}

    /** The items of the portfolio first, in their order; then what concerns no single item. */
    private List<Story> stories(DrillOutcome outcome) {
        Map<String, List<Happening>> happened = grouped(outcome.happenings(), Happening::story);
        Map<String, List<Verdict>> silent = grouped(outcome.silent(), Verdict::story);
        Stream<String> others = Stream.concat(happened.keySet().stream(), silent.keySet().stream())
                .filter(story -> !outcome.caseNames().containsKey(story) && !story.isEmpty())
                .sorted();
        return Stream.concat(outcome.caseNames().keySet().stream(), others.distinct())
                .map(story -> story(
                        story,
                        outcome.caseNames().getOrDefault(story, ""),
                        happened.getOrDefault(story, List.of()),
                        silent.getOrDefault(story, List.of())))
                .toList();
    }

    private Story story(String id, String name, List<Happening> happened, List<Verdict> silent) {
        List<Entry> entries = Stream.concat(
                        happened.stream().map(this::entry), silent.stream().map(this::missing))
                .sorted(Comparator.comparing(Entry::on))
                .toList();
        return new Story(id, name, silent.size(), entries);
    }

    private Entry entry(Happening happening) {
        String who = happening.who().isEmpty() ? null : words.who(happening.who());
        return switch (happening.channel()) {
            case NOTICE ->
                new Entry(
                        happening.on(), "notice", words.what(Channel.NOTICE, happening.what()), who, happening.text());
            case TASK -> new Entry(happening.on(), "task", happening.text(), who, "");
            case RECORD ->
                new Entry(
                        happening.on(),
                        who == null ? "record" : "deed",
                        words.what(Channel.RECORD, happening.what()),
                        who,
                        happening.text());
        };
    }

    private Entry missing(Verdict verdict) {
        Expected expected = verdict.expected();
        return new Entry(
                expected.on(),
                "silent",
                words.what(expected.channel(), expected.what()),
                words.who(expected.who()),
                verdict.failure() + ": " + expected.because());
    }

    /** In the order of the first of each group. */
    private static <K, T> Map<K, List<T>> grouped(List<T> all, Function<T, K> by) {
        return all.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }
}
