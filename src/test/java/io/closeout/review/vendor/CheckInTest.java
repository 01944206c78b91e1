package io.closeout.review.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.shared.Refused;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CheckInTest {

    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    private static final String NOTES = "https://vendor.example/notes";

    @Test
    void needsADayAnOutcomeAndAnAnswer() {
        assertRefused(() -> CheckIn.told(null, VendorOutcome.NOT_YET, "Soon", null, null, null), "day on which you");
        assertRefused(() -> CheckIn.told(MARCH_1, null, "Soon", null, null, null), "has released");
        assertRefused(() -> CheckIn.told(MARCH_1, VendorOutcome.NOT_YET, " ", null, null, null), "what the vendor");
        assertRefused(
                () -> CheckIn.told(MARCH_1, VendorOutcome.NOT_YET, "x".repeat(2001), null, null, null), "Shorten");
    }

    @Test
    void aReleaseNeedsItsDayAndSomethingThatShowsIt() {
        assertRefused(() -> CheckIn.told(MARCH_1, VendorOutcome.RELEASED, "Out", null, null, NOTES), "new deadline");
        assertRefused(() -> CheckIn.told(MARCH_1, VendorOutcome.RELEASED, "Out", null, MARCH_1, ""), "release notes");
        assertRefused(
                () -> CheckIn.told(MARCH_1, VendorOutcome.RELEASED, "Out", null, MARCH_1, "javascript:alert(1)"),
                "https://");
        assertThat(CheckIn.told(MARCH_1, VendorOutcome.RELEASED, " Out ", null, MARCH_1, " " + NOTES)
                        .link())
                .isEqualTo(NOTES);
    }

    @Test
    void onlyAReleaseHasADay() {
        assertRefused(
                () -> CheckIn.told(MARCH_1, VendorOutcome.NOT_YET, "Soon", null, MARCH_1, null), "\"Released\" only");
        assertRefused(
                () -> CheckIn.told(MARCH_1, VendorOutcome.NO_FIX, "Never", null, MARCH_1, null), "\"Released\" only");
    }

    @Test
    void speaksOfNothingThatHasNotComeYet() {
        LocalDate today = MARCH_1.minusDays(1);
        assertRefused(
                () -> CheckIn.told(MARCH_1, VendorOutcome.NOT_YET, "Soon", null, null, null)
                        .mustBeBy(today),
                "lies in the future");
        assertRefused(
                () -> CheckIn.told(today, VendorOutcome.RELEASED, "Out", null, MARCH_1, NOTES)
                        .mustBeBy(today),
                "release");
        assertRefused(
                () -> CheckIn.told(MARCH_1, VendorOutcome.NOT_YET, "Soon", today, null, null)
                        .mustBeBy(MARCH_1),
                "expected release");
    }

    @Nested
    class AnAwaitedFix {

        @Test
        void namesVendorProductAndTicket() {
            assertRefused(() -> AwaitedFix.asked(" ", "PLC", NOTES, null), "Name the vendor");
            assertRefused(() -> AwaitedFix.asked("Northline", null, NOTES, null), "Name the product");
            assertRefused(() -> AwaitedFix.asked("Northline", "PLC", "", null), "ticket or advisory");
            assertRefused(() -> AwaitedFix.asked("Northline", "PLC", "case 4711", null), "valid web address");
            assertThat(AwaitedFix.asked(" Northline ", "PLC", NOTES, MARCH_1))
                    .isEqualTo(new AwaitedFix("Northline", "PLC", NOTES, MARCH_1));
        }
    }

    private static void assertRefused(ThrowingCallable action, String words) {
        assertThatThrownBy(action).isInstanceOf(Refused.class).hasMessageContaining(words);
    }
}
