package io.closeout.assessment.web;

import io.closeout.register.Scopes;
import io.closeout.register.Scopes.Scope;
import io.closeout.shared.NotFound;
import io.closeout.web.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The scope that a page is about: the one asked for, else the oldest. */
@Component
class ChosenScope {

    private final Scopes scopes;

    ChosenScope(Scopes scopes) {
        this.scopes = scopes;
    }

    /** Shows it, and the others to choose from. */
    Scope show(@Nullable String wanted, Model model) {
        List<Scope> all = scopes.all();
        Scope chosen = wanted == null || wanted.isBlank() ? all.get(0) : scopes.resolve(wanted);
        model.addAttribute("scope", chosen);
        model.addAttribute(
                "scopes",
                all.stream().map(each -> new Option(each.id(), each.name())).toList());
        return chosen;
    }

    /**
     * As programs name it, by id alone.
     *
     * @throws NotFound if there is no such scope
     */
    String known(String id) {
        return scopes.all().stream()
                .map(Scope::id)
                .filter(id::equals)
                .findFirst()
                .orElseThrow(() -> NotFound.of("scope", id));
    }
}
