package io.closeout.assessment;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.assessment.ResultRows.RequirementOfItem;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.policy.RequirementSeverity;
import io.closeout.policy.Track;
import io.closeout.register.AssetImpact;
import io.closeout.register.ItemNumbers;
import io.closeout.register.NewItem;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what assessments found. A requirement that is not met opens an item of the register unless one is open for it already (32 CFR
 * 170.24(c)(2)(i)(B)(6)); that item is planned and worked like any other.
 */
@Service
@Transactional
public class Assessments {

    /** Whose finding the items are. */
    static final String SOURCE = "Self-assessment";

    private final ResultRows rows;
    private final Register register;
    private final ItemNumbers numbers;
    private final RequirementSeverity severities;
    private final ProvedItems proved;
    private final Ledger ledger;
    private final PolicyCalendar calendar;

    Assessments(
            ResultRows rows,
            Register register,
            ItemNumbers numbers,
            RequirementSeverity severities,
            ProvedItems proved,
            Ledger ledger,
            PolicyCalendar calendar) {
        this.rows = rows;
        this.register = register;
        this.numbers = numbers;
        this.severities = severities;
        this.proved = proved;
        this.ledger = ledger;
        this.calendar = calendar;
    }

    /** As the scope stands today. */
    @Transactional(readOnly = true)
    public Assessment of(String scope) {
        return upTo(scope, calendar.today());
    }

    /** By what was found up to that day; the items as they stand now. */
    @Transactional(readOnly = true)
    public Assessment upTo(String scope, LocalDate day) {
        Map<Requirement, PoamId> ids = rows.items(scope);
        Map<String, PoamItem> loaded =
                register.all(ids.values().stream().map(PoamId::text).toList());
        Map<Requirement, PoamItem> items = new HashMap<>();
        ids.forEach((requirement, id) -> items.put(requirement, Objects.requireNonNull(loaded.get(id.text()))));
        return new Assessment(rows.upTo(scope, day), items);
    }

    /** What an item stands for, if a requirement that was not met opened it. */
    @Transactional(readOnly = true)
    public Optional<ScopedRequirement> requirementOf(PoamId item) {
        return rows.requirementOf(item).map(Assessments::scoped);
    }

    public record ScopedRequirement(String scope, Requirement requirement) {}

    private static ScopedRequirement scoped(RequirementOfItem row) {
        return new ScopedRequirement(row.scope(), row.requirement());
    }

    /**
     * Records results; those that say nothing new are passed over.
     *
     * @return how many were recorded
     * @throws Refused from anybody but the ISSM, and for an assessment in the future
     */
    public int record(String scope, List<NewResult> found, Actor by) {
        by.mustBeIn("record results of requirements", Group.ISSM);
        rows.hold(scope);
        Assessment before = of(scope);
        List<NewResult> news = found.stream()
                .filter(each -> isNew(each, before.result(each.requirement()).orElse(null)))
                .toList();
        news.forEach(each -> record(scope, each, each.note(), before, by));
        return news.size();
    }

    /**
     * Records what follows from the answers to objectives.
     *
     * @param notMet the objectives not met, one a line, for the item that this may open
     */
    void assessed(String scope, NewResult found, String notMet, Actor by) {
        rows.hold(scope);
        record(scope, found, notMet, of(scope), by);
    }

    /** For evidence that came after the result. */
    void offerIfMet(String scope, Requirement requirement, Actor by) {
        Assessment now = of(scope);
        now.result(requirement)
                .filter(latest -> !latest.result().isNotMet())
                .flatMap(latest -> now.openItem(requirement))
                .ifPresent(item -> proved.offerAgain(scope, requirement, item, by));
    }

    private static boolean isNew(NewResult found, @Nullable AssessedResult before) {
        return before == null
                || before.result() != found.result()
                || !Objects.equals(before.note(), found.note())
                || before.assessedOn().isBefore(found.assessedOn());
    }

    private void record(String scope, NewResult found, @Nullable String why, Assessment before, Actor by) {
        if (found.assessedOn().isAfter(calendar.today())) {
            throw Refused.because("The day of the assessment, " + found.assessedOn() + ", lies in the future.");
        }
        AssessedResult last = before.result(found.requirement()).orElse(null);
        store(scope, found, last, by);
        boolean holds = last == null || !found.assessedOn().isBefore(last.assessedOn());
        if (holds) {
            follow(scope, found, why, before, by);
        }
    }

    private void follow(String scope, NewResult found, @Nullable String why, Assessment before, Actor by) {
        Requirement requirement = found.requirement();
        Optional<PoamItem> open = before.openItem(requirement);
        if (!found.result().isNotMet()) {
            open.ifPresent(item -> proved.offer(scope, requirement, item, by));
        } else if (open.isEmpty()) {
            open(scope, found, why, before.item(requirement).orElse(null), by);
        }
    }

    /** What a closeout assessment found met, by whomever it was recorded. */
    void closedOut(String scope, List<NewResult> met, Actor by) {
        Assessment before = of(scope);
        met.forEach(each -> store(scope, each, before.result(each.requirement()).orElse(null), by));
    }

    private void store(String scope, NewResult found, @Nullable AssessedResult before, Actor by) {
        rows.insert(scope, found, by.id(), calendar.now());
        ledger.append(LedgerEntry.of("requirementAssessed", subject(scope), by)
                .with("requirement", found.requirement().id())
                .changed("result", before == null ? null : before.result(), found.result())
                .with("assessedOn", found.assessedOn())
                .because(found.note()));
    }

    private void open(String scope, NewResult found, @Nullable String why, @Nullable PoamItem closed, Actor by) {
        Requirement requirement = found.requirement();
        PoamId id = numbers.reserve(found.assessedOn().getYear(), 1).get(0);
        NewItem item = new NewItem(
                scope,
                null,
                Track.ASSESSMENT,
                "%s not met: %s".formatted(requirement.id(), requirement.title()),
                described(found, why),
                SOURCE,
                requirement.id(),
                severities.of(requirement.lost(found.result())),
                null,
                Set.of(),
                found.assessedOn(),
                AssetImpact.UNKNOWN,
                closed == null ? null : closed.id().text(),
                null);
        register.open(id, item, by);
        register.hold(id);
        rows.insertItem(scope, requirement, id, calendar.now());
    }

    /** What was found, what it costs and whether it may wait, as it stood when the item was opened. */
    private static String described(NewResult found, @Nullable String why) {
        Standing standing = found.requirement().standing(found.result());
        int lost = found.requirement().lost(found.result());
        return "%s\n\nIt costs %d %s of the score and %s stand on the POA&M of a Conditional CMMC status (%s)."
                .formatted(
                        why,
                        lost,
                        lost == 1 ? "point" : "points",
                        standing.allowed() ? "may" : "may not",
                        standing.rule());
    }

    static String subject(String scope) {
        return "assessment:" + scope;
    }
}
