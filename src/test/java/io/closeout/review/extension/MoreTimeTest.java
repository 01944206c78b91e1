package io.closeout.review.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.shared.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MoreTimeTest {

    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);

    @Test
    void needsReasonDateAndInterimMitigation() {
        refuses(null, MARCH_1, "Port blocked", "why");
        refuses(" ", MARCH_1, "Port blocked", "why");
        refuses("Back order", null, "Port blocked", "until when");
        refuses("Back order", MARCH_1, "", "interim mitigation");
    }

    @Test
    void keepsTextsShort() {
        refuses("x".repeat(1001), MARCH_1, "Port blocked", "1,000");
        refuses("Back order", MARCH_1, "x".repeat(2001), "2,000");
        assertThat(MoreTime.asked("x".repeat(1000) + " ", MARCH_1, "x".repeat(2000))
                        .reason())
                .hasSize(1000);
    }

    private static void refuses(@Nullable String reason, @Nullable LocalDate newDate, String mitigation, String words) {
        assertThatThrownBy(() -> MoreTime.asked(reason, newDate, mitigation))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(words);
    }
}
