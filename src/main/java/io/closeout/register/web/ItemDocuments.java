package io.closeout.register.web;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.register.AffectedAssets;
import io.closeout.register.ItemSummary;
import io.closeout.register.ItemSupplement;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Items as the API tells them, each list with a fixed number of queries. */
@Component
class ItemDocuments {

    private final Register register;
    private final AffectedAssets assets;
    private final EvidenceLocker evidence;
    private final People people;
    private final PolicyCalendar calendar;
    private final List<ItemSupplement> supplements;

    ItemDocuments(
            Register register,
            AffectedAssets assets,
            EvidenceLocker evidence,
            People people,
            PolicyCalendar calendar,
            List<ItemSupplement> supplements) {
        this.register = register;
        this.assets = assets;
        this.evidence = evidence;
        this.people = people;
        this.calendar = calendar;
        this.supplements = supplements;
    }

    Page<ListedItem> listed(Page<ItemSummary> summaries) {
        List<String> ids = summaries.items().stream().map(ItemSummary::id).toList();
        Map<String, PoamItem> items = register.all(ids);
        Map<String, Integer> counts =
                evidence.countFor(ids.stream().map(ItemDocuments::subject).toList());
        Map<String, Person> owners = people.all().stream().collect(Collectors.toMap(Person::id, each -> each));
        return summaries.map(summary -> {
            PoamItem item = Objects.requireNonNull(items.get(summary.id()));
            Person owner = item.ownerId().map(owners::get).orElse(null);
            return new ListedItem(
                    ItemFacts.of(item, owner, calendar.today()),
                    summary.assets(),
                    summary.findings(),
                    counts.getOrDefault(subject(summary.id()), 0));
        });
    }

    SingleItem single(PoamId id) {
        PoamItem item = register.get(id);
        Person owner = item.ownerId().flatMap(people::find).orElse(null);
        return new SingleItem(
                ItemFacts.of(item, owner, calendar.today()),
                whole(page -> assets.of(id, page)),
                whole(page -> assets.findings(id, page)),
                evidence(id),
                supplements.stream().collect(Collectors.toMap(ItemSupplement::name, each -> each.of(id))));
    }

    List<EvidenceDocument> evidence(PoamId id) {
        return evidence.of(id.subject()).stream()
                .map(each -> EvidenceDocument.of(id.text(), each))
                .toList();
    }

    private static String subject(String item) {
        return new PoamId(item).subject();
    }

    private static <T> List<T> whole(Function<PageRequest, Page<T>> list) {
        List<T> all = new ArrayList<>();
        Page<T> page;
        do {
            page = list.apply(new PageRequest(all.size() / PageRequest.LARGEST, PageRequest.LARGEST, ""));
            all.addAll(page.items());
        } while (!page.items().isEmpty() && all.size() < page.total());
        return all;
    }
}
