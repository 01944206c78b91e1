package io.closeout.register.web;

import io.closeout.access.CurrentActor;
import io.closeout.access.Group;
import io.closeout.access.Person;
import io.closeout.register.PoamId;
import io.closeout.shared.PageRequest;
import io.closeout.web.ItemPanel;
import io.closeout.web.Panel;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All that is known of an item, with what other modules hang into its page. */
@Controller
class ItemPage {

    private static final int ASSETS = 25;

    private final ItemViews views;
    private final ObjectProvider<ItemPanel> panels;
    private final CurrentActor currentActor;

    ItemPage(ItemViews views, ObjectProvider<ItemPanel> panels, CurrentActor currentActor) {
        this.views = views;
        this.panels = panels;
        this.currentActor = currentActor;
    }

    /** @param page of the affected assets */
    @GetMapping("/items/{id}")
    String show(@PathVariable String id, @RequestParam(defaultValue = "0") int page, Model model) {
        Person viewer = currentActor.person().orElseThrow();
        model.addAttribute("view", views.of(new PoamId(id), new PageRequest(page, ASSETS, "")));
        model.addAttribute("panels", panelsOf(id, viewer));
        model.addAttribute("mayAddEvidence", viewer.isIn(Group.REMEDIATOR, Group.ISSM));
        return "register/item";
    }

    private List<Panel> panelsOf(String item, Person viewer) {
        return panels.stream()
                .sorted(Comparator.comparingInt(ItemPanel::order))
                .map(each -> each.panel(item, viewer))
                .toList();
    }
}
