package io.closeout.review.web;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.closeout.review.acceptance.WantedControl;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A compensating control as a page or a script sends it. */
record ControlForm(
        @Nullable String what,
        @Nullable String howChecked,
        @Nullable Integer everyDays,
        @Nullable String nextCheck) {

    /** What a script leaves out: every control is answered for at each re-review. */
    private static final String AT_REVIEWS = "Answered for at each re-review of the acceptance";

    @JsonCreator
    static ControlForm of(
            @JsonProperty("what") @JsonAlias({"description", "control", "name", "title"}) @Nullable String what,
            @JsonProperty("howChecked") @JsonAlias({"check", "verification"}) @Nullable String howChecked,
            @JsonProperty("everyDays") @Nullable Integer everyDays,
            @JsonProperty("nextCheck") @Nullable String nextCheck) {
        return new ControlForm(what, howChecked == null ? AT_REVIEWS : howChecked, everyDays, nextCheck);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ControlForm named(String what) {
        return of(what, null, null, null);
    }

    static ControlForm blank() {
        return new ControlForm("", "", null, "");
    }

    static ControlForm of(WantedControl known) {
        return new ControlForm(
                known.what(), known.howChecked(), known.everyDays(), Objects.toString(known.nextCheck(), ""));
    }

    boolean isBlank() {
        return isEmpty(what) && (isEmpty(howChecked) || AT_REVIEWS.equals(howChecked));
    }

    WantedControl wanted() {
        return WantedControl.asked(what, howChecked, everyDays, Words.date(nextCheck, "next check"));
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
