package io.closeout.exchange.reader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Milestones in one cell, an entry each line: {@code (1) 2026-11-20: text}, as FedRAMP's template and our export write them, or with the
 * date elsewhere in the line, as people do. A line with neither number nor date goes on with the entry above it.
 */
final class MilestoneText {

    private static final Pattern NUMBER = Pattern.compile("^(?:\\((\\d{1,4})\\)|(\\d{1,4})[.)](?=\\s|$))\\s*");
    private static final Pattern DAY = Pattern.compile("(?<![\\d./-])(?:" + WrittenDay.PATTERN + ")(?![\\d/-])");
    private static final Pattern ENDED =
            Pattern.compile("\\s*\\((completed|dropped)\\s+(" + WrittenDay.PATTERN + ")\\)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern KIND =
            Pattern.compile("^(new|update|complete)d?\\b\\s*:?\\s*", Pattern.CASE_INSENSITIVE);
    private static final String AROUND = "^[\\s:;,–-]+|[\\s:;,–-]+$";

    private MilestoneText() {}

    private record Entry(int number, String text) {}

    static List<ReadMilestone> milestones(String cell) {
        return entries(cell).stream().map(MilestoneText::milestone).toList();
    }

    static List<ReadChange> changes(String cell) {
        return entries(cell).stream().map(MilestoneText::change).toList();
    }

    private static List<Entry> entries(String cell) {
        List<Entry> entries = new ArrayList<>();
        for (String line : cell.split("\\R")) {
            String text = line.strip();
            Matcher number = NUMBER.matcher(text);
            boolean numbered = number.find();
            if (text.isEmpty()) {
                continue;
            }
            if (numbered) {
                String told = number.group(1) == null ? number.group(2) : number.group(1);
                entries.add(new Entry(Integer.parseInt(told), text.substring(number.end())));
            } else if (entries.isEmpty() || DAY.matcher(text).find()) {
                entries.add(new Entry(0, text));
            } else {
                Entry above = entries.remove(entries.size() - 1);
                entries.add(new Entry(above.number(), above.text() + " " + text));
            }
        }
        return entries;
    }

    private static ReadMilestone milestone(Entry entry) {
        String text = entry.text();
        LocalDate completed = null;
        LocalDate dropped = null;
        for (Matcher ended = ENDED.matcher(text); ended.find(); ended = ENDED.matcher(text)) {
            LocalDate day = WrittenDay.of(ended.group(2)).orElse(null);
            if (ended.group(1).toLowerCase(Locale.ROOT).equals("dropped")) {
                dropped = day;
            } else {
                completed = day;
            }
            text = text.substring(0, ended.start());
        }
        Dated dated = Dated.of(text);
        return new ReadMilestone(entry.number(), dated.day(), dated.rest(), completed, dropped);
    }

    private static ReadChange change(Entry entry) {
        Matcher kind = KIND.matcher(entry.text());
        boolean told = kind.find();
        Dated dated = Dated.of(told ? entry.text().substring(kind.end()) : entry.text());
        return new ReadChange(
                entry.number(),
                told ? ReadChange.Kind.valueOf(kind.group(1).toUpperCase(Locale.ROOT)) : ReadChange.Kind.UPDATE,
                dated.day(),
                dated.rest());
    }

    /** The first day in a text, and the text without it where it stands at its beginning or end. */
    private record Dated(@Nullable LocalDate day, String rest) {

        static Dated of(String text) {
            Matcher found = DAY.matcher(text);
            while (found.find()) {
                LocalDate day = WrittenDay.of(found.group()).orElse(null);
                if (day != null) {
                    return new Dated(day, around(text, found));
                }
            }
            return new Dated(null, text.replaceAll(AROUND, ""));
        }

        private static String around(String text, Matcher day) {
            String before = text.substring(0, day.start()).replaceAll(AROUND, "");
            String after = text.substring(day.end()).replaceAll(AROUND, "");
            return before.isEmpty() || after.isEmpty() ? before + after : text.strip();
        }
    }
}
