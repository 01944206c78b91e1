package io.closeout.review.web;

import io.closeout.access.Actor;
import io.closeout.access.CurrentActor;
import io.closeout.access.PolicyCalendar;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.vendor.VendorDependencies;
import io.closeout.review.vendor.VendorOutcome;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import io.closeout.web.Option;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing down what a vendor says without being asked. The item page links here. */
@Controller
@RequestMapping("/items/{id}/vendor")
class VendorPage {

    private final VendorDependencies vendors;
    private final VendorLines lines;
    private final Register register;
    private final CurrentActor currentActor;
    private final PolicyCalendar calendar;

    VendorPage(
            VendorDependencies vendors,
            VendorLines lines,
            Register register,
            CurrentActor currentActor,
            PolicyCalendar calendar) {
        this.vendors = vendors;
        this.lines = lines;
        this.register = register;
        this.currentActor = currentActor;
        this.calendar = calendar;
    }

    @GetMapping
    String show(@PathVariable String id, Model model) {
        model.addAttribute("form", CheckInForm.blank(calendar.today().toString()));
        return page(new PoamId(id), model);
    }

    @PostMapping
    String checkIn(
            @PathVariable String id,
            @ModelAttribute("form") CheckInForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        PoamId item = new PoamId(id);
        Actor by = currentActor.get("page");
        if (!Forms.accepted(errors, () -> {
            vendors.report(item, form.told(), by);
            return item;
        })) {
            return page(item, model);
        }
        Flash.done(redirect, "review.vendor.told");
        redirect.addAttribute("id", id);
        return "redirect:/items/{id}";
    }

    private String page(PoamId id, Model model) {
        PoamItem item = register.get(id);
        model.addAttribute("item", item);
        model.addAttribute("waits", lines.of(id));
        model.addAttribute("mayCheckIn", vendors.mayCheckIn(item, currentActor.get("page")));
        model.addAttribute("everyDays", vendors.cadence(item).everyDays());
        model.addAttribute("until", item.vendorWaitUntil().orElse(null));
        model.addAttribute("today", calendar.today());
        model.addAttribute(
                "outcomes",
                Arrays.stream(VendorOutcome.values())
                        .map(each -> new Option(each.name(), each.label()))
                        .toList());
        return "review/vendor";
    }
}
