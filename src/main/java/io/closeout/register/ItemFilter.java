package io.closeout.register;

import io.closeout.shared.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which items of the register are wanted; what is empty or null does not restrict.
 *
 * @param text found in id, title, source id, CVEs, or the name of an affected asset, without regard to case
 * @param open {@code true}: only open ones, {@code false}: only those that are not
 */
public record ItemFilter(
        Set<ItemStatus> statuses,
        Set<Severity> severities,
        @Nullable String owner,
        @Nullable Boolean overdue,
        @Nullable Boolean open,
        @Nullable String scope,
        @Nullable Long asset,
        @Nullable String text) {

    public static final ItemFilter ALL = new ItemFilter(Set.of(), Set.of(), null, null, null, null, null, null);

    public ItemFilter {
        statuses = Set.copyOf(statuses);
        severities = Set.copyOf(severities);
    }
}
