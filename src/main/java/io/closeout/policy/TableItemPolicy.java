package io.closeout.policy;

import io.closeout.policy.ExtensionRule.Signers;
import io.closeout.policy.NoticeCalendar.Anchor;
import io.closeout.policy.NoticeCalendar.NoticeRow;
import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the decision tables. Knows their columns and nothing of their content. */
@Component
public class TableItemPolicy implements ItemPolicy {

    private final Decisions decisions;

    public TableItemPolicy(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Triage triage(TriageFacts facts) {
        Row rated = priorityOf(facts);
        Severity priority = rated.word("priority", Severity.class);
        Row rule = Row.only(decisions.decide("triageRule", triageInputs(priority, facts)));
        return new Triage(priority, rated.text("source"), rule.text("ownerGroup"), rule.flag("personNeeded"));
    }

    @Override
    public DeadlineRule deadline(Severity priority, Track track) {
        Row row = Row.only(
                decisions.decide("remediationDeadline", Map.of("priority", priority.name(), "track", track.name())));
        return new DeadlineRule(row.number("days"), row.text("source"));
    }

    @Override
    public Approval signOff(int daysBeyondDeadline, Severity priority) {
        Row row = Row.only(decisions.decide(
                "signOffApprovers", Map.of("daysBeyondDeadline", daysBeyondDeadline, "priority", priority.name())));
        return new Approval(row.flag("leadershipSigns"), row.text("source"));
    }

    @Override
    public ExtensionRule extension(ExtensionFacts facts) {
        Row row = Row.only(decisions.decide(
                "extensionApprovers",
                Map.of(
                        "priority", facts.priority().name(),
                        "earlierExtensions", facts.earlierExtensions(),
                        "daysAsked", facts.daysAsked(),
                        "kev", facts.kev().name(),
                        "riskDecided", facts.riskDecided(),
                        "vendorDependent", facts.vendorDependent())));
        Signers signers = row.word("signers", Signers.class);
        return new ExtensionRule(
                signers,
                signers == Signers.NOBODY ? row.text("words") : "",
                row.number("decideWithinDays"),
                row.text("source"));
    }

    @Override
    public AbsenceRule absenceOutsideProcess(Track track) {
        Row row = Row.only(decisions.decide("absenceOutsideProcess", Map.of("track", track.name())));
        return new AbsenceRule(row.word("outcome", AbsenceRule.Outcome.class), row.text("source"));
    }

    @Override
    public Optional<Notice> nextNotice(NoticeFacts facts) {
        DecisionOutcome outcome = decisions.decide(
                "notices",
                Map.of("stage", facts.stage(), "priority", facts.priority().name()));
        List<NoticeRow> rows =
                Row.all(outcome).stream().map(TableItemPolicy::noticeRow).toList();
        return new NoticeCalendar(rows, facts).next();
    }

    private Row priorityOf(TriageFacts facts) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("severity", facts.severity().name());
        inputs.put("cvss", plain(facts.cvss()));
        inputs.put("criticality", facts.criticality().name());
        inputs.put("publiclyExposed", facts.publiclyExposed());
        return Row.only(decisions.decide("itemPriority", inputs));
    }

    private static Map<String, @Nullable Object> triageInputs(Severity priority, TriageFacts facts) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("priority", priority.name());
        inputs.put("severity", facts.severity().name());
        inputs.put("track", facts.track().name());
        inputs.put("assetOwnerGroup", facts.assetOwnerGroup());
        return inputs;
    }

    /** 9.80 and 9.8 are one input. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal score) {
        return score == null ? null : score.stripTrailingZeros();
    }

    private static NoticeRow noticeRow(Row row) {
        return new NoticeRow(
                row.text("kind"),
                row.word("anchor", Anchor.class),
                row.number("offsetDays"),
                row.number("repeatDays"),
                row.text("audience"),
                row.number("rank"));
    }
}
