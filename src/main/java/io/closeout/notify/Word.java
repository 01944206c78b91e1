package io.closeout.notify;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody may hear by mail.
 *
 * @param subject what it is about: {@code item:POA-2026-001}, {@code task:…}, {@code request:5}; told once per kind, day and audience
 * @param kind the word that the table {@code mailUrgency} is asked with
 * @param item id of the item, where it is about one
 * @param causedBy id of who did it, who hears nothing of their own doing
 */
public record Word(
        String subject,
        String kind,
        LocalDate dueOn,
        Audience audience,
        @Nullable String item,
        @Nullable String causedBy,
        String text) {}
