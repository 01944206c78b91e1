package io.closeout.register.web;

import io.closeout.register.ItemFilter;
import io.closeout.register.ItemSearch;
import io.closeout.register.ItemSummary;
import io.closeout.shared.PageRequest;
import io.closeout.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Turns what is chosen on the register page, single rows or all that match the filter, into ids, and hands them on. */
@Controller
class ChosenItems {

    private final ItemSearch search;

    ChosenItems(ItemSearch search) {
        this.search = search;
    }

    @PostMapping("/items/chosen")
    String choose(
            @ModelAttribute("filter") RegisterFilter filter,
            @RequestParam(name = "ids", required = false) @Nullable List<String> ids,
            @RequestParam(defaultValue = "false") boolean all,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        ItemFilter wanted = filter.items();
        if (all && search.count(wanted) > PageRequest.LARGEST) {
            Flash.refused(
                    redirect,
                    "%,d items match; at most %,d are done at once. Narrow the filter and repeat."
                            .formatted(search.count(wanted), PageRequest.LARGEST));
            return "redirect:/items";
        }
        request.setAttribute("ids", all ? matching(filter) : ids == null ? List.of() : List.copyOf(ids));
        return "forward:/items/bulk";
    }

    private List<String> matching(RegisterFilter filter) {
        PageRequest first =
                new PageRequest(0, PageRequest.LARGEST, filter.wanted().sort());
        return search.find(filter.items(), first).items().stream()
                .map(ItemSummary::id)
                .toList();
    }
}
