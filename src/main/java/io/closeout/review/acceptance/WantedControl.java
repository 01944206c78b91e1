package io.closeout.review.acceptance;

import io.closeout.shared.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that holds a risk down as long as the weakness stays.
 *
 * @param howChecked what shows that it holds
 * @param everyDays how often that is checked, if not only at the re-reviews
 * @param nextCheck if a day is set
 */
public record WantedControl(
        String what,
        String howChecked,
        @Nullable Integer everyDays,
        @Nullable LocalDate nextCheck) {

    private static final int LONGEST = 1000;
    private static final int MOST_DAYS = 366;

    /** @throws Refused for one that cannot be checked */
    public static WantedControl asked(
            @Nullable String what,
            @Nullable String howChecked,
            @Nullable Integer everyDays,
            @Nullable LocalDate nextCheck) {
        String control = Texts.stated(what, "Say what each compensating control is.", "compensating control", LONGEST);
        if (everyDays != null && (everyDays < 1 || everyDays > MOST_DAYS)) {
            throw Refused.because(
                    "Check \"%s\" every 1 to %d days, not every %d.".formatted(control, MOST_DAYS, everyDays));
        }
        return new WantedControl(
                control,
                Texts.stated(
                        howChecked,
                        "Say how \"%s\" is checked, such as a rule review or an alert test.".formatted(control),
                        "check of a control",
                        LONGEST),
                everyDays,
                nextCheck);
    }

    /** How and how often, in one line. */
    public String checkWords() {
        return howChecked
                + (everyDays == null ? "" : ", every " + everyDays + " days")
                + (nextCheck == null ? "" : ", next on " + nextCheck);
    }
}
