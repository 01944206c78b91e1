package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionApproversDecisionTest {

    private final ShippedTable table = new ShippedTable("extensionApprovers");

    @ParameterizedTest
    @CsvSource({
        "LOW,      0, 1,  ISSM",
        "MEDIUM,   0, 30, ISSM",
        "HIGH,     0, 30, ISSM",
        "HIGH,     0, 31, ISSM_AND_LEADERSHIP",
        "LOW,      0, 31, ISSM_AND_LEADERSHIP",
        "LOW,      1, 1,  ISSM_AND_LEADERSHIP",
        "MEDIUM,   4, 30, ISSM_AND_LEADERSHIP",
        "CRITICAL, 0, 1,  ISSM_AND_LEADERSHIP",
        "CRITICAL, 2, 90, ISSM_AND_LEADERSHIP",
    })
    void letsTheIssmAloneGrantTheFirstThirtyDaysOfWhatIsNotCritical(
            String priority, int earlier, int days, String signers) {
        for (KevListing kev : new KevListing[] {KevListing.NOT_LISTED, KevListing.UNKNOWN}) {
            assertThat(asked(priority, earlier, days, kev, false)).containsEntry("signers", signers);
            assertThat(asked(priority, earlier, days, kev, false, true)).containsEntry("signers", signers);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRITICAL", "HIGH", "MEDIUM", "LOW"})
    void refusesWithWordsWhatIsKnownToBeExploited(String priority) {
        assertThat(asked(priority, 0, 1, KevListing.LISTED, false))
                .containsEntry("signers", "NOBODY")
                .hasEntrySatisfying("words", words -> assertThat((String) words)
                        .contains("known exploited", "decision on the risk"));
    }

    @Test
    void asksLeadershipAsWellOnceSomebodyDecidedOnTheRiskOfWhatIsExploited() {
        assertThat(asked("LOW", 0, 1, KevListing.LISTED, true)).containsEntry("signers", "ISSM_AND_LEADERSHIP");
    }

    @Test
    void saysWhereTheRuleComesFromForWhatWaitsForAVendor() {
        assertThat(asked("HIGH", 0, 30, KevListing.UNKNOWN, false, true))
                .hasEntrySatisfying(
                        "source", source -> assertThat((String) source).contains("wait for a vendor", "statusCadence"));
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL, 1", "HIGH, 3", "MEDIUM, 3", "LOW, 3"})
    void wantsCriticalRequestsDecidedWithinADay(String priority, int days) {
        assertThat(asked(priority, 0, 10, KevListing.UNKNOWN, false)).containsEntry("decideWithinDays", days);
    }

    @ParameterizedTest
    @EnumSource(KevListing.class)
    void answersEveryCombination(KevListing kev) {
        for (String priority : new String[] {"CRITICAL", "HIGH", "MEDIUM", "LOW"}) {
            for (boolean decided : new boolean[] {true, false}) {
                assertThat(asked(priority, 3, 200, kev, decided)).containsKeys("signers", "decideWithinDays");
            }
        }
    }

    private Map<String, Object> asked(String priority, int earlier, int days, KevListing kev, boolean decided) {
        return asked(priority, earlier, days, kev, decided, false);
    }

    private Map<String, Object> asked(
            String priority, int earlier, int days, KevListing kev, boolean decided, boolean vendorDependent) {
        return table.only(
                "priority", priority,
                "earlierExtensions", earlier,
                "daysAsked", days,
                "kev", kev.name(),
                "riskDecided", decided,
                "vendorDependent", vendorDependent);
    }
}
