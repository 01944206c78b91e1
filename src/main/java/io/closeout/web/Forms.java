package io.closeout.web;

import io.closeout.shared.Refused;
import java.util.function.Supplier;
import org.springframework.validation.BindingResult;

/** Between a form and a service. */
public final class Forms {

    private Forms() {}

    /**
     * Does what the form asks for, unless it is wrong already. A refusal becomes an error of the whole form.
     *
     * <p>{@code if (!Forms.accepted(errors, () -> people.add(form.person(), by))) return "people/edit";}
     */
    public static boolean accepted(BindingResult errors, Supplier<?> action) {
        if (errors.hasErrors()) {
            return false;
        }
        try {
            action.get();
            return true;
        } catch (Refused refused) {
            errors.reject("refused", refused.getMessage());
            return false;
        }
    }
}
