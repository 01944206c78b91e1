package io.closeout.assessment;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.shared.Refused;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The self-assessment objective by objective. The result of a requirement follows from the answers and is recorded as assessed today,
 * whence score, status and items take it as any other.
 */
@Service
@Transactional
public class GuidedAssessment {

    private final ChecklistRows rows;
    private final ResultRows results;
    private final Assessments assessments;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final People people;

    GuidedAssessment(
            ChecklistRows rows,
            ResultRows results,
            Assessments assessments,
            Ledger ledger,
            PolicyCalendar calendar,
            People people) {
        this.rows = rows;
        this.results = results;
        this.assessments = assessments;
        this.ledger = ledger;
        this.calendar = calendar;
        this.people = people;
    }

    /** The subject of evidence on a requirement. */
    public static String subject(String scope, Requirement requirement) {
        return "requirement:" + scope + ":" + requirement.id();
    }

    @Transactional(readOnly = true)
    public Checklist of(String scope, Requirement requirement) {
        return rows.all(scope).getOrDefault(requirement, Checklist.untouched(requirement));
    }

    /** All 110, in the order of NIST SP 800-171. */
    @Transactional(readOnly = true)
    public List<Checklist> all(String scope) {
        Map<Requirement, Checklist> saved = rows.all(scope);
        return Requirements.all().stream()
                .map(each -> saved.getOrDefault(each, Checklist.untouched(each)))
                .toList();
    }

    /**
     * Whether {@link #save} would take these answers now: to be asked before a file is stored that comes with them.
     *
     * @throws Refused as {@link #save}
     */
    @Transactional(readOnly = true)
    public void mustTake(String scope, NewAnswers wanted, Actor by) {
        mustTake(of(scope, wanted.requirement()), wanted, by);
    }

    private void mustTake(Checklist current, NewAnswers wanted, Actor by) {
        by.mustBeIn("assess requirements", Group.ISSM);
        if (current.version() != wanted.version()) {
            throw AnsweredMeanwhile.by(name(current.savedBy()), wanted.requirement());
        }
    }

    private String name(@Nullable String person) {
        return person == null
                ? "Somebody else"
                : people.find(person).map(Person::name).orElse(person);
    }

    /**
     * @throws Refused from anybody but the ISSM
     * @throws AnsweredMeanwhile if somebody saved since the version that the answers were written over
     */
    public Checklist save(String scope, NewAnswers wanted, Actor by) {
        results.hold(scope);
        Checklist before = of(scope, wanted.requirement());
        mustTake(before, wanted, by);
        List<NewAnswer> changed = wanted.answers().stream()
                .filter(each -> before.answer(each.objective())
                        .filter(known -> known.says(each))
                        .isEmpty())
                .toList();
        if (!changed.isEmpty() || before.partlyMet() != wanted.partlyMet()) {
            rows.save(scope, wanted, changed, by.id(), calendar.now());
            ledger.append(event(scope, before, wanted, changed, by));
        }
        Checklist now = of(scope, wanted.requirement());
        now.outcome().ifPresent(outcome -> conclude(scope, now, outcome, now.version() != before.version(), by));
        return now;
    }

    private static LedgerEntry event(
            String scope, Checklist before, NewAnswers wanted, List<NewAnswer> changed, Actor by) {
        LedgerEntry event = LedgerEntry.of("objectivesAnswered", Assessments.subject(scope), by)
                .with("requirement", wanted.requirement().id());
        if (before.partlyMet() != wanted.partlyMet()) {
            event = event.changed("partlyMet", before.partlyMet(), wanted.partlyMet());
        }
        for (NewAnswer each : changed) {
            event = event.changed(
                    each.objective().id(),
                    before.answer(each.objective())
                            .map(known -> words(known.determination(), known.note()))
                            .orElse(null),
                    words(each.determination(), each.note()));
        }
        return event;
    }

    private static String words(Determination determination, @Nullable String note) {
        return note == null ? determination.name() : determination + ": " + note;
    }

    /** A form that changes no answer leaves the day of the assessment as it is; it may have brought evidence. */
    private void conclude(String scope, Checklist answered, Result outcome, boolean changed, Actor by) {
        Requirement requirement = answered.requirement();
        boolean recorded = assessments
                .of(scope)
                .result(requirement)
                .filter(latest -> latest.result() == outcome)
                .isPresent();
        if (recorded && !changed) {
            assessments.offerIfMet(scope, requirement, by);
        } else {
            NewResult found = new NewResult(requirement, outcome, answered.note(outcome), calendar.today());
            assessments.assessed(scope, found, answered.told(Determination.NOT_MET), by);
        }
    }
}
