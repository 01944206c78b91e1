package io.closeout.register;

import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.IT;
import static io.closeout.register.Situations.LEADER;
import static io.closeout.register.Situations.OT;
import static io.closeout.register.Situations.aPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.policy.Track;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RegisterTest
@RecordApplicationEvents
class RegisterModuleTests {

    private static final SignOff APPROVED = new SignOff(true, Group.ISSM, null);
    private static final Verification PASSED = new Verification(true, null);

    @Autowired
    Register register;

    @Autowired
    Situations situations;

    @Autowired
    Ledger ledger;

    @Autowired
    ApplicationEvents events;

    @Nested
    class Opening {

        @Test
        void takesPriorityAndDeadlineFromTheTables() {
            PoamItem item = register.get(situations.aNewItem());

            assertThat(item.status()).isEqualTo(ItemStatus.NEW);
            assertThat(item.priority()).isEqualTo(Severity.HIGH);
            assertThat(item.deadline()).isEqualTo(item.detectedOn().plusDays(30));
            assertThat(item.deadlineSource()).get().asString().contains("High 30 days");
        }

        @Test
        void isAnnouncedAndRecorded() {
            PoamId id = situations.aNewItem();

            assertThat(events.stream(ItemsOpened.class)).contains(new ItemsOpened(List.of(id)));
            assertThat(kinds(id)).containsExactly("itemOpened");
        }

        @Test
        void countsUpWithinTheYearOfDetection() {
            PoamId first = situations.aNewItem();
            PoamId next = situations.aNewItem();

            assertThat(number(next)).isEqualTo(number(first) + 1);
            assertThat(first.text()).startsWith("POA-" + situations.today().getYear() + "-");
        }

        private int number(PoamId id) {
            return Integer.parseInt(id.text().substring(9));
        }
    }

    @Nested
    class Triage {

        @Test
        void isForTheIssm() {
            PoamId id = situations.aNewItem();
            TriageDecision decision =
                    new TriageDecision(Severity.CRITICAL, Track.OPERATIONAL, "remediator", null, "Exposed");

            assertThatThrownBy(() -> register.triage(id, decision, IT)).isInstanceOf(Refused.class);
        }

        @Test
        void movesTheDeadlineWithThePriority() {
            PoamId id = situations.aNewItem();

            register.triage(
                    id, new TriageDecision(Severity.CRITICAL, Track.OPERATIONAL, "remediator", "it", "Exposed"), ISSM);

            PoamItem item = register.get(id);
            assertThat(item.deadline()).isEqualTo(item.detectedOn().plusDays(7));
            assertThat(events.stream(ItemDatesMoved.class)).contains(new ItemDatesMoved(id));
            LedgerEvent triaged = last(id);
            assertThat(triaged.kind()).isEqualTo("itemTriaged");
            assertThat(triaged.reason()).isEqualTo("Exposed");
            assertThat(triaged.field("priority").orElseThrow().before()).isEqualTo("HIGH");
            assertThat(triaged.field("priority").orElseThrow().after()).isEqualTo("CRITICAL");
        }

        @Test
        void happensOnce() {
            PoamId id = situations.triaged(situations.aNewItem());

            assertThatThrownBy(() -> situations.triaged(id))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining(id.text())
                    .hasMessageContaining("New")
                    .hasMessageContaining("PLAN");
        }
    }

    @Nested
    class Planning {

        @Test
        void refusesAPlanThatLacksSomethingAndSaysWhat() {
            PoamId id = situations.triaged(situations.aNewItem());
            Plan empty = new Plan(null, null, null, null, List.of(), null, null, null);

            assertThatThrownBy(() -> register.submitPlan(id, empty, IT))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("owner")
                    .hasMessageContaining("hours")
                    .hasMessageContaining("milestone");
            assertThat(register.get(id).status()).isEqualTo(ItemStatus.NEW);
        }

