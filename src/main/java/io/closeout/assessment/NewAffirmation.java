package io.closeout.assessment;

import io.closeout.shared.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the Affirming Official adds to the statement (32 CFR 170.22(a)(2)); the name is the acting person's.
 *
 * @param affirmedOn when it was entered in SPRS
 */
public record NewAffirmation(
        String title,
        String contact,
        LocalDate affirmedOn,
        @Nullable String remarks) {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_REMARKS = 2000;

    /** @throws Refused naming the first thing that is missing */
    public static NewAffirmation made(
            boolean affirmed,
            @Nullable String title,
            @Nullable String contact,
            @Nullable LocalDate affirmedOn,
            @Nullable String remarks) {
        if (!affirmed) {
            throw Refused.because(
                    "Confirm the statement. If it is not true, leave this task open and talk to the ISSM.");
        }
        if (affirmedOn == null) {
            throw Refused.because("Give the day on which the affirmation was entered in SPRS.");
        }
        return new NewAffirmation(
                WrittenText.required(title, LONGEST_LINE, "Give your title (32 CFR 170.22(a)(2)(i))."),
                WrittenText.required(contact, LONGEST_LINE, "Say how you can be reached (32 CFR 170.22(a)(2)(i))."),
                affirmedOn,
                WrittenText.optional(remarks, LONGEST_REMARKS, "the remarks on the affirmation."));
    }
}
