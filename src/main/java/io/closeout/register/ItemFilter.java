package io.closeout.register;

import io.closeout.shared.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which items of the register are wanted; what is empty or null does not restrict.
 *
 * @param severities as the scanner or assessor rated; {@code priorities} what the tables or triage made of it
 * @param text found in id, title, source id, CVEs, or the name of an affected asset, without regard to case
 * @param knownExploited {@code true}: only those whose weakness is known to be exploited, {@code false}: only the others
 * @param open {@code true}: only open ones, {@code false}: only those that are not
 */
public record ItemFilter(
        Set<ItemStatus> statuses,
        Set<Severity> severities,
        Set<Severity> priorities,
        @Nullable String owner,
        @Nullable Boolean overdue,
        @Nullable Boolean open,
        @Nullable String scope,
        @Nullable Long asset,
        @Nullable String text,
        @Nullable Boolean knownExploited) {

    public static final ItemFilter ALL =
            new ItemFilter(Set.of(), Set.of(), Set.of(), null, null, null, null, null, null);

    public static final ItemFilter OPEN = ALL.withOpen(true);
    public static final ItemFilter CLOSED =
            new ItemFilter(Set.of(ItemStatus.CLOSED), Set.of(), Set.of(), null, null, null, null, null, null);
    public static final ItemFilter OVERDUE = ALL.withOverdue(true);

    public ItemFilter {
        statuses = Set.copyOf(statuses);
        severities = Set.copyOf(severities);
        priorities = Set.copyOf(priorities);
    }

    public ItemFilter(
            Set<ItemStatus> statuses,
            Set<Severity> severities,
            Set<Severity> priorities,
            @Nullable String owner,
            @Nullable Boolean overdue,
            @Nullable Boolean open,
            @Nullable String scope,
            @Nullable Long asset,
            @Nullable String text) {
        this(statuses, severities, priorities, owner, overdue, open, scope, asset, text, null);
    }

    public ItemFilter withOwner(String person) {
        return new ItemFilter(
                statuses, severities, priorities, person, overdue, open, scope, asset, text, knownExploited);
    }

    public ItemFilter withOverdue(boolean wanted) {
        return new ItemFilter(
                statuses, severities, priorities, owner, wanted, open, scope, asset, text, knownExploited);
    }

    public ItemFilter withKnownExploited(@Nullable Boolean wanted) {
        return new ItemFilter(statuses, severities, priorities, owner, overdue, open, scope, asset, text, wanted);
    }

    private ItemFilter withOpen(boolean wanted) {
        return new ItemFilter(
                statuses, severities, priorities, owner, overdue, wanted, scope, asset, text, knownExploited);
    }
}
