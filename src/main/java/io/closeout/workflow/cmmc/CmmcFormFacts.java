package io.closeout.workflow.cmmc;

import io.closeout.access.PolicyCalendar;
import io.closeout.assessment.Affirmations;
import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatus.Closeout;
import io.closeout.assessment.CmmcStatus.Entry;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.assessment.Occasion;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.Scopes;
import io.closeout.workflow.FormFacts;
import io.closeout.workflow.RequestFacts;
import io.closeout.workflow.TrackConditionalStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms show of a CMMC status. Keys are part of the forms' contract. */
@Component
class CmmcFormFacts implements RequestFacts {

    private final CmmcStatuses statuses;
    private final Affirmations affirmations;
    private final Register register;
    private final Scopes scopes;
    private final StatusWords words;
    private final PolicyCalendar calendar;

    CmmcFormFacts(
            CmmcStatuses statuses,
            Affirmations affirmations,
            Register register,
            Scopes scopes,
            StatusWords words,
            PolicyCalendar calendar) {
        this.statuses = statuses;
        this.affirmations = affirmations;
        this.register = register;
        this.scopes = scopes;
        this.words = words;
        this.calendar = calendar;
    }

    @Override
    public String process() {
        return TrackConditionalStatus.KEY;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> title(String statusId) {
        return Optional.of(words.title(statuses.get(Long.parseLong(statusId))));
    }

    @Override
    public List<String> prefilled() {
        return List.of(TrackConditionalStatus.ASSESSOR, TrackConditionalStatus.ASSESSMENT_KIND);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> facts(String statusId) {
        CmmcStatus status = statuses.get(Long.parseLong(statusId));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", statusId);
        facts.put("label", status.label());
        facts.put("scopeName", scopes.resolve(status.scope()).name());
        facts.put("statusDate", status.statusDate().toString());
        facts.put("score", status.score());
        facts.put("assessor", status.assessor());
        facts.put("lastDay", status.lastDay().toString());
        facts.put("daysLeft", status.daysLeft(calendar.today()));
        facts.put("statusLink", "/assessment/status?scope=" + status.scope());
        facts.put("closeoutRule", status.kind().closeoutRule());
        facts.put("entries", entries(status));
        facts.put(
                "choices", status.entries().stream().map(CmmcFormFacts::choice).toList());
        facts.put(
                "closeouts",
                status.closeouts().stream().map(CmmcFormFacts::closeout).toList());
        facts.put("statement", affirmations.statement(status));
        facts.put("occasion", status.pending().map(Occasion::label).orElse(""));
        facts.put("occasionRule", status.pending().map(Occasion::rule).orElse(""));
        facts.put(
                FormFacts.DEFAULTS,
                Map.of(
                        TrackConditionalStatus.ASSESSOR, status.assessor(),
                        TrackConditionalStatus.ASSESSMENT_KIND, status.kind().name()));
        return facts;
    }

    private List<Map<String, Object>> entries(CmmcStatus status) {
        Map<String, PoamItem> items =
                register.all(status.entries().stream().map(Entry::item).toList());
        return status.entries().stream()
                .<Map<String, Object>>map(entry -> Map.of(
                        "requirement", entry.requirement().id(),
                        "title", entry.requirement().title(),
                        "points", entry.points(),
                        "item", entry.item(),
                        "status",
                                Objects.requireNonNull(items.get(entry.item()))
                                        .status()
                                        .label()))
                .toList();
    }

    private static Map<String, Object> choice(Entry entry) {
        return Map.of(
                "label",
                entry.requirement().id() + " " + entry.requirement().title(),
                "value",
                entry.requirement().id());
    }

    private static Map<String, Object> closeout(Closeout closeout) {
        return Map.of(
                "when", closeout.assessedOn().toString(),
                "who", closeout.assessor(),
                "notMet", Objects.requireNonNullElse(closeout.notMet(), "nothing"),
                "note", Objects.requireNonNullElse(closeout.note(), ""));
    }
}
