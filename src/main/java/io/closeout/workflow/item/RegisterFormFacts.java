package io.closeout.workflow.item;

import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.evidence.Evidence;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.register.AffectedAssets;
import io.closeout.register.AffectedAssets.AffectedAsset;
import io.closeout.register.Milestone;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.Weaknesses;
import io.closeout.register.Weaknesses.Weakness;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Paragraphs;
import io.closeout.shared.Severity;
import io.closeout.workflow.FormFacts;
import io.closeout.workflow.RequestFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What task forms show of an item, read from the register when the form opens. Keys are part of the forms' contract. */
@Component
class RegisterFormFacts implements FormFacts {

    private static final PageRequest ASSETS_SHOWN = new PageRequest(0, 50, "");
    private static final int EVENTS_SHOWN = 20;

    private final Register register;
    private final Weaknesses weaknesses;
    private final AffectedAssets assets;
    private final EvidenceLocker evidence;
    private final Ledger ledger;
    private final People people;
    private final PolicyCalendar calendar;
    private final List<RequestFacts> requests;

    RegisterFormFacts(
            Register register,
            Weaknesses weaknesses,
            AffectedAssets assets,
            EvidenceLocker evidence,
            Ledger ledger,
            People people,
            PolicyCalendar calendar,
            List<RequestFacts> requests) {
        this.register = register;
        this.weaknesses = weaknesses;
        this.assets = assets;
        this.evidence = evidence;
        this.ledger = ledger;
        this.people = people;
        this.calendar = calendar;
        this.requests = requests;
    }

    @Override
    public String title(String itemId) {
        return register.get(new PoamId(itemId)).title();
    }

