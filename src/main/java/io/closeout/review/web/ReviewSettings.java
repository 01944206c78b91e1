package io.closeout.review.web;

import io.closeout.access.CurrentActor;
import io.closeout.review.period.ReviewCalendar;
import io.closeout.review.period.Reviews;
import io.closeout.shared.Refused;
import io.closeout.web.Flash;
import io.closeout.web.Panel;
import io.closeout.web.SettingsPanel;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When the monthly review opens, and the days for it: a part of the settings page. */
@Controller
class ReviewSettings implements SettingsPanel {

    private final Reviews reviews;
    private final CurrentActor currentActor;

    ReviewSettings(Reviews reviews, CurrentActor currentActor) {
        this.reviews = reviews;
        this.currentActor = currentActor;
    }

    /** @param dayOfMonth empty for the first working day */
    record CalendarForm(
            @Nullable String dayOfMonth,
            @Nullable String daysToSign,
            @Nullable String reason) {

        ReviewCalendar calendar() {
            String day = dayOfMonth == null ? "" : dayOfMonth.strip();
            return new ReviewCalendar(day.isEmpty() ? null : number(day), number(daysToSign == null ? "" : daysToSign));
        }

        private static int number(String text) {
            try {
                return Integer.parseInt(text.strip());
            } catch (NumberFormatException noNumber) {
                throw Refused.because("\"" + text + "\" is no whole number.");
            }
        }
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Panel panel() {
        return new Panel("review/panel-calendar", Map.of("calendar", reviews.calendar()));
    }

    @PostMapping("/settings/reviews")
    @PreAuthorize("hasAuthority('camunda-admin')")
    String change(CalendarForm form, RedirectAttributes redirect) {
        try {
            reviews.change(form.calendar(), blankAsNull(form.reason()), currentActor.get("page"));
            Flash.done(redirect, "review.calendar.saved");
        } catch (Refused refused) {
            Flash.refused(redirect, String.valueOf(refused.getMessage()));
        }
        return "redirect:/settings";
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
