package io.closeout.access;

import io.closeout.shared.Refused;
import java.util.Set;

/**
 * A token to be made, checked.
 *
 * @param days 1 to 366
 */
public record NewToken(String name, Set<TokenScope> scopes, int days) {

    public static final int LONGEST_DAYS = 366;

    public NewToken {
        name = name.trim();
        scopes = Set.copyOf(scopes);
        if (name.isEmpty() || name.length() > 100) {
            throw Refused.because("Please name the token after what uses it, in at most 100 characters.");
        }
        if (scopes.isEmpty()) {
            throw Refused.because("Please choose at least one thing that the token may do.");
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw Refused.because("A token lives for 1 to " + LONGEST_DAYS + " days, not " + days + ".");
        }
    }
}
