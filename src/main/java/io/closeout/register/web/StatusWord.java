package io.closeout.register.web;

import io.closeout.register.ItemStatus;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How addresses and requests name statuses: one by one, or several in a word. */
enum StatusWord {
    ALL,
    OPEN,
    /** Closed, accepted or no finding at all. */
    ENDED,
    NEW,
    PLANNED,
    IN_PROGRESS,
    AWAITING_VERIFICATION,
    CLOSED,
    RISK_ACCEPTED,
    FALSE_POSITIVE;

    /**
     * What a filter takes: empty for all.
     *
     * @throws io.closeout.shared.Refused naming the words that exist
     */
    static Set<ItemStatus> statuses(@Nullable Collection<String> given) {
        Set<ItemStatus> wanted = Choice.of(StatusWord.class, "status", given).stream()
                .flatMap(word -> word.statuses().stream())
                .collect(Collectors.toSet());
        return wanted.containsAll(EnumSet.allOf(ItemStatus.class)) ? Set.of() : wanted;
    }

    private Set<ItemStatus> statuses() {
        return switch (this) {
            case ALL -> EnumSet.allOf(ItemStatus.class);
            case OPEN -> those(ItemStatus::isOpen);
            case ENDED -> those(status -> !status.isOpen());
            default -> Set.of(ItemStatus.valueOf(name()));
        };
    }

    private static Set<ItemStatus> those(Predicate<ItemStatus> wanted) {
        return Arrays.stream(ItemStatus.values()).filter(wanted).collect(Collectors.toSet());
    }
}
