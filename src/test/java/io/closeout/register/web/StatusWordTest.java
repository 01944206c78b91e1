package io.closeout.register.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.register.ItemStatus;
import io.closeout.shared.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusWordTest {

    @ParameterizedTest
    @EnumSource
    void everyStatusHasItsWordInAnyCase(ItemStatus status) {
        assertThat(StatusWord.statuses(List.of(status.name()))).containsExactly(status);
        assertThat(StatusWord.statuses(List.of(status.name().toLowerCase()))).containsExactly(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "ALL", "All", "open,ended", ""})
    void allIsNoRestriction(String words) {
        assertThat(StatusWord.statuses(List.of(words))).isEmpty();
    }

    @Test
    void wordsAddUp() {
        assertThat(StatusWord.statuses(List.of("Open", "closed")))
                .contains(ItemStatus.NEW, ItemStatus.CLOSED)
                .doesNotContain(ItemStatus.FALSE_POSITIVE);
        assertThat(StatusWord.statuses(List.of("ended")))
                .containsExactlyInAnyOrder(ItemStatus.CLOSED, ItemStatus.RISK_ACCEPTED, ItemStatus.FALSE_POSITIVE);
    }

    @Test
    void aWrongWordIsRefusedWithThoseThatExist() {
        assertThatThrownBy(() -> StatusWord.statuses(List.of("sleeping")))
                .isInstanceOf(Refused.class)
                .hasMessage("There is no status \"sleeping\". Use one of: ALL, OPEN, ENDED, NEW, PLANNED, IN_PROGRESS,"
                        + " AWAITING_VERIFICATION, CLOSED, RISK_ACCEPTED, FALSE_POSITIVE.");
    }
}
