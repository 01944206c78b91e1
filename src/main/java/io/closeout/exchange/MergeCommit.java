package io.closeout.exchange;

import io.closeout.access.Actor;
import io.closeout.access.Person;
import io.closeout.exchange.HandedIn.Counts;
import io.closeout.exchange.reader.Place;
import io.closeout.exchange.reader.ReadItem;
import io.closeout.exchange.reader.ReadItem.Contact;
import io.closeout.exchange.reader.ReadMilestone;
import io.closeout.exchange.reader.ReadWorkbook;
import io.closeout.register.Milestone;
import io.closeout.register.Plan.PlannedMilestone;
import io.closeout.register.PlanEdit;
import io.closeout.register.PlanEdits;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.extension.MoreTime;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings the cells that were chosen into the register, through the services that check who may do what. */
@Component
class MergeCommit {

    private final Register register;
    private final PlanEdits edits;
    private final ExtensionRequests extensions;
    private final ContactPerson contacts;

    MergeCommit(Register register, PlanEdits edits, ExtensionRequests extensions, ContactPerson contacts) {
        this.register = register;
        this.edits = edits;
        this.extensions = extensions;
        this.contacts = contacts;
    }

    /** @throws Refused naming the item, if a service refuses something of it */
    Counts commit(HandedIn handedIn, ReadWorkbook read, Comparison comparison, Decision decision, Actor by) {
        Map<Place, ReadItem> rows =
                read.items().stream().collect(Collectors.toMap(ReadItem::place, Function.identity(), (a, b) -> a));
        int changed = 0;
        int requests = 0;
        for (ComparedRow row : comparison.of(Outcome.DIFFERS)) {
            List<ComparedCell> taken =
                    row.cells().stream().filter(decision::takes).toList();
            if (!taken.isEmpty()) {
                ReadItem from = Objects.requireNonNull(rows.get(row.place()));
                boolean asks = taken.stream().anyMatch(each -> each.field() == MergeField.PLANNED_COMPLETION);
                carryOut(from, taken, new Why(handedIn, decision), by);
                requests += asks ? 1 : 0;
                changed += taken.size() > (asks ? 1 : 0) ? 1 : 0;
            }
        }
        return new Counts(0, 0, changed, requests);
    }

    private record Why(HandedIn handedIn, Decision decision) {

        String text() {
            String file = "From the workbook " + handedIn.fileName();
            return decision.reason() == null ? file : file + ": " + decision.reason();
        }
    }

    private void carryOut(ReadItem from, List<ComparedCell> taken, Why why, Actor by) {
        PoamId item = taken.get(0).item();
        try {
            Set<MergeField> fields = taken.stream().map(ComparedCell::field).collect(Collectors.toSet());
            if (fields.contains(MergeField.OWNER)) {
                register.assign(item, owner(from), by);
            }
            editPlan(item, taken, from, why, by);
            if (fields.contains(MergeField.MILESTONES)) {
                reviseMilestones(item, from, why, by);
            }
            if (fields.contains(MergeField.PLANNED_COMPLETION)) {
                Decision decision = why.decision();
                extensions.ask(
                        item,
                        MoreTime.asked(
                                decision.reason(), from.days().plannedCompletion(), decision.interimMitigation()),
                        by);
            }
        } catch (Refused refused) {
            throw Refused.because(item + ": " + refused.getMessage() + " Nothing of the workbook was imported.");
        }
    }

    private String owner(ReadItem from) {
        return contacts.of(new Contact("", from.contact().address()))
                .map(Person::id)
                .orElseThrow(() -> Refused.because("Nobody here who works items has the owner's e-mail."));
    }

    private void editPlan(PoamId id, List<ComparedCell> taken, ReadItem from, Why why, Actor by) {
        PoamItem item = register.get(id);
        PlanEdit before = PlanEdit.of(item);
        PlanEdit after = before;
        for (ComparedCell cell : taken) {
            after = switch (cell.field()) {
                case REMEDIATION -> after.withRemediationPlan(cell.inWorkbook());
                case HOURS -> after.withEstimatedHours(from.work().hours());
                case RESOURCES -> after.withResources(cell.inWorkbook());
                case RESIDUAL_RISK -> after.withResidualRisk(from.work().residualRisk());
                case COMMENTS -> after.withComments(ownersComments(cell, item));
                default -> after;
            };
        }
        if (!after.equals(before)) {
            edits.edit(id, after, why.text(), by);
        }
    }

    /** An export writes under the comments how the item stood last; that is told elsewhere and is no comment. */
    private static String ownersComments(ComparedCell cell, PoamItem item) {
        String own = item.comments().orElse("").strip();
        String standing = cell.inRegister().startsWith(own)
                ? cell.inRegister().substring(own.length()).strip()
                : "";
        return standing.isEmpty()
                ? cell.inWorkbook()
                : cell.inWorkbook().replace(standing, "").strip();
    }

    private void reviseMilestones(PoamId id, ReadItem from, Why why, Actor by) {
        Map<String, String> known = register.get(id).milestones().stream()
                .collect(Collectors.toMap(
                        each -> inOneLine(each.description()), Milestone::description, (first, second) -> first));
        Map<String, LocalDate> completed = new HashMap<>();
        List<ReadMilestone> standing = from.milestones().stream()
                .filter(each -> each.droppedOn() == null)
                .toList();
        standing.stream()
                .filter(each -> each.completedOn() != null)
                .forEach(each -> completed.put(words(each, known), Objects.requireNonNull(each.completedOn())));
        List<PlannedMilestone> plan = standing.stream()
                .map(each -> new PlannedMilestone(words(each, known), Objects.requireNonNull(each.due())))
                .toList();
        edits.reviseMilestones(id, plan, completed, why.text(), by);
    }

    /** Those of the milestone that is meant, which may have had several lines. */
    private static String words(ReadMilestone milestone, Map<String, String> known) {
        return known.getOrDefault(inOneLine(milestone.text()), milestone.text());
    }

    private static String inOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
