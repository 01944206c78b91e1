package io.closeout.workflow.vendor;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.vendor.ToldAnswer;
import io.closeout.review.vendor.VendorDependencies;
import io.closeout.review.vendor.VendorDependency;
import io.closeout.workflow.FollowVendor;
import io.closeout.workflow.RequestFacts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the form shows of a wait for a vendor. Keys are part of the form's contract. */
@Component
class VendorFormFacts implements RequestFacts {

    private final VendorDependencies vendors;
    private final Register register;
    private final People people;

    VendorFormFacts(VendorDependencies vendors, Register register, People people) {
        this.vendors = vendors;
        this.register = register;
        this.people = people;
    }

    @Override
    public String process() {
        return FollowVendor.KEY;
    }

    @Override
    public Map<String, Object> facts(String requestId) {
        VendorDependency dependency = vendors.get(Long.parseLong(requestId));
        PoamItem item = register.get(dependency.item());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", requestId);
        facts.put("vendor", dependency.fix().vendor());
        facts.put("product", dependency.fix().product());
        facts.put("link", dependency.fix().link());
        facts.put("expectedRelease", Objects.toString(dependency.expectedRelease(), "not known"));
        facts.put("checkInBy", item.vendorWaitUntil().map(Object::toString).orElse(""));
        facts.put("everyDays", vendors.cadence(item).everyDays());
        facts.put("answers", dependency.answers().stream().map(this::answer).toList());
        return facts;
    }

    private Map<String, Object> answer(ToldAnswer told) {
        return Map.of(
                "when", told.checkIn().askedOn().toString(),
                "who", people.find(told.by()).map(Person::name).orElse(told.by()),
                "outcome", told.checkIn().outcome().label(),
                "answer", told.checkIn().answer());
    }
}
