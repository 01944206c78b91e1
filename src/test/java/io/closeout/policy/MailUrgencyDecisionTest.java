package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailUrgencyDecisionTest {

    private final ShippedTable table = new ShippedTable("mailUrgency");

    @ParameterizedTest
    @CsvSource({
        "escalation,           LOW,      AT_ONCE",
        "leadershipEscalation, MEDIUM,   AT_ONCE",
        "overdue,              CRITICAL, AT_ONCE",
        "dueToday,             HIGH,     AT_ONCE",
        "taskOffered,          CRITICAL, AT_ONCE",
        "requestRefused,       CRITICAL, AT_ONCE",
        "taskEscalation,       ,         AT_ONCE",
        "statusSilence,        ,         AT_ONCE",
        "reviewEscalation,     ,         AT_ONCE",
        "approvalAsked,        HIGH,     AT_ONCE",
        "milestoneEscalation,  LOW,      AT_ONCE",
        "vendorReleased,       CRITICAL, AT_ONCE",
        "vendorWithoutFix,     CRITICAL, AT_ONCE",
        "acceptanceEnded,      CRITICAL, AT_ONCE",
        "acceptanceEndedIssm,  CRITICAL, AT_ONCE",
        "cmmcStatusExpired,    ,         AT_ONCE",
    })
    void mailsAtOnceWhatCannotWaitUntilTomorrow(String kind, String priority, String urgency) {
        assertThat(table.only("kind", kind, "priority", priority)).containsEntry("urgency", urgency);
    }

    @ParameterizedTest
    @CsvSource({
        "overdue,       MEDIUM,",
        "reminder,      CRITICAL,",
        "taskAssigned,  HIGH,",
        "approvalAsked, LOW,",
        "requestRefused, HIGH,",
        "reviewDue,     ,",
        "reviewOverdue, ,",
        "vendorReleased, HIGH,",
        "conditional14, ,",
        "affirmationOverdue, ,",
        "scanFailed,    ,",
        "ourOwnKind,    CRITICAL,",
    })
    void keepsEverythingElseForTheDigest(String kind, String priority) {
        assertThat(table.only("kind", kind, "priority", priority)).containsEntry("urgency", "DIGEST");
    }

    @ParameterizedTest
    @CsvSource({"scanImported,"})
    void mailsNothingOfWhatWentWell(String kind, String priority) {
        assertThat(table.only("kind", kind, "priority", priority)).containsEntry("urgency", "NEVER");
    }
}
