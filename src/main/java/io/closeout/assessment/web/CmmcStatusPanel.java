package io.closeout.assessment.web;

import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.register.Scopes;
import io.closeout.web.HomePanel;
import io.closeout.web.Panel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long each CMMC status lasts. */
@Component
class CmmcStatusPanel implements HomePanel {

    private final CmmcStatuses statuses;
    private final Scopes scopes;
    private final PolicyCalendar calendar;

    CmmcStatusPanel(CmmcStatuses statuses, Scopes scopes, PolicyCalendar calendar) {
        this.statuses = statuses;
        this.scopes = scopes;
        this.calendar = calendar;
    }

    @Override
    public Column column() {
        return Column.PLAN_OF_ACTION;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<Panel> panel(Person viewer) {
        List<Line> running = statuses.active().stream().map(this::line).toList();
        return running.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel("assessment/panel-status", Map.of("statuses", running)));
    }

    /** @param scope its name */
    public record Line(CmmcStatus status, String scope, long daysLeft) {}

    private Line line(CmmcStatus status) {
        return new Line(status, scopes.resolve(status.scope()).name(), status.daysLeft(calendar.today()));
    }
}
