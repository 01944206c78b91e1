package io.closeout.web.people;

import io.closeout.access.Actor;
import io.closeout.access.ApiTokens;
import io.closeout.access.CurrentActor;
import io.closeout.access.IssuedToken;
import io.closeout.access.TokenScope;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import io.closeout.web.Option;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody's own API tokens. */
@Controller
@RequestMapping("/account/tokens")
class TokenPages {

    private final ApiTokens tokens;
    private final CurrentActor currentActor;
    private final Clock clock;

    TokenPages(ApiTokens tokens, CurrentActor currentActor, Clock clock) {
        this.tokens = tokens;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @ModelAttribute("scopes")
    List<Option> scopes() {
        return Arrays.stream(TokenScope.values())
                .map(scope -> new Option(scope.id(), scope.label()))
                .toList();
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("form", TokenForm.blank());
        return page(model);
    }

    /** Answers the page itself: the secret is shown this once. */
    @PostMapping
    String create(@ModelAttribute("form") TokenForm form, BindingResult errors, Model model) {
        Actor by = currentActor.get("page");
        AtomicReference<IssuedToken> issued = new AtomicReference<>();
        if (Forms.accepted(errors, () -> issued.updateAndGet(none -> tokens.create(form.token(), by)))) {
            model.addAttribute("issued", issued.get());
        }
        return page(model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable long id, RedirectAttributes redirect) {
        tokens.revoke(id, currentActor.get("page"));
        Flash.done(redirect, "tokens.revoked");
        return "redirect:/account/tokens";
    }

    private String page(Model model) {
        model.addAttribute("tokens", tokens.of(currentActor.get("page").id()));
        model.addAttribute("now", clock.instant());
        return "people/tokens";
    }
}
