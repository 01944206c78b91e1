package io.closeout.policy;

import static java.time.temporal.ChronoUnit.DAYS;

import io.closeout.policy.NoticeFacts.Told;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns the rows of table {@code notices} into dates and picks the next one. A notice silences everything up to its own date that is
 * not more urgent: what was missed while an old scan lay about or the server stood still is told once, never as a storm.
 */
final class NoticeCalendar {

    /** The date that a row counts from. */
    enum Anchor {
        DETECTED,
        DUE,
        STAGE
    }

    /**
     * One row of the table.
     *
     * @param repeatDays 0 for once
     * @param rank the higher, the more urgent
     */
    record NoticeRow(String kind, Anchor anchor, int offsetDays, int repeatDays, String audience, int rank) {}

    private record Candidate(NoticeRow row, LocalDate date) {

        Notice notice() {
            return new Notice(row.kind(), date, row.audience());
        }
    }

    private static final Comparator<Candidate> BY_RANK =
            Comparator.comparing(candidate -> candidate.row().rank());
    private static final Comparator<Candidate> BY_DATE = Comparator.comparing(Candidate::date);

    private final List<NoticeRow> rows;
    private final NoticeFacts facts;

    NoticeCalendar(List<NoticeRow> rows, NoticeFacts facts) {
        this.rows = List.copyOf(rows);
        this.facts = facts;
    }

    /** The most urgent one that is due by today and not told, else the earliest to come. */
    Optional<Notice> next() {
        return dueByToday()
                .max(BY_RANK.thenComparing(BY_DATE))
                .or(() -> toCome().min(BY_DATE.thenComparing(BY_RANK.reversed())))
                .map(Candidate::notice);
    }

    private Stream<Candidate> dueByToday() {
        return rows.stream().map(this::latestByToday).flatMap(Optional::stream);
    }

    private Stream<Candidate> toCome() {
        return rows.stream().map(this::firstToCome).flatMap(Optional::stream);
    }

    private Optional<Candidate> latestByToday(NoticeRow row) {
        LocalDate first = first(row);
        if (first.isAfter(facts.today())) {
            return Optional.empty();
        }
        LocalDate latest = first.plusDays(repeated(first, facts.today(), row));
        return latest.isAfter(silencedUntil(row)) ? Optional.of(new Candidate(row, latest)) : Optional.empty();
    }

    private Optional<Candidate> firstToCome(NoticeRow row) {
        LocalDate first = first(row);
        LocalDate day = later(facts.today(), silencedUntil(row));
        if (first.isAfter(day)) {
            return Optional.of(new Candidate(row, first));
        }
        return row.repeatDays() == 0
                ? Optional.empty()
                : Optional.of(new Candidate(row, first.plusDays(repeated(first, day, row) + row.repeatDays())));
    }

    /** Days from the first to the latest repetition by that day. */
    private static long repeated(LocalDate first, LocalDate day, NoticeRow row) {
        return row.repeatDays() == 0 ? 0 : DAYS.between(first, day) / row.repeatDays() * row.repeatDays();
    }

    private LocalDate silencedUntil(NoticeRow row) {
        return facts.told().stream()
                .filter(told -> isAtLeastAsUrgent(told, row.rank()))
                .map(Told::date)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** A kind that this stage does not know silences nothing. */
    private boolean isAtLeastAsUrgent(Told told, int rank) {
        return rows.stream().anyMatch(row -> row.kind().equals(told.kind()) && row.rank() >= rank);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private LocalDate first(NoticeRow row) {
        return anchor(row.anchor()).plusDays(row.offsetDays());
    }

    private LocalDate anchor(Anchor anchor) {
        return switch (anchor) {
            case DETECTED -> facts.detectedOn();
            case DUE -> facts.due();
            case STAGE -> facts.stageSince();
        };
    }
}
