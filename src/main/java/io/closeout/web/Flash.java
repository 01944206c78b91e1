package io.closeout.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the last action did, shown once on the page that the browser is sent to.
 *
 * @param code key in the message files; null if {@code text} says it
 * @param text plain words, such as those of a refusal
 */
public record Flash(
        boolean refused,
        @Nullable String code,
        Object[] arguments,
        @Nullable String text) implements Serializable {

    public static void done(RedirectAttributes redirect, String code, Object... arguments) {
        redirect.addFlashAttribute("flash", new Flash(false, code, arguments, null));
    }

    public static void refused(RedirectAttributes redirect, String text) {
        redirect.addFlashAttribute("flash", new Flash(true, null, new Object[0], text));
    }
}
