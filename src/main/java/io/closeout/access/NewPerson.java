package io.closeout.access;

import io.closeout.shared.Refused;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** A person to be added, checked. Who has no password yet chooses one through a link. */
public record NewPerson(String id, String name, @Nullable String email, Set<Group> groups) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9._-]{1,39}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    public NewPerson {
        id = id.trim().toLowerCase(Locale.ROOT);
        name = name.trim();
        email = StringUtils.hasText(email) ? email.trim() : null;
        groups = Set.copyOf(groups);
        checkId(id);
        checkName(name);
        checkEmail(email);
    }

    private static void checkId(String id) {
        if (!ID.matcher(id).matches()) {
            throw Refused.because("The sign-in name \"" + id + "\" does not fit: 2 to 40 small letters, digits, dots, "
                    + "dashes or underscores, beginning with a letter.");
        }
        // what the program itself is called in the ledger
        if (id.equals("system")) {
            throw Refused.because("The sign-in name \"system\" is the program's own. Choose another.");
        }
    }

    static void checkName(String name) {
        if (name.isEmpty() || name.length() > 200) {
            throw Refused.because("Please give the person's name, at most 200 characters.");
        }
    }

    static void checkEmail(@Nullable String email) {
        if (email != null && (email.length() > 320 || !EMAIL.matcher(email).matches())) {
            throw Refused.because("The e-mail address \"" + email + "\" does not look like one: name@company.example.");
        }
    }
}
