package io.closeout.assessment.web;

import io.closeout.access.Person;
import io.closeout.assessment.Assessment;
import io.closeout.assessment.Assessments;
import io.closeout.assessment.Assessments.ScopedRequirement;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.register.PoamId;
import io.closeout.web.ItemPanel;
import io.closeout.web.Panel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On the page of an item that a requirement not met opened: what it costs, and whether it may wait for a closeout. */
@Component
class RequirementPanel implements ItemPanel {

    private static final String TEMPLATE = "assessment/panel-requirement";

    private final Assessments assessments;
    private final CmmcStatuses statuses;
    private final RequirementLines lines;

    RequirementPanel(Assessments assessments, CmmcStatuses statuses, RequirementLines lines) {
        this.assessments = assessments;
        this.statuses = statuses;
        this.lines = lines;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Panel panel(String itemId, Person viewer) {
        return assessments
                .requirementOf(new PoamId(itemId))
                .map(this::panel)
                .orElseGet(() -> new Panel(TEMPLATE, Map.of()));
    }

    private Panel panel(ScopedRequirement of) {
        Assessment assessment = assessments.of(of.scope());
        Map<String, Object> model = new HashMap<>();
        model.put("scope", of.scope());
        model.put("line", lines.of(List.of(of.requirement()), assessment).get(0));
        statuses.active(of.scope())
                .filter(status -> status.entries().stream()
                        .anyMatch(each -> each.requirement().equals(of.requirement())))
                .ifPresent(status -> model.put("status", status));
        return new Panel(TEMPLATE, model);
    }
}
