package io.closeout.review.web;

import io.closeout.register.PoamId;
import io.closeout.review.falsepositive.FalsePositiveClaim;
import io.closeout.review.falsepositive.FalsePositiveRequests;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim that something is a false positive as a page or a script sends it.
 *
 * @param assets ids or names; none for everywhere
 * @param until ISO
 * @param where {@code everywhere} or {@code assets}, on the page; a script leaves it out
 */
record FalsePositiveForm(
        @Nullable String reason,
        @Nullable List<String> assets,
        @Nullable String until,
        @Nullable String where) {

    static FalsePositiveForm blank() {
        return new FalsePositiveForm("", List.of(), "", null);
    }

    FalsePositiveClaim claim(PoamId item, FalsePositiveRequests requests) {
        List<String> chosen = assets == null || "everywhere".equals(where) ? List.of() : assets;
        if ("assets".equals(where) && chosen.isEmpty()) {
            throw Refused.because("Choose the assets that it concerns, or everywhere.");
        }
        return FalsePositiveClaim.of(reason, requests.assets(item, chosen), date());
    }

    private @Nullable LocalDate date() {
        try {
            return until == null || until.isBlank() ? null : LocalDate.parse(until.strip());
        } catch (DateTimeParseException e) {
            throw Refused.because("Give the end as year-month-day, such as 2026-12-24.");
        }
    }
}
