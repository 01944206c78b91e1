package io.closeout.assessment;

import io.closeout.access.PolicyCalendar;
import io.closeout.assessment.ResultRows.RequirementOfItem;
import io.closeout.register.PoamItem;
import io.closeout.register.TrackHold;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** While a status is Conditional, what is not met has an entry on the POA&M of the assessment (32 CFR 170.24(c)(2)(i)(B)(6)). */
@Component
class ConditionalEntry implements TrackHold {

    private final StatusRows statuses;
    private final ResultRows results;
    private final PolicyCalendar calendar;

    ConditionalEntry(StatusRows statuses, ResultRows results, PolicyCalendar calendar) {
        this.statuses = statuses;
        this.results = results;
        this.calendar = calendar;
    }

    @Override
    public Optional<String> of(PoamItem item) {
        return results.requirementOf(item.id())
                .filter(this::isNotMet)
                .flatMap(each -> statuses.conditionalSince(each.scope()).map(since -> words(item, each, since)));
    }

    private boolean isNotMet(RequirementOfItem each) {
        return Optional.ofNullable(results.upTo(each.scope(), calendar.today()).get(each.requirement()))
                .filter(last -> last.result().isNotMet())
                .isPresent();
    }

    private static String words(PoamItem item, RequirementOfItem each, LocalDate since) {
        return "%s is the entry for %s, which is not met, and the CMMC status of %s is Conditional: until the closeout it stays on the assessment track (32 CFR 170.24(c)(2)(i)(B)(6)). Triage it with that track."
                .formatted(item.id(), each.requirement().id(), since);
    }
}
