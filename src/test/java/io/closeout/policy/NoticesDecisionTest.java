package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.shared.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesDecisionTest {

    private static final List<String> ALWAYS =
            List.of("escalation DUE+3/0 issm", "leadershipEscalation DUE+14/7 leadership");

    private final ShippedTable table = new ShippedTable("notices");

    static Stream<Arguments> stages() {
        return Stream.of(
                stage("TRIAGE", "HIGH", "untriaged STAGE+5/7 issm", "dueToday DUE+0/0 issm", "overdue DUE+1/0 issm"),
                stage(
                        "TRIAGE",
                        "CRITICAL",
                        "untriaged STAGE+2/7 issm",
                        "dueToday DUE+0/0 issm",
                        "overdue DUE+1/0 issm"),
                stage(
                        "PLAN",
                        "LOW",
                        "unplanned STAGE+7/7 ownerGroup",
                        "dueToday DUE+0/0 ownerGroup",
                        "overdue DUE+1/0 ownerGroup"),
                stage(
                        "PLAN",
                        "CRITICAL",
                        "unplanned STAGE+3/7 ownerGroup",
                        "dueToday DUE+0/0 ownerGroup",
                        "overdue DUE+1/0 ownerGroup"),
                stage(
                        "SIGN_OFF",
                        "HIGH",
                        "reminder DUE-1/0 owner",
                        "unsigned STAGE+3/7 issm",
                        "dueToday DUE+0/0 owner",
                        "overdue DUE+1/0 owner"),
                stage(
                        "REMEDIATE",
                        "HIGH",
                        "reminder DUE-14/0 owner",
                        "reminder DUE-7/0 owner",
                        "reminder DUE-1/0 owner",
                        "dueToday DUE+0/0 owner",
                        "overdue DUE+1/0 owner"),
                stage(
                        "VERIFY",
                        "HIGH",
                        "reminder DUE-1/0 owner",
                        "unverified STAGE+7/7 issm",
                        "dueToday DUE+0/0 owner",
                        "overdue DUE+1/0 owner"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("stages")
    void tellsInEachStage(String stage, String priority, List<String> notices) {
        assertThat(noticesOf(stage, priority))
                .containsAll(notices)
                .containsAll(ALWAYS)
                .hasSize(notices.size() + ALWAYS.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRIAGE", "PLAN", "SIGN_OFF", "REMEDIATE", "VERIFY", "A_NEW_STAGE"})
    void repeatsInEveryStageAndRanksLeadershipHighest(String stage) {
        for (Severity priority : Severity.values()) {
            var rows = table.all("stage", stage, "priority", priority.name());
            assertThat(rows)
                    .anySatisfy(row ->
                            assertThat(row).containsEntry("anchor", "DUE").containsEntry("repeatDays", 7));
            assertThat(rows.stream()
                            .max((a, b) -> Integer.compare((Integer) a.get("rank"), (Integer) b.get("rank")))
                            .orElseThrow())
                    .containsEntry("audience", "leadership");
        }
    }

    @Test
    void onlyMilestonesAreToldOfAnAcceptedRisk() {
        assertThat(noticesOf("ACCEPTED", "HIGH"))
                .containsExactly(
                        "milestoneReminder DUE-14/0 owner",
                        "milestoneReminder DUE-3/0 owner",
                        "milestoneDue DUE+0/0 owner",
                        "milestoneOverdue DUE+1/7 owner",
                        "milestoneEscalation DUE+7/7 issm");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CRITICAL", "HIGH", "MEDIUM", "LOW"},
            value = Severity.class)
    void remindsAtTheEndOfRemediationForEveryPriority(Severity priority) {
        assertThat(noticesOf("REMEDIATE", priority.name()))
                .contains("reminder DUE-1/0 owner", "dueToday DUE+0/0 owner");
    }

    private List<String> noticesOf(String stage, String priority) {
        return table.all("stage", stage, "priority", priority).stream()
                .map(row -> "%s %s%+d/%d %s"
                        .formatted(
                                row.get("kind"),
                                row.get("anchor"),
                                row.get("offsetDays"),
                                row.get("repeatDays"),
                                row.get("audience")))
                .toList();
    }

    private static Arguments stage(String stage, String priority, String... notices) {
        return Arguments.of(stage, priority, List.of(notices));
    }
}
