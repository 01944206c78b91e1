package io.closeout.intake.web.byhand;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.intake.byhand.FindingsByHand;
import io.closeout.intake.byhand.FindingsByHand.Report;
import io.closeout.register.PoamId;
import io.closeout.web.ItemPanel;
import io.closeout.web.Panel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On the page of an item that a person reported: by whom, from where, and what it speaks against. */
@Component
class ReportPanel implements ItemPanel {

    private static final String TEMPLATE = "intake/panel-finding";

    private final FindingsByHand findings;
    private final People people;

    ReportPanel(FindingsByHand findings, People people) {
        this.findings = findings;
        this.people = people;
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public Panel panel(String itemId, Person viewer) {
        return findings.of(new PoamId(itemId)).map(this::panel).orElseGet(() -> new Panel(TEMPLATE, Map.of()));
    }

    private Panel panel(Report report) {
        String by = people.find(report.reportedBy()).map(Person::name).orElse(report.reportedBy());
        return new Panel(TEMPLATE, Map.of("report", report, "by", by));
    }
}
