package io.closeout.review.web;

import io.closeout.register.ItemSupplement;
import io.closeout.register.PoamId;
import io.closeout.review.vendor.VendorDependencies;
import java.util.List;
import org.springframework.stereotype.Component;

/** Waits for vendors, newest first, in what the API tells of an item. */
@Component
class VendorSupplement implements ItemSupplement {

    private final VendorDependencies vendors;

    VendorSupplement(VendorDependencies vendors) {
        this.vendors = vendors;
    }

    @Override
    public String name() {
        return "vendorDependencies";
    }

    @Override
    public List<VendorDocument> of(PoamId item) {
        return vendors.of(item).stream().map(VendorDocument::of).toList();
    }
}
