package io.closeout.review.web;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.register.PoamId;
import io.closeout.review.vendor.CheckIn;
import io.closeout.review.vendor.VendorDependencies;
import io.closeout.review.vendor.VendorDependency;
import io.closeout.review.vendor.VendorState;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts names to what vendors said. */
@Component
class VendorLines {

    private final VendorDependencies vendors;
    private final People people;

    VendorLines(VendorDependencies vendors, People people) {
        this.vendors = vendors;
        this.people = people;
    }

    /** A wait as a page shows it. */
    public record VendorLine(VendorDependency dependency, List<AnswerLine> answers) {}

    /** @param by name of the person */
    public record AnswerLine(CheckIn checkIn, String by) {}

    /** Those that were granted, newest first. */
    List<VendorLine> of(PoamId item) {
        return vendors.of(item).stream()
                .filter(each -> each.state() != VendorState.ASKED)
                .map(this::line)
                .toList();
    }

    private VendorLine line(VendorDependency dependency) {
        return new VendorLine(
                dependency,
                dependency.answers().stream()
                        .map(each -> new AnswerLine(each.checkIn(), name(each.by())))
                        .toList());
    }

    private String name(String personId) {
        return people.find(personId).map(Person::name).orElse(personId);
    }
}
