package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.closeout.policy.NoticeFacts.Told;
import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableItemPolicyTest {

    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);

    @Nested
    class OnTheShippedTables {

        /** One for all: a table is slow to read and quick to ask. */
        private static final ItemPolicy POLICY = new TableItemPolicy(new DmnDecisions(new ShippedDecisionModels()));

        @Test
        void proposesATriageThatNamesItsSource() {
            Triage triage = POLICY.triage(finding(Severity.HIGH, "9.80", "ot"));

            assertThat(triage.priority()).isEqualTo(Severity.CRITICAL);
            assertThat(triage.source()).contains("CVSS v3.1");
            assertThat(triage.ownerGroup()).isEqualTo("ot");
            assertThat(triage.personNeeded()).isTrue();
        }

        @Test
        void needsNobodyForALowFindingOfNobody() {
            Triage triage = POLICY.triage(finding(Severity.LOW, null, null));

            assertThat(triage.ownerGroup()).isEqualTo("remediator");
            assertThat(triage.personNeeded()).isFalse();
        }

        @Test
        void countsTheDeadlineFromDetection() {
            DeadlineRule rule = POLICY.deadline(Severity.CRITICAL, Track.OPERATIONAL);

            assertThat(rule.from(MARCH_1)).isEqualTo("2026-03-08");
            assertThat(rule.source()).contains("customers quote");
        }

        @Test
        void asksLeadershipBeyondTheDeadline() {
            assertThat(POLICY.signOff(0, Severity.LOW).leadershipSigns()).isFalse();
            assertThat(POLICY.signOff(1, Severity.LOW).leadershipSigns()).isTrue();
        }

        @Test
        void refusesMoreTimeInTheWordsOfTheTable() {
            ExtensionRule refused =
                    POLICY.extension(new ExtensionFacts(Severity.LOW, 0, 5, KevListing.LISTED, false, false));
            ExtensionRule granted =
                    POLICY.extension(new ExtensionFacts(Severity.LOW, 0, 5, KevListing.UNKNOWN, false, true));

            assertThat(refused.signers()).isEqualTo(ExtensionRule.Signers.NOBODY);
            assertThat(refused.words()).contains("known exploited");
            assertThat(granted.leadershipSigns()).isFalse();
            assertThat(granted.words()).isEmpty();
        }

        @Test
        void asksTheIssmAboutAbsenceOnTheAssessmentTrack() {
            assertThat(POLICY.absenceOutsideProcess(Track.OPERATIONAL).outcome())
                    .isEqualTo(AbsenceRule.Outcome.CLOSE);
            assertThat(POLICY.absenceOutsideProcess(Track.ASSESSMENT).outcome())
                    .isEqualTo(AbsenceRule.Outcome.ASK_ISSM);
        }

        @Test
        void walksAnItemFromReminderToWeeklyEscalation() {
            assertThat(noticesOf("REMEDIATE", 8))
                    .containsExactly(
                            "reminder 2026-03-17 owner",
                            "reminder 2026-03-24 owner",
                            "reminder 2026-03-30 owner",
                            "dueToday 2026-03-31 owner",
                            "overdue 2026-04-01 owner",
                            "escalation 2026-04-03 issm",
                            "leadershipEscalation 2026-04-14 leadership",
                            "leadershipEscalation 2026-04-21 leadership");
        }

        @ParameterizedTest
        @ValueSource(strings = {"TRIAGE", "PLAN", "SIGN_OFF", "REMEDIATE", "VERIFY"})
        void alwaysHasANextNoticeForAnOpenItem(String stage) {
            assertThat(noticesOf(stage, 60)).hasSize(60).doesNotHaveDuplicates();
        }

        /** Lets time pass from notice to notice of an item detected on 1 March and due 30 days later. */
        private List<String> noticesOf(String stage, int count) {
            Set<Told> told = new HashSet<>();
            return Stream.generate(() -> tell(stage, told)).limit(count).toList();
        }

        private String tell(String stage, Set<Told> told) {
            LocalDate today =
                    told.stream().map(Told::date).max(LocalDate::compareTo).orElse(MARCH_1);
            Notice notice = POLICY.nextNotice(
                            new NoticeFacts(stage, Severity.HIGH, MARCH_1, MARCH_1.plusDays(30), MARCH_1, today, told))
                    .orElseThrow();
            told.add(new Told(notice.kind(), notice.date()));
            return notice.kind() + " " + notice.date() + " " + notice.audience();
        }
    }

    @Nested
    class OnATableThatAnAnalystBroke {

        private final Map<String, Object> row = new HashMap<>(Map.of("days", 7, "source", "House rule"));
        private int copies = 1;
        private final ItemPolicy policy = new TableItemPolicy(
                (id, inputs) -> new DecisionOutcome(id, 4, inputs, Collections.nCopies(copies, row)));

        @Test
        void saysWhichTableGivesNoRow() {
            copies = 0;

            assertThatIllegalStateException()
                    .isThrownBy(this::deadline)
                    .withMessageStartingWith("Decision table remediationDeadline (version 4) gives 0 rows for");
        }

        @Test
        void saysWhichCellIsMissing() {
            row.remove("days");

            assertThatIllegalStateException()
                    .isThrownBy(this::deadline)
                    .withMessageContaining("must give a whole number in column days, not nothing");
        }

        @Test
        void refusesHalfADay() {
            row.put("days", 1.5);

            assertThatIllegalStateException()
                    .isThrownBy(this::deadline)
                    .withMessageContaining("must give a whole number in column days, not 1.5");
        }

        @Test
        void readsAnyKindOfWholeNumber() {
            row.put("days", new BigDecimal("7.0"));
            assertThat(deadline().days()).isEqualTo(7);

            row.put("days", 9L);
            assertThat(deadline().days()).isEqualTo(9);
        }

        @Test
        void saysWhichWordItDoesNotKnow() {
            row.put("outcome", "MAYBE");

            assertThatIllegalStateException()
                    .isThrownBy(() -> policy.absenceOutsideProcess(Track.OPERATIONAL))
                    .withMessageContaining("must give one of [CLOSE, ASK_ISSM] in column outcome, not MAYBE");
        }

        @Test
        void refusesABlankSource() {
            row.put("source", " ");

            assertThatIllegalStateException().isThrownBy(this::deadline).withMessageContaining("column source");
        }

        @Test
        void refusesAWordForAFlag() {
            row.put("leadershipSigns", "yes");

            assertThatIllegalStateException()
                    .isThrownBy(() -> policy.signOff(1, Severity.LOW))
                    .withMessageContaining("must give true or false in column leadershipSigns, not yes");
        }

        private DeadlineRule deadline() {
            return policy.deadline(Severity.CRITICAL, Track.OPERATIONAL);
        }
    }

    private static TriageFacts finding(Severity severity, @Nullable String cvss, @Nullable String ownerGroup) {
        return new TriageFacts(
                severity,
                cvss == null ? null : new BigDecimal(cvss),
                Criticality.MEDIUM,
                false,
                Track.OPERATIONAL,
                ownerGroup);
    }
}
