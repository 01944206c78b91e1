package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.shared.Severity;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TriageRuleDecisionTest {

    private final ShippedTable table = new ShippedTable("triageRule");

    @ParameterizedTest
    @CsvSource({
        "LOW,      LOW,    OPERATIONAL, ot, false, ot",
        "LOW,      LOW,    OPERATIONAL,   , false, remediator",
        "LOW,      LOW,    ASSESSMENT,  ot, true,  ot",
        "LOW,      LOW,    ASSESSMENT,    , true,  remediator",
        "LOW,      MEDIUM, OPERATIONAL, ot, true,  ot",
        "MEDIUM,   LOW,    OPERATIONAL, ot, true,  ot",
        "CRITICAL, HIGH,   OPERATIONAL,   , true,  remediator",
    })
    void sendsOnlyLowOperationalFindingsStraightToPlanning(
            String priority, String severity, String track, @Nullable String owners, boolean person, String group) {
        assertThat(table.only("priority", priority, "severity", severity, "track", track, "assetOwnerGroup", owners))
                .containsEntry("personNeeded", person)
                .containsEntry("ownerGroup", group);
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void proposesAGroupForEveryCombination(Severity priority) {
        for (Severity severity : Severity.values()) {
            for (Track track : Track.values()) {
                for (String owners : Arrays.asList("ot", null)) {
                    assertThat(table.only(
                                    "priority", priority.name(),
                                    "severity", severity.name(),
                                    "track", track.name(),
                                    "assetOwnerGroup", owners))
                            .containsEntry("ownerGroup", owners == null ? "remediator" : owners)
                            .containsKey("personNeeded");
                }
            }
        }
    }
}
