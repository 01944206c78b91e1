package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.policy.ItemGrouping.Facts;
import io.closeout.shared.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemGroupingDecisionTest {

    private final ItemGrouping grouping = new ItemGrouping(new DmnDecisions(new ShippedDecisionModels()));

    @ParameterizedTest
    @CsvSource({
        "nessus,  CRITICAL, true,  HIGH,   Servers",
        "nessus,  LOW,      false, LOW,    ",
        "openvas, MEDIUM,   true,  MEDIUM, ",
    })
    void asShippedEveryWeaknessHasItsItem(
            String scanner, Severity severity, boolean namesCve, Criticality criticality, String assetGroup) {
        assertThat(grouping.of(new Facts(scanner, "main", severity, namesCve, criticality, assetGroup)))
                .isEqualTo(GroupBy.WEAKNESS);
    }
}
