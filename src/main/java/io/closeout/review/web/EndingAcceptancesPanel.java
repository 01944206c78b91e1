package io.closeout.review.web;

import io.closeout.access.Group;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.acceptance.Acceptances;
import io.closeout.review.acceptance.RiskAcceptance;
import io.closeout.web.HomePanel;
import io.closeout.web.Panel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Accepted risks whose acceptance ends within 30, 60 and 90 days, for the ISSM and leadership. */
@Component
class EndingAcceptancesPanel implements HomePanel {

    private static final List<Integer> WINDOWS = List.of(30, 60, 90);
    private static final int MOST = 10;

    private final Acceptances acceptances;
    private final Register register;
    private final PolicyCalendar calendar;

    EndingAcceptancesPanel(Acceptances acceptances, Register register, PolicyCalendar calendar) {
        this.acceptances = acceptances;
        this.register = register;
        this.calendar = calendar;
    }

    /** @param days within which so many end, those of a shorter window included */
    record Window(int days, int count) {}

    record Line(String id, String title, LocalDate until, String residual) {}

    @Override
    public Column column() {
        return Column.PLAN_OF_ACTION;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<Panel> panel(Person viewer) {
        if (!viewer.isIn(Group.ISSM, Group.LEADERSHIP)) {
            return Optional.empty();
        }
        List<RiskAcceptance> ending = acceptances.endingWithin(WINDOWS.get(WINDOWS.size() - 1));
        return ending.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel(
                        "review/panel-ending",
                        Map.of(
                                "windows",
                                WINDOWS.stream()
                                        .map(days -> window(days, ending))
                                        .toList(),
                                "lines",
                                ending.stream().limit(MOST).map(this::line).toList())));
    }

    private Window window(int days, List<RiskAcceptance> ending) {
        LocalDate last = calendar.today().plusDays(days);
        return new Window(days, (int) ending.stream()
                .filter(each -> each.until().filter(end -> !end.isAfter(last)).isPresent())
                .count());
    }

    private Line line(RiskAcceptance acceptance) {
        PoamItem item = register.get(acceptance.item());
        return new Line(
                item.id().text(),
                item.title(),
                acceptance.until().orElseThrow(),
                acceptance.residual().label());
    }
}
