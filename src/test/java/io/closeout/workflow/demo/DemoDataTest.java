package io.closeout.workflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.access.Actor;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.assessment.Assessment;
import io.closeout.assessment.Assessments;
import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.assessment.Occasion;
import io.closeout.assessment.Requirements;
import io.closeout.assessment.StatusState;
import io.closeout.evidence.EvidenceKind;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.intake.ScanIntake;
import io.closeout.intake.ScanState;
import io.closeout.intake.Scans;
import io.closeout.policy.KevListing;
import io.closeout.policy.Track;
import io.closeout.register.ClosedHow;
import io.closeout.register.ItemFilter;
import io.closeout.register.ItemSearch;
import io.closeout.register.ItemStatus;
import io.closeout.register.ItemSummary;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.reporting.Snapshots;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.extension.ExtensionRequest;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.period.PoamReview;
import io.closeout.review.period.ReviewState;
import io.closeout.review.period.Reviews;
import io.closeout.review.status.StatusRounds;
import io.closeout.shared.PageRequest;
import io.closeout.testing.WholeApplication;
import io.closeout.threat.KnownExploitation;
import io.closeout.workflow.AcceptRisk;
import io.closeout.workflow.ApproveExtension;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.TrackConditionalStatus;
import io.closeout.workflow.UpdateStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** What a visitor of the demo finds, and what the tour's second scan makes of it. */
@SpringBootTest(
        classes = WholeApplication.class,
        properties = "spring.datasource.url=jdbc:h2:mem:demo-data-test;DB_CLOSE_DELAY=-1")
