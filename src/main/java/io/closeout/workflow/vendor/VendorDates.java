package io.closeout.workflow.vendor;

import io.closeout.access.PolicyCalendar;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.vendor.VendorDependencies;
import io.closeout.workflow.Step;
import io.closeout.workflow.approval.RequestOf;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code ${vendor.askOn(execution)}} and {@code ${vendor.checkInBy(execution)}}: when the vendor is to be asked again. */
@Step("vendor")
public class VendorDates {

    private static final int MORNING = 8;

    private final VendorDependencies vendors;
    private final Register register;
    private final PolicyCalendar calendar;

    VendorDates(VendorDependencies vendors, Register register, PolicyCalendar calendar) {
        this.vendors = vendors;
        this.register = register;
        this.calendar = calendar;
    }

    /** The morning from which the days for an answer, by the table {@code statusCadence}, reach to the end of the current check-in. */
    public Date askOn(DelegateExecution execution) {
        PoamItem item = item(execution);
        LocalDate day = currentUntil(item).minusDays(vendors.cadence(item).answerWithinDays());
        return Date.from(calendar.startOf(day).plus(MORNING, ChronoUnit.HOURS));
    }

    /** The end of the last day of the current check-in. */
    public Date checkInBy(DelegateExecution execution) {
        return Date.from(
                calendar.startOf(currentUntil(item(execution)).plusDays(1)).minusSeconds(1));
    }

    private PoamItem item(DelegateExecution execution) {
        return register.get(vendors.get(RequestOf.execution(execution)).item());
    }

    private LocalDate currentUntil(PoamItem item) {
        return item.vendorWaitUntil().orElseGet(calendar::today);
    }
}
