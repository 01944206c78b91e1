package io.closeout.register.web;

import io.closeout.register.ItemFilter;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the register page is asked for.
 *
 * @param status a {@link StatusWord}; {@code open} if missing
 * @param owner id of a person
 */
record RegisterFilter(
        @Nullable String q,
        @Nullable String status,
        @Nullable String severity,
        @Nullable String priority,
        @Nullable String owner,
        @Nullable Boolean overdue,
        @Nullable Boolean kev,
        @Nullable String scope,
        @Nullable String sort,
        @Nullable Integer page) {

    private static final int SIZE = 50;

    RegisterFilter {
        status = status == null || status.isBlank() ? "open" : status;
        sort = Objects.requireNonNullElse(sort, "");
    }

    ItemFilter items() {
        return new ItemFilter(
                StatusWord.statuses(given(status)),
                Choice.of(Severity.class, "severity", given(severity)),
                Choice.of(Severity.class, "priority", given(priority)),
                owner,
                Boolean.TRUE.equals(overdue) ? true : null,
                null,
                scope,
                null,
                q,
                Boolean.TRUE.equals(kev) ? true : null);
    }

    PageRequest wanted() {
        return new PageRequest(page == null ? 0 : page, SIZE, Objects.requireNonNullElse(sort, ""));
    }

    /** What is asked for, to be sent along by another form; without the page. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "q", q);
        put(fields, "status", status);
        put(fields, "severity", severity);
        put(fields, "priority", priority);
        put(fields, "owner", owner);
        put(fields, "overdue", Boolean.TRUE.equals(overdue) ? "true" : "");
        put(fields, "kev", Boolean.TRUE.equals(kev) ? "true" : "");
        put(fields, "scope", scope);
        put(fields, "sort", sort);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String word) {
        if (word != null && !word.isEmpty()) {
            fields.put(name, word);
        }
    }

    /** Whether anything but the default is asked for, so that an empty list has another reason than an empty register. */
    boolean narrows() {
        return !items().equals(new RegisterFilter(null, null, null, null, null, null, null, null, null, null).items());
    }

    private static List<String> given(@Nullable String word) {
        return word == null ? List.of() : List.of(word);
    }
}
