package io.closeout.review.extension;

import io.closeout.policy.ExtensionFacts;
import io.closeout.policy.ExtensionRule;
import io.closeout.policy.ItemPolicy;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamItem;
import io.closeout.shared.Refused;
import io.closeout.threat.KnownExploitation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** When more time may be asked for, by whom, and who signs. */
@Component
class ExtensionRules {

    /** The plan of an accepted risk lives on, and may need more time as any other. */
    private static final Set<ItemStatus> UNDER_WAY = EnumSet.of(
            ItemStatus.PLANNED, ItemStatus.IN_PROGRESS, ItemStatus.AWAITING_VERIFICATION, ItemStatus.RISK_ACCEPTED);

    /** A year that was mistyped. */
    private static final int MOST_YEARS = 10;

    private final ItemPolicy policy;
    private final KnownExploitation exploitation;

    ExtensionRules(ItemPolicy policy, KnownExploitation exploitation) {
        this.policy = policy;
        this.exploitation = exploitation;
    }

    /** Not ended, and with a signed-off date that could move. */
    static boolean isUnderWay(PoamItem item) {
        return UNDER_WAY.contains(item.status()) && item.plannedCompletion().isPresent();
    }

    /** @return the date that would move */
    static LocalDate presentCompletion(PoamItem item) {
        if (item.hasEnded()) {
            throw Refused.because(
                    item.id() + " is " + item.status().label().toLowerCase(Locale.ROOT) + "; it needs no more time.");
        }
        return item.plannedCompletion()
                .filter(date -> isUnderWay(item))
                .orElseThrow(() -> Refused.because(item.id()
                        + " has no signed-off date yet that could move. Plan it with the date that you need."));
    }

    static void mustFit(LocalDate newDate, LocalDate present, LocalDate today) {
        if (!newDate.isAfter(present)) {
            throw Refused.because(
                    "The new date, %s, must lie after the planned completion, %s.".formatted(newDate, present));
        }
        if (newDate.isBefore(today)) {
            throw Refused.because("The new date, %s, is over already. Ask for a later one.".formatted(newDate));
        }
        if (newDate.isAfter(today.plusYears(MOST_YEARS))) {
            throw Refused.because(
                    "The new date, %s, is more than %d years away. Check the year.".formatted(newDate, MOST_YEARS));
        }
    }

    /** @param riskDecided whether an acceptance in force covers the new date */
    ExtensionFacts facts(PoamItem item, MoreTime wanted, int earlierExtensions, boolean riskDecided) {
        LocalDate present = item.plannedCompletion().orElse(item.due());
        int days = (int) ChronoUnit.DAYS.between(present, wanted.newDate());
        return new ExtensionFacts(
                item.priority(),
                earlierExtensions,
                days,
                exploitation.listing(item),
                riskDecided,
                wanted.waitsForVendor());
    }

    ExtensionRule rule(ExtensionFacts facts) {
        return policy.extension(facts);
    }

    static void mustBeGrantable(ExtensionRule rule) {
        if (rule.signers() == ExtensionRule.Signers.NOBODY) {
            throw Refused.because(rule.words());
        }
    }
}
