package io.closeout.register.web.joins;

import io.closeout.access.Group;
import io.closeout.access.Person;
import io.closeout.register.JoinProposals;
import io.closeout.web.HomePanel;
import io.closeout.web.Panel;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How many items may be the same as another. */
@Component
class JoinsPanel implements HomePanel {

    private final JoinProposals proposals;

    JoinsPanel(JoinProposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public Column column() {
        return Column.NEEDS_YOU;
    }

    /** Below the tasks: nothing waits for it. */
    @Override
    public int order() {
        return 60;
    }

    @Override
    public Optional<Panel> panel(Person viewer) {
        if (!viewer.groups().contains(Group.ISSM)) {
            return Optional.empty();
        }
        int open = proposals.open().size();
        return open == 0 ? Optional.empty() : Optional.of(new Panel("joins/panel-joins", Map.of("open", open)));
    }
}
