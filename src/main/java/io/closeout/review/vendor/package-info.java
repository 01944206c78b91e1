/**
 * Fixes that do not exist yet: what an extension waits for, the check-ins with the vendor that keep the wait current, and the release
 * from which a new clock runs. It announces {@link io.closeout.review.vendor.VendorAwaited},
 * {@link io.closeout.review.vendor.VendorAnswered} and {@link io.closeout.review.vendor.VendorWaitEnded}; whoever runs the check-ins
 * listens. Whether the extension is granted is not decided here.
 */
@NullMarked
@NamedInterface("vendor")
package io.closeout.review.vendor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
