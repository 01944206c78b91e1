package io.closeout.web;

import io.closeout.access.CurrentActor;
import io.closeout.access.Person;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What needs the viewer: whatever the modules hang in. */
@Controller
class HomePage {

    private final CurrentActor currentActor;
    private final ObjectProvider<HomePanel> homePanels;

    HomePage(CurrentActor currentActor, ObjectProvider<HomePanel> homePanels) {
        this.currentActor = currentActor;
        this.homePanels = homePanels;
    }

    @GetMapping("/")
    String show(Model model) {
        Person viewer = currentActor.person().orElseThrow();
        model.addAttribute("viewer", viewer);
        model.addAttribute(
                "columns",
                Arrays.stream(HomePanel.Column.values())
                        .map(column -> panelsFor(viewer, column))
                        .filter(panels -> !panels.isEmpty())
                        .toList());
        return "home";
    }

    private List<Panel> panelsFor(Person viewer, HomePanel.Column column) {
        return homePanels.stream()
                .filter(homePanel -> homePanel.column() == column)
                .sorted(Comparator.comparingInt(HomePanel::order))
                .map(homePanel -> homePanel.panel(viewer))
                .flatMap(Optional::stream)
                .toList();
    }
}
