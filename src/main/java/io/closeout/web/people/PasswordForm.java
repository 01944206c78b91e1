package io.closeout.web.people;

import io.closeout.shared.Refused;
import org.jspecify.annotations.Nullable;

/** @param current only where somebody changes a password they have */
record PasswordForm(
        @Nullable String current,
        @Nullable String password,
        @Nullable String again) {

    static PasswordForm blank() {
        return new PasswordForm(null, null, null);
    }

    /** @throws Refused if the two are not the same */
    String chosen() {
        return chosen(password, again);
    }

    static String chosen(@Nullable String password, @Nullable String again) {
        if (!PersonForm.text(password).equals(PersonForm.text(again))) {
            throw Refused.because("The two new passwords are not the same.");
        }
        return PersonForm.text(password);
    }

    /** Passwords do not belong into logs. */
    @Override
    public String toString() {
        return "PasswordForm";
    }
}
