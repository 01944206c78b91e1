package io.closeout.register.web;

import io.closeout.access.CurrentActor;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.register.ItemFilter;
import io.closeout.register.ItemSearch;
import io.closeout.register.ItemStatus;
import io.closeout.register.ItemSummary;
import io.closeout.register.Scopes;
import io.closeout.shared.Page;
import io.closeout.shared.Severity;
import io.closeout.web.ItemActions;
import io.closeout.web.Option;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The register: filter, sort, page. */
@Controller
class RegisterPage {

    private final ItemSearch search;
    private final People people;
    private final Scopes scopes;
    private final MessageSource messages;
    private final List<ItemActions> actions;
    private final CurrentActor currentActor;

    RegisterPage(
            ItemSearch search,
            People people,
            Scopes scopes,
            MessageSource messages,
            List<ItemActions> actions,
            CurrentActor currentActor) {
        this.search = search;
        this.people = people;
        this.scopes = scopes;
        this.messages = messages;
        this.actions = actions;
        this.currentActor = currentActor;
    }

    @GetMapping("/items")
    String show(@ModelAttribute("filter") RegisterFilter filter, Model model) {
        ItemFilter wanted = filter.items();
        Page<ItemSummary> items = search.find(wanted, filter.wanted());
        model.addAttribute("items", items);
        model.addAttribute(
                "knownExploited",
                search.knownExploited(
                        items.items().stream().map(ItemSummary::id).toList()));
        model.addAttribute("overdue", search.count(wanted.withOverdue(true)));
        model.addAttribute("narrowed", filter.narrows());
        model.addAttribute("statuses", statuses());
        model.addAttribute(
                "severities", Choice.options(EnumSet.range(Severity.CRITICAL, Severity.LOW), Severity::label));
        model.addAttribute(
                "owners", people.all().stream().map(RegisterPage::option).toList());
        model.addAttribute(
                "scopes",
                scopes.all().stream()
                        .map(scope -> new Option(scope.id(), scope.name()))
                        .toList());
        model.addAttribute("actions", actions());
        return "register/items";
    }

    private List<ItemActions.Action> actions() {
        return currentActor.person().stream()
                .flatMap(viewer -> actions.stream().flatMap(each -> each.of(viewer).stream()))
                .toList();
    }

    private List<Option> statuses() {
        Stream<Option> several = Stream.of("open", "ended", "all")
                .map(each ->
                        new Option(each, messages.getMessage("items.status." + each, new Object[0], Locale.ENGLISH)));
        return Stream.concat(several, Choice.options(Arrays.asList(ItemStatus.values()), ItemStatus::label).stream())
                .toList();
    }

    private static Option option(Person person) {
        return new Option(person.id(), person.name());
    }
}