    @Override
    public Optional<RequestFacts> requests(String process) {
        return requests.stream().filter(each -> each.process().equals(process)).findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> itemFacts(String itemId, String taskId) {
        PoamItem item = register.get(new PoamId(itemId));
        Map<String, Object> facts = new LinkedHashMap<>();
        describe(item, facts);
        dates(item, facts);
        owner(item, facts);
        weakness(item, facts);
        Page<AffectedAsset> affected = assets.of(item.id(), ASSETS_SHOWN);
        facts.put("assets", affected.map(RegisterFormFacts::asset).items());
        facts.put("assetCount", affected.total());
        List<Map<String, Object>> shown = evidenceOf(item);
        facts.put("evidence", shown);
        facts.put("evidenceCount", shown.size());
        facts.put("evidenceLink", "/items/" + itemId + "/evidence?task=" + taskId);
        facts.put("moreTimeLink", "/items/" + itemId + "/more-time");
        facts.put("itemLink", "/items/" + itemId);
        facts.put("history", history(item));
        facts.put(
                "milestones",
                item.milestones().stream().map(RegisterFormFacts::milestone).toList());
        facts.put("people", choices());
        facts.put("groups", groups());
        facts.put(FormFacts.DEFAULTS, FormDefaults.of(item, calendar.today()));
        return facts;
    }

    private void describe(PoamItem item, Map<String, Object> facts) {
        facts.put("id", item.id().text());
        facts.put("title", item.title());
        facts.put("description", item.description().map(Paragraphs::reflowed).orElse(""));
        facts.put("severity", item.severity().label());
        facts.put("priority", item.priority().name());
        facts.put("priorityLabel", item.priority().label());
        facts.put("cvss", item.cvss().map(Object::toString).orElse("–"));
        facts.put("status", item.status().label());
        facts.put("track", item.track().name());
        facts.put("scope", item.scopeId());
        facts.put("source", item.source());
        facts.put("sourceId", item.sourceId().orElse(""));
        facts.put("remediationPlan", item.remediationPlan().orElse(""));
        facts.put(
                "estimatedHours",
                item.estimatedHours()
                        .map(hours -> hours.stripTrailingZeros().toPlainString())
                        .orElse(""));
        facts.put("resources", item.resources().orElse(""));
        facts.put("residualRisk", item.residualRisk().map(Enum::name).orElse(""));
        facts.put("residualRiskLabel", item.residualRisk().map(Severity::label).orElse(""));
        facts.put("comments", item.comments().orElse(""));
        facts.put("failedVerifications", item.failedVerifications());
        facts.put(
                "triage",
                Map.of(
                        "priority", item.priority().name(),
                        "ownerGroup", item.ownerGroup(),
                        "deadline", item.deadline().toString(),
                        "source", item.prioritySource().orElse("")));
    }

    private void dates(PoamItem item, Map<String, Object> facts) {
        facts.put("detectedOn", item.detectedOn().toString());
        facts.put("deadline", item.deadline().toString());
        facts.put("deadlineSource", item.deadlineSource().orElse(""));
        facts.put(
                "originalCompletion",
                item.originalCompletion().map(Object::toString).orElse("–"));
        facts.put(
                "plannedCompletion",
                item.plannedCompletion().map(Object::toString).orElse("–"));
        facts.put(
                "proposedCompletion",
                item.proposedCompletion().map(Object::toString).orElse("–"));
        facts.put("due", item.due().toString());
        facts.put("overdue", item.isOverdue(calendar.today()));
        facts.put("today", calendar.today().toString());
    }

    private void owner(PoamItem item, Map<String, Object> facts) {
        facts.put("ownerId", item.ownerId().orElse(""));
        facts.put("ownerName", item.ownerId().map(this::name).orElse("nobody yet"));
        facts.put("ownerGroup", item.ownerGroup());
        facts.put("ownerGroupLabel", groupLabel(item.ownerGroup()));
        facts.put("planSubmittedBy", item.planSubmittedBy().map(this::name).orElse(""));
        facts.put("fixReportedBy", item.fixReportedBy().map(this::name).orElse(""));
    }

    private void weakness(PoamItem item, Map<String, Object> facts) {
        Optional<Weakness> weakness = weaknesses.of(item);
        facts.put(
                "solution",
                weakness.map(Weakness::solution).map(Paragraphs::reflowed).orElse(""));
        facts.put("cves", weakness.map(Weakness::cves).orElse(""));
        facts.put("references", weakness.map(Weakness::references).orElse(""));
        facts.put("cvssVector", weakness.map(Weakness::cvssVector).orElse(""));
    }

    private static Map<String, Object> asset(AffectedAsset affected) {
        return Map.of(
                "name", affected.name(),
                "criticality", affected.criticality().label(),
                "detectedOn", affected.detectedOn().toString(),
                "location", affected.locations(),
                "open", affected.open());
    }

    private List<Map<String, Object>> evidenceOf(PoamItem item) {
        return evidence.of(item.id().subject()).stream()
                .filter(Evidence::isCurrent)
                .<Map<String, Object>>map(each -> Map.of(
                        "kind", each.kind().label(),
                        "name", each.name(),
                        "date", each.speaksOf().toString(),
                        "by", name(each.uploadedBy()),
                        "link", each.link() == null ? "/items/" + item.id() + "/evidence" : each.link()))
                .toList();
    }

    private List<Map<String, Object>> history(PoamItem item) {
        List<LedgerEvent> events = ledger.of(item.id().subject());
        return events.stream()
                .skip(Math.max(0, events.size() - EVENTS_SHOWN))
                .<Map<String, Object>>map(each -> Map.of(
                        "when", calendar.dateOf(each.occurredAt()).toString(),
                        "who", name(each.actor()),
                        "what", inWords(each)))
                .toList();
    }

    /** {@code plannedDateRefused} reads "planned date refused", with the reason behind it. */
    private static String inWords(LedgerEvent event) {
        String words = event.kind()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .replace("issm", Group.ISSM.label());
        return event.reason() == null ? words : words + ": " + event.reason();
    }

    private static Map<String, Object> milestone(Milestone milestone) {
        return Map.of(
                "id", Integer.toString(milestone.number()),
                "label", milestone.due() + " " + milestone.description(),
                "due", milestone.due().toString(),
                "done", milestone.completedOn().isPresent());
    }

    private List<Map<String, Object>> choices() {
        return Stream.concat(people.in(Group.REMEDIATOR).stream(), people.in(Group.ISSM).stream())
                .distinct()
                .<Map<String, Object>>map(person -> Map.of("label", person.name(), "value", person.id()))
                .toList();
    }

    private static List<Map<String, Object>> groups() {
        return Stream.of(Group.REMEDIATOR, Group.ISSM)
                .<Map<String, Object>>map(group -> Map.of("label", group.label(), "value", group.id()))
                .toList();
    }

    /** A triage table may name a group that the product does not know; it is shown as it is. */
    private static String groupLabel(String id) {
        return Stream.of(Group.values())
                .filter(group -> group.id().equals(id))
                .map(Group::label)
                .findFirst()
                .orElse(id);
    }

    private String name(String personId) {
        return people.find(personId).map(Person::name).orElse(personId.equals("system") ? "Closeout" : personId);
    }
}
