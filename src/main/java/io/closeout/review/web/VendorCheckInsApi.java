package io.closeout.review.web;

import io.closeout.access.CurrentActor;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.vendor.VendorDependencies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Waits for vendors and what they answer, for programs. */
@RestController
@RequestMapping("/api/items/{poamId}/vendor-check-ins")
@Tag(name = "Vendors", description = "Fixes that do not exist yet")
class VendorCheckInsApi {

    private final VendorDependencies vendors;
    private final VendorSupplement waits;
    private final Register register;
    private final CurrentActor currentActor;

    VendorCheckInsApi(
            VendorDependencies vendors, VendorSupplement waits, Register register, CurrentActor currentActor) {
        this.vendors = vendors;
        this.waits = waits;
        this.register = register;
        this.currentActor = currentActor;
    }

    record VendorList(List<VendorDocument> items) {}

    @GetMapping
    @Operation(summary = "All waits of an item for a vendor with their check-ins, newest first")
    VendorList list(@PathVariable String poamId) {
        return new VendorList(waits.of(register.get(new PoamId(poamId)).id()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Writes down what the vendor says",
            description =
                    "For the owner, the owner group and the ISSM, while an approved extension waits for the vendor. A release starts a new clock from its day.")
    VendorDocument checkIn(@PathVariable String poamId, @RequestBody CheckInForm told) {
        PoamId id = register.get(new PoamId(poamId)).id();
        vendors.report(id, told.told(), currentActor.get("api"));
        return waits.of(id).get(0);
    }
}
