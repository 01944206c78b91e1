package io.closeout.review.vendor;

import io.closeout.register.PoamId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An extension that waits for a vendor.
 *
 * @param requestId of the extension
 * @param fix as it was asked for
 * @param answers newest first
 */
public record VendorDependency(
        long requestId, PoamId item, VendorState state, AwaitedFix fix, List<ToldAnswer> answers) {

    public VendorDependency {
        answers = List.copyOf(answers);
    }

    public boolean isWaiting() {
        return state == VendorState.WAITING;
    }

    /** As the vendor said last; null if it is not known. */
    public @Nullable LocalDate expectedRelease() {
        return answers.stream()
                .map(each -> each.checkIn().expectedRelease())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(fix.expectedRelease());
    }

    Optional<LocalDate> lastAskedOn() {
        return answers.stream().findFirst().map(each -> each.checkIn().askedOn());
    }
}
