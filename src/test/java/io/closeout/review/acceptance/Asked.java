package io.closeout.review.acceptance;

import io.closeout.policy.AcceptanceKind;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked for in tests, named for the situation. */
public final class Asked {

    public static final WantedControl SEGMENTATION =
            WantedControl.asked("Segmentation: the cell has a VLAN of its own", "Firewall rule review", 30, null);
    public static final WantedControl MONITORING =
            WantedControl.asked("Monitoring of the cell's traffic", "Alert test", 30, null);

    private Asked() {}

    /** Rated as it was, without controls. */
    public static WantedAcceptance temporary(LocalDate until) {
        return wanted(AcceptanceKind.TEMPORARY_ACCEPTANCE, null, List.of(), until);
    }

    /** Two controls hold the risk down. */
    public static WantedAcceptance adjusted(Severity residual, LocalDate until) {
        return wanted(AcceptanceKind.TEMPORARY_ACCEPTANCE, residual, List.of(SEGMENTATION, MONITORING), until);
    }

    public static WantedAcceptance deficiency(Severity residual, LocalDate until) {
        return wanted(AcceptanceKind.TEMPORARY_DEFICIENCY, residual, List.of(SEGMENTATION, MONITORING), until);
    }

    public static WantedAcceptance exception() {
        return new WantedAcceptance(
                AcceptanceKind.ENDURING_EXCEPTION,
                "The vendor is gone",
                RiskLevel.LOW,
                RiskLevel.HIGH,
                Severity.LOW,
                List.of(SEGMENTATION),
                null,
                false,
                "No firmware exists that could be patched",
                "The controller stands in a zone of its own");
    }

    private static WantedAcceptance wanted(
            AcceptanceKind kind, @Nullable Severity residual, List<WantedControl> controls, LocalDate until) {
        return new WantedAcceptance(
                kind,
                "The controller cannot be patched",
                RiskLevel.LOW,
                RiskLevel.HIGH,
                residual,
                controls,
                until,
                false,
                null,
                null);
    }
}