@ActiveProfiles("demo")
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoDataTest {

    private static final String RDP = "125313";
    private static final String PRESS_CONTROLLER = "500817";
    private static final String OCTOBER_UPDATE = "207411";
    private static final String PRINT_SPOOLER = "193421";

    @Autowired
    private ItemSearch search;

    @Autowired
    private Register register;

    @Autowired
    private KnownExploitation exploitation;

    @Autowired
    private TaskService tasks;

    @Autowired
    private EvidenceLocker evidence;

    @Autowired
    private ExtensionRequests requests;

    @Autowired
    private CmmcStatuses statuses;

    @Autowired
    private Assessments assessments;

    @Autowired
    private PolicyCalendar calendar;

    @Autowired
    private ScanIntake intake;

    @Autowired
    private Scans scans;

    @Autowired
    private People people;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Snapshots snapshots;

    @Autowired
    private StatusRounds rounds;

    @Test
    @Order(1)
    void itemsStandInEveryStage() {
        assertThat(items())
                .extracting(ItemSummary::status)
                .contains(
                        ItemStatus.NEW,
                        ItemStatus.PLANNED,
                        ItemStatus.IN_PROGRESS,
                        ItemStatus.AWAITING_VERIFICATION,
                        ItemStatus.CLOSED);
        assertThat(List.of(
                        RemediatePoamItem.TASK_TRIAGE,
                        RemediatePoamItem.TASK_PLAN,
                        RemediatePoamItem.TASK_SIGN_OFF,
                        RemediatePoamItem.TASK_LEADERSHIP_SIGN_OFF,
                        RemediatePoamItem.TASK_REMEDIATE,
                        RemediatePoamItem.TASK_VERIFY))
                .allSatisfy(task -> assertThat(waitingAt(task)).as(task).isPositive());
    }

    @Test
    @Order(1)
    void someAreOverdueAndSomeWereClosedByPeople() {
        assertThat(items()).filteredOn(ItemSummary::overdue).hasSizeBetween(1, 8);
        assertThat(items())
                .filteredOn(item -> item.status() == ItemStatus.CLOSED)
                .hasSizeGreaterThanOrEqualTo(3)
                .extracting(
                        item -> register.get(new PoamId(item.id())).closedHow().orElseThrow())
                .containsOnly(ClosedHow.VERIFIED_BY_PERSON);
        assertThat(item(PRINT_SPOOLER).failedVerifications()).isEqualTo(1);
    }

    @Test
    @Order(1)
    void theLastMonthlyReviewIsSignedAndAnOwnerIsBeingAsked() {
        assertThat(reviews.all())
                .extracting(PoamReview::state)
                .containsExactly(ReviewState.PLANNED, ReviewState.SIGNED);
        assertThat(snapshots
                        .get(reviews.all().get(1).period().toString())
                        .figures()
                        .open())
                .isPositive();
        assertThat(rounds.open()).hasSize(1);
        assertThat(waitingAt(UpdateStatus.TASK_UPDATE_STATUS)).isOne();
    }

    @Test
    @Order(1)
    void theHistoryIsSpreadOverTheDaysBefore() {
        assertThat(item(RDP).detectedOn()).isEqualTo(calendar.today().minusDays(40));
        assertThat(evidence.of(item(RDP).id().subject()))
                .extracting(each -> calendar.dateOf(each.uploadedAt()))
                .contains(calendar.today().minusDays(36), calendar.today().minusDays(3));
        assertThat(calendar.now()).isBetween(Instant.now().minusSeconds(5), Instant.now());
    }

    @Test
    @Order(1)
    void thePressControllerIsPlannedWithItsReplacementInSixMonths() {
        PoamItem press = item(PRESS_CONTROLLER);

        assertThat(press.plannedCompletion()).contains(calendar.today().plusDays(180));
        assertThat(press.milestones()).hasSize(4);
        assertThat(press.comments().orElseThrow()).contains("cannot be patched");
        assertThat(press.status()).isEqualTo(ItemStatus.RISK_ACCEPTED);
        assertThat(waitingAt(AcceptRisk.TASK_DECIDE)).isEqualTo(1);
    }

    @Test
    @Order(1)
    void oneItemHasMoreTimeAndAnotherAsksForIt() {
        PoamItem extended = item("51192");
        PoamItem asking = item("185887");

        assertThat(requests.of(extended.id()))
                .extracting(ExtensionRequest::state)
                .containsExactly(ApprovalState.APPROVED);
        assertThat(extended.plannedCompletion()).contains(calendar.today().plusDays(34));
        assertThat(extended.originalCompletion()).contains(calendar.today().plusDays(20));
        assertThat(requests.of(asking.id()))
                .extracting(ExtensionRequest::state)
                .containsExactly(ApprovalState.REQUESTED);
        assertThat(waitingAt(ApproveExtension.TASK_DECIDE)).isEqualTo(1);
    }

    @Test
    @Order(1)
    void theCompanyIsConditionalFor143MoreDaysAndOneRequirementIsToBeAssessedAnew() {
        CmmcStatus status = statuses.active().get(0);
        Assessment assessment = assessments.of(status.scope());

        assertThat(status.state()).isEqualTo(StatusState.CONDITIONAL);
        assertThat(status.score()).isEqualTo(103);
        assertThat(status.daysLeft(calendar.today())).isEqualTo(143);
        assertThat(status.affirmation(Occasion.CONDITIONAL)).isPresent();
        assertThat(assessment.scorecard().notMet()).hasSize(5).allSatisfy(each -> assertThat(
                        assessment.item(each).orElseThrow().track())
                .isEqualTo(Track.ASSESSMENT));
        assertThat(assessment.isToBeAssessedAnew(Requirements.get("MP.L2-3.8.4")))
                .isTrue();
        assertThat(waitingAt(TrackConditionalStatus.TASK_RECORD_CLOSEOUT)).isEqualTo(1);
    }

    @Test
    @Order(1)
    void someItemsAreKnownToBeExploited() {
        PoamItem backup = item("178220");

        assertThat(exploitation.listing(backup)).isEqualTo(KevListing.LISTED);
        assertThat(exploitation.of(backup).points()).hasSize(1);
        assertThat(exploitation.of(backup).highestScore()).isPresent();
        assertThat(exploitation.of(item("97833")).needsForensics()).isTrue();
        assertThat(exploitation.listing(item(RDP))).isEqualTo(KevListing.NOT_LISTED);
    }

    @Test
    @Order(2)
    void theSecondScanOfTheFolderClosesTheRemoteDesktopItemAndOpensNewOnes() throws Exception {
        PoamId rdp = item(RDP).id();

        long scan = handIn(Path.of("samples/halyard-second-scan.nessus"));

        assertThat(register.get(rdp).status()).isEqualTo(ItemStatus.CLOSED);
        assertThat(register.get(rdp).closedHow()).contains(ClosedHow.VERIFIED_BY_RESCAN);
        assertThat(evidence.of(rdp.subject())).anyMatch(each -> each.kind() == EvidenceKind.SCAN);
        assertThat(scans.get(scan).counts().itemsOpened()).isEqualTo(4);
        assertThat(scans.get(scan).counts().itemsReopened())
                .as("closed by a person, and still there")
                .isEqualTo(1);
        assertThat(item(OCTOBER_UPDATE).status()).as("still seen on ERP-SRV01").isEqualTo(ItemStatus.IN_PROGRESS);
    }

    private long handIn(Path file) throws IOException, InterruptedException {
        Actor issm = people.get("issm").through("page");
        long id;
        try (InputStream content = Files.newInputStream(file)) {
            id = intake.receive(ScanIntake.Upload.of(file.getFileName().toString()), content, issm);
        }
        Instant giveUp = Instant.now().plus(Duration.ofMinutes(1));
        while (!scans.get(id).state().isFinal() && Instant.now().isBefore(giveUp)) {
            Thread.sleep(100);
        }
        assertThat(scans.get(id).state()).isEqualTo(ScanState.DONE);
        return id;
    }

    private PoamItem item(String check) {
        return items().stream()
                .filter(item -> check.equals(item.sourceId()))
                .map(item -> register.get(new PoamId(item.id())))
                .findFirst()
                .orElseThrow();
    }

    private List<ItemSummary> items() {
        return search.find(ItemFilter.ALL, new PageRequest(0, PageRequest.LARGEST, "id"))
                .items();
    }

    private long waitingAt(String task) {
        return tasks.createTaskQuery().taskDefinitionKey(task).count();
    }
}