        @Test
        void refusesAnItemThatWasNotTriaged() {
            PoamId id = situations.aNewItem();

            assertThatThrownBy(() -> situations.submitPlan(id, inDays(5)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("TRIAGE");
            assertThat(kinds(id)).containsExactly("itemOpened");
        }

        @Test
        void leavesTheDateUnsignedUntilSomebodyElseApproves() {
            PoamItem item = register.get(situations.aPlannedItem());

            assertThat(item.status()).isEqualTo(ItemStatus.PLANNED);
            assertThat(item.proposedCompletion()).contains(inDays(10));
            assertThat(item.plannedCompletion()).isEmpty();
            assertThat(item.due()).isEqualTo(item.deadline());
        }
    }

    @Nested
    class SigningOff {

        @Test
        void makesThePlannedDateTheDueDate() {
            PoamItem item = register.get(situations.anItemInProgress());

            assertThat(item.status()).isEqualTo(ItemStatus.IN_PROGRESS);
            assertThat(item.due()).isEqualTo(inDays(10));
            assertThat(item.originalCompletion()).contains(inDays(10));
        }

        @Test
        void isNotForWhoSubmittedThePlan() {
            PoamId id = situations.triaged(situations.aNewItem());
            Actor both = new Actor("issm", Set.of(Group.ISSM, Group.REMEDIATOR), "page");
            register.submitPlan(id, aPlan(inDays(5)), both);

            assertThatThrownBy(() -> register.signOff(id, APPROVED, ISSM))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("somebody else");
        }

        @Test
        void isNotForTheOwner() {
            PoamId id = situations.aPlannedItem();
            Actor owner = new Actor("it", Set.of(Group.REMEDIATOR, Group.ISSM), "page");

            assertThatThrownBy(() -> register.signOff(id, APPROVED, owner)).isInstanceOf(Refused.class);
        }

        @Test
        void needsLeadershipBeyondTheDeadline() {
            PoamId id = situations.planned(situations.aNewItem(), inDays(45));

            assertThat(register.signOff(id, APPROVED, ISSM)).isEqualTo(SignOff.Outcome.LEADERSHIP);
            assertThat(register.get(id).status()).isEqualTo(ItemStatus.PLANNED);
            assertThat(register.signOff(id, new SignOff(true, Group.LEADERSHIP, null), LEADER))
                    .isEqualTo(SignOff.Outcome.APPROVED);
            assertThat(register.get(id).plannedCompletion()).contains(inDays(45));
            assertThat(kinds(id)).endsWith("plannedDateApprovedByIssm", "plannedDateApproved");
        }

        @Test
        void refusesOnlyWithAReason() {
            PoamId id = situations.aPlannedItem();

            assertThatThrownBy(() -> register.signOff(id, new SignOff(false, Group.ISSM, " "), ISSM))
                    .isInstanceOf(Refused.class);
            register.signOff(id, new SignOff(false, Group.ISSM, "Too late for the audit"), ISSM);

            assertThat(register.get(id).status()).isEqualTo(ItemStatus.NEW);
            assertThat(last(id).reason()).isEqualTo("Too late for the audit");
        }
    }

    @Nested
    class ReportingAFix {

        @Test
        void isRefusedWithoutEvidence() {
            PoamId id = situations.anItemInProgress();

            assertThatThrownBy(() -> register.reportFixed(id, aFix(), IT))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("evidence");
            assertThat(register.get(id).status()).isEqualTo(ItemStatus.IN_PROGRESS);
        }

        @Test
        void isForTheOwner() {
            PoamId id = situations.withEvidence(situations.anItemInProgress());

            assertThatThrownBy(() -> register.reportFixed(id, aFix(), OT))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("owner");
        }

        @Test
        void doesNotTakeADateInTheFuture() {
            PoamId id = situations.withEvidence(situations.anItemInProgress());

            assertThatThrownBy(() -> register.reportFixed(id, new FixReport("Done", inDays(1), Set.of()), IT))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("future");
        }

        @Test
        void completesTheMilestonesNamed() {
            PoamItem item = register.get(situations.anItemAwaitingVerification());

            assertThat(item.status()).isEqualTo(ItemStatus.AWAITING_VERIFICATION);
            assertThat(item.milestones())
                    .allSatisfy(each -> assertThat(each.completedOn()).contains(situations.today()));
        }
    }

    @Nested
    class Verifying {

        @Test
        void isNotForTheOwner() {
            PoamId id = situations.anItemAwaitingVerification();
            Actor owner = new Actor("it", Set.of(Group.REMEDIATOR, Group.ISSM), "page");

            assertThatThrownBy(() -> register.verify(id, PASSED, owner))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("somebody else");
        }

        @Test
        void isForTheIssm() {
            PoamId id = situations.anItemAwaitingVerification();

            assertThatThrownBy(() -> register.verify(id, PASSED, OT)).isInstanceOf(Refused.class);
        }

        @Test
        void sendsAFailedFixBackWithTheSameDatesAndCounts() {
            PoamId id = situations.anItemAwaitingVerification();

            register.verify(id, new Verification(false, "Still on Shop-PC07"), ISSM);

            PoamItem item = register.get(id);
            assertThat(item.status()).isEqualTo(ItemStatus.IN_PROGRESS);
            assertThat(item.failedVerifications()).isEqualTo(1);
            assertThat(item.plannedCompletion()).contains(inDays(10));
            assertThat(item.originalCompletion()).contains(inDays(10));
            assertThat(last(id).reason()).isEqualTo("Still on Shop-PC07");
        }

        @Test
        void refusesAnItemThatNobodyReportedAsFixed() {
            PoamId id = situations.anItemInProgress();

            assertThatThrownBy(() -> register.verify(id, PASSED, ISSM))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("In progress");
        }
    }

    @Nested
    class Closing {

        @Test
        void tellsHowItWasProved() {
            PoamItem item = register.get(situations.aClosedItem());

            assertThat(item.status()).isEqualTo(ItemStatus.CLOSED);
            assertThat(item.closedHow()).contains(ClosedHow.VERIFIED_BY_PERSON);
            assertThat(item.closedBy()).contains("issm");
            assertThat(item.closedOn()).contains(situations.today());
            assertThat(events.stream(ItemClosed.class)).contains(new ItemClosed(item.id()));
        }

        @Test
        void byARescanTellsSo() {
            PoamId id = situations.anItemAwaitingVerification();

            register.judgeByRescan(id, true, "Absent in scan 4", Actor.system("import"));
            register.close(id, Actor.system("process"));

            assertThat(register.get(id).closedHow()).contains(ClosedHow.VERIFIED_BY_RESCAN);
        }

        @Test
        void happensOnce() {
            PoamId id = situations.aClosedItem();

            assertThatThrownBy(() -> register.close(id, Actor.system("process")))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("closed already");
        }

        @Test
        void leavesTheWholeWayInTheLedger() {
            PoamId id = situations.aClosedItem();

            assertThat(kinds(id))
                    .containsExactly(
                            "itemOpened",
                            "itemTriaged",
                            "planSubmitted",
                            "plannedDateApproved",
                            "evidenceAdded",
                            "fixReported",
                            "fixVerified",
                            "itemClosed");
            assertThat(ledger.of(id.subject())).allMatch(LedgerEvent::isIntact);
        }
    }

    @Test
    void knowsNoItemThatDoesNotExist() {
        assertThatThrownBy(() -> register.get(new PoamId("POA-1999-001"))).isInstanceOf(NotFound.class);
    }

    private LocalDate inDays(int days) {
        return situations.today().plusDays(days);
    }

    private FixReport aFix() {
        return new FixReport("Update installed", situations.today(), Set.of());
    }

    private List<String> kinds(PoamId id) {
        return ledger.of(id.subject()).stream().map(LedgerEvent::kind).toList();
    }

    private LedgerEvent last(PoamId id) {
        List<LedgerEvent> all = ledger.of(id.subject());
        return all.get(all.size() - 1);
    }
}
