package io.closeout.intake.web;

import io.closeout.access.Group;
import io.closeout.access.Person;
import io.closeout.intake.HeldImports;
import io.closeout.intake.Scan;
import io.closeout.web.HomePanel;
import io.closeout.web.Panel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Imports that wait for this person's decision. */
@Component
class HeldImportsPanel implements HomePanel {

    private final HeldImports held;

    HeldImportsPanel(HeldImports held) {
        this.held = held;
    }

    @Override
    public Column column() {
        return Column.NEEDS_YOU;
    }

    /** Above the tasks: what waits is not in the register. */
    @Override
    public int order() {
        return -10;
    }

    @Override
    public Optional<Panel> panel(Person viewer) {
        List<Scan> waiting = held.waiting().stream()
                .filter(scan ->
                        viewer.groups().contains(Group.ISSM) || viewer.id().equals(held.deciderBesideIssm(scan.id())))
                .toList();
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel("intake/panel-held", Map.of("waiting", waiting)));
    }
}
