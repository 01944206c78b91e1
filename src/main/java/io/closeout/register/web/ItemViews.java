package io.closeout.register.web;

import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.evidence.Evidence;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.register.AffectedAssets;
import io.closeout.register.MilestoneChanges;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.RelatedItems;
import io.closeout.register.Scopes;
import io.closeout.register.Weaknesses;
import io.closeout.shared.PageRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what the page of an item shows. */
@Component
class ItemViews {

    private final Register register;
    private final Weaknesses weaknesses;
    private final MilestoneChanges milestoneChanges;
    private final AffectedAssets assets;
    private final RelatedItems related;
    private final EvidenceLocker evidence;
    private final Timeline timeline;
    private final Scopes scopes;
    private final People people;
    private final PolicyCalendar calendar;

    ItemViews(
            Register register,
            Weaknesses weaknesses,
            MilestoneChanges milestoneChanges,
            AffectedAssets assets,
            RelatedItems related,
            EvidenceLocker evidence,
            Timeline timeline,
            Scopes scopes,
            People people,
            PolicyCalendar calendar) {
        this.register = register;
        this.weaknesses = weaknesses;
        this.milestoneChanges = milestoneChanges;
        this.assets = assets;
        this.related = related;
        this.evidence = evidence;
        this.timeline = timeline;
        this.scopes = scopes;
        this.people = people;
        this.calendar = calendar;
    }

    ItemView of(PoamId id, PageRequest assetPage) {
        PoamItem item = register.get(id);
        return new ItemView(
                item,
                item.isOverdue(calendar.today()),
                item.ownerId().flatMap(people::find).map(Person::name).orElse(null),
                Group.withId(item.ownerGroup()).map(Group::label).orElse(item.ownerGroup()),
                scopeName(item.scopeId()),
                weaknesses.of(item).orElse(null),
                milestoneChanges.of(id),
                assets.of(id, assetPage),
                evidence(id),
                related.of(id),
                timeline.of(id));
    }

    /** Newest first. */
    List<EvidenceLine> evidence(PoamId id) {
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(Person::id, Person::name));
        List<EvidenceLine> lines = evidence.of(id.subject()).stream()
                .map(each -> new EvidenceLine(each, name(each, names)))
                .collect(Collectors.toList());
        Collections.reverse(lines);
        return List.copyOf(lines);
    }

    private static String name(Evidence each, Map<String, String> names) {
        return Optional.ofNullable(names.get(each.uploadedBy())).orElse("Closeout");
    }

    private String scopeName(String id) {
        return scopes.all().stream()
                .filter(scope -> scope.id().equals(id))
                .map(Scopes.Scope::name)
                .findFirst()
                .orElse(id);
    }
}
