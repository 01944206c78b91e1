package io.closeout.workflow.drill;

import io.closeout.access.PolicyCalendar;
import io.closeout.policy.Decisions;
import io.closeout.register.PoamItem;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.vendor.VendorDependencies;
import io.closeout.review.vendor.VendorDependency;
import io.closeout.workflow.FollowVendor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** By {@code statusCadence} whoever waits for a vendor's fix is asked to check in, early enough to do so in time. */
@Component
@Profile("drill")
@Order(7)
class VendorsAreAsked implements Exercise {

    private final Decisions decisions;
    private final HeldItems items;
    private final VendorDependencies vendors;
    private final ExtensionRequests requests;
    private final PolicyCalendar calendar;

    VendorsAreAsked(
            Decisions decisions,
            HeldItems items,
            VendorDependencies vendors,
            ExtensionRequests requests,
            PolicyCalendar calendar) {
        this.decisions = decisions;
        this.items = items;
        this.vendors = vendors;
        this.requests = requests;
        this.calendar = calendar;
    }

    @Override
    public String title() {
        return "Vendors are asked for the fixes that are waited for";
    }

    @Override
    public List<Expected> on(LocalDate day) {
        return items.open()
                .flatMap(item -> vendors.of(item.id()).stream()
                        .filter(VendorDependency::isWaiting)
                        .flatMap(dependency -> owed(item, dependency, day)))
                .toList();
    }

    private Stream<Expected> owed(PoamItem item, VendorDependency dependency, LocalDate day) {
        return TableRow.all(
                        decisions,
                        "statusCadence",
                        Map.of("priority", item.priority().name(), "vendorDependent", true))
                .limit(1)
                .filter(row -> day.equals(lastAskedOn(dependency)
                        .plusDays(row.number("everyDays"))
                        .minusDays(row.number("answerWithinDays"))))
                .map(row -> new Expected(
                        day,
                        item.id().subject(),
                        Channel.TASK,
                        FollowVendor.TASK_CHECK_IN,
                        item.ownerId().orElse(item.ownerGroup()),
                        row.word("source")));
    }

    /** At first, when the time to wait was asked for. */
    private LocalDate lastAskedOn(VendorDependency dependency) {
        return dependency.answers().stream()
                .findFirst()
                .map(answer -> answer.checkIn().askedOn())
                .orElseGet(() -> calendar.dateOf(
                        requests.get(dependency.requestId()).approval().askedAt()));
    }
}
