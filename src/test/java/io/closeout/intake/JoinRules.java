package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.register.ClosedHow;
import io.closeout.register.ItemJoins;
import io.closeout.register.ItemStatus;
import io.closeout.register.JoinProposal;
import io.closeout.register.JoinProposals;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Situations;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Items of different scanners that name one CVE on one asset, and what becomes of them. */
abstract class JoinRules extends ImportRules {

    private static final String NESSUS =
            "Plugin ID,CVE,Risk,Host,Protocol,Port,Name,Description,Solution,Plugin Output\n";
    private static final String OPENVAS =
            "IP,Hostname,Port,Port Protocol,CVSS,Severity,NVT Name,NVT OID,CVEs,Timestamp\n";

    private final JoinProposals proposals;
    private final ItemJoins joins;
    private final GroupingTable table;

    JoinRules(ImportLab lab) {
        super(lab);
        proposals = lab.bean(JoinProposals.class);
        joins = lab.bean(ItemJoins.class);
        table = lab.bean(GroupingTable.class);
    }

    @BeforeEach
    void asShipped() {
        table.says("WEAKNESS");
    }

    @Test
    void areProposedWithTheOlderToStay() {
        bothScanners();

        assertThat(proposals.open()).singleElement().satisfies(each -> {
            assertThat(each.keptItem()).isEqualTo(FIRST);
            assertThat(each.joiningItem()).isEqualTo(SECOND);
        });
    }

    @Test
    void areNotProposedForOneScannerAnotherAssetOrAnotherCve() {
        nessus(nessusRow(100, "CVE-2026-0001", "10.0.0.1")
                + nessusRow(101, "CVE-2026-0001", "10.0.0.1")
                + nessusRow(102, "CVE-2026-0002", "10.0.0.1"));

        openvas(openvasRow("1.3.6.1.4.1.25623.1.0.1", "CVE-2026-0001", "10.0.0.2")
                + openvasRow("1.3.6.1.4.1.25623.1.0.2", "CVE-2026-0003", "10.0.0.1"));

        assertThat(proposals.open()).isEmpty();
        assertThat(lab.count("staged_twin")).isZero();
    }

    @Test
    void areProposedOnceHoweverOftenTheyAreSeen() {
        bothScanners();
        lab.clock.set("2026-03-16T08:00:00Z");
        openvas(openvasRow("1.3.6.1.4.1.25623.1.0.1", "CVE-2026-0001", "10.0.0.1")
                + openvasRow("1.3.6.1.4.1.25623.1.0.1", "CVE-2026-0001", "10.0.0.3"));

        assertThat(lab.count("join_proposal")).isEqualTo(1);
    }

    @Test
    void joinedTheOlderTakesOverFindingsAssetsCvesSeverityAndTheEarlierDeadline() {
        bothScanners();
        PoamItem before = lab.item(FIRST);

        joins.join(proposal(), "Same library", Situations.ISSM);

        PoamItem kept = lab.item(FIRST);
        assertThat(kept.severity()).isEqualTo(Severity.HIGH);
        assertThat(kept.deadline())
                .as("the days of the worse severity count from its own detection")
                .isEqualTo("2026-04-01")
                .isBefore(deadlineOf(SECOND))
                .isBefore(before.deadline());
        assertThat(kept.detectedOn()).isEqualTo(before.detectedOn());
        assertThat(lab.count("finding where item_id = '" + FIRST + "' and state = 'OPEN'"))
                .isEqualTo(3);
        assertThat(lab.count("item_asset where item_id = '" + FIRST + "'")).isEqualTo(2);
        assertThat(lab.register.deadlineFacts(new PoamId(FIRST)).cves())
                .containsExactlyInAnyOrder("CVE-2026-0001", "CVE-2026-0009");
    }

    @Test
    void joinedTheOtherEndsWithoutBeingFixedAndBothSayWhy() {
        bothScanners();

        joins.join(proposal(), "Same library", Situations.ISSM);

        PoamItem ended = lab.item(SECOND);
        assertThat(ended.status()).isEqualTo(ItemStatus.CLOSED);
        assertThat(ended.closedHow()).contains(ClosedHow.JOINED);
        assertThat(ended.joinedTo()).contains(new PoamId(FIRST));
        assertThat(reasons(SECOND)).contains("Joined to POA-2026-001: Same library");
        assertThat(reasons(FIRST)).contains("POA-2026-002 was joined to it: Same library");
        assertThat(lab.count("item_asset where item_id = '" + SECOND + "'")).isEqualTo(2);
        assertThat(proposals.open()).isEmpty();
    }

    @Test
    void joinedFurtherFindingsOfTheOtherGoToTheOneThatStays() {
        bothScanners();
        joins.join(proposal(), null, Situations.ISSM);

        lab.clock.set("2026-03-16T08:00:00Z");
        Scan scan = openvas(openvasRow("1.3.6.1.4.1.25623.1.0.1", "CVE-2026-0001", "10.0.0.1")
                + openvasRow("1.3.6.1.4.1.25623.1.0.1", "CVE-2026-0001", "10.0.0.7"));

        assertThat(scan.counts().itemsOpened()).isZero();
        assertThat(lab.count("finding where item_id = '" + FIRST + "'")).isEqualTo(4);
    }

    @Test
    void joinedOneScannerAloneDoesNotProveItGone() {
        lab.imported(aScanOnMarch1().host("10.0.0.1", 100));
        lab.jdbc.sql("update weakness set cves = 'CVE-2026-0001'").update();
        openvas(openvasRow("1.3.6.1.4.1.25623.1.0.1", "CVE-2026-0001", "10.0.0.1"));
        joins.join(proposal(), null, Situations.ISSM);

        lab.imported(aScanOnMarch8().host("10.0.0.1"));

        assertThat(lab.item(FIRST).hasEnded()).isFalse();
        assertThat(lab.count("finding where state = 'OPEN' and item_id = '" + FIRST + "'"))
                .isEqualTo(1);
    }

    @Test
    void keptApartNobodyIsAskedAgain() {
        bothScanners();

        joins.keepApart(proposal(), "Two copies of the library", Situations.ISSM);

        assertThat(lab.items()).allMatch(item -> !item.hasEnded());
        assertThat(reasons(FIRST)).contains("Not the same as POA-2026-002: Two copies of the library");
        lab.clock.set("2026-03-16T08:00:00Z");
        openvas(openvasRow("1.3.6.1.4.1.25623.1.0.1", "CVE-2026-0001", "10.0.0.1")
                + "10.0.0.1,,8443,tcp,7.5,High,Weakness,1.3.6.1.4.1.25623.1.0.1,CVE-2026-0001,2026-03-15T20:00:00Z\n");
        assertThat(proposals.open()).isEmpty();
        assertThat(lab.count("join_proposal")).isEqualTo(1);
    }

    @Test
    void onlyTheIssmDecides() {
        bothScanners();
        Actor it = new Actor("it", Set.of(Group.REMEDIATOR), "test");

        assertThatThrownBy(() -> joins.join(proposal(), null, it)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> joins.keepApart(proposal(), null, it)).isInstanceOf(Exception.class);
        assertThat(proposals.open()).hasSize(1);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsTold() throws Exception {
        bothScanners();
        long proposal = proposal();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (Callable<Boolean> each : List.<Callable<Boolean>>of(
                    () -> taken(() -> joins.join(proposal, null, Situations.ISSM)),
                    () -> taken(() -> joins.keepApart(proposal, null, Situations.ISSM)))) {
                answers.add(two.submit(each));
            }
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void whatTheJoinedItemWasProposedWithIsProposedWithTheOneThatStays() {
        nessus(nessusRow(100, "CVE-2026-0001", "10.0.0.1") + nessusRow(101, "CVE-2026-0009", "10.0.0.1"));
        lab.clock.set("2026-03-09T08:00:00Z");
        openvas(
                "10.0.0.1,,443,tcp,7.5,High,Weakness,1.3.6.1.4.1.25623.1.0.1,\"CVE-2026-0001,CVE-2026-0009\",2026-03-08T20:00:00Z\n");
        assertThat(proposals.open())
                .extracting(JoinProposal::keptItem, JoinProposal::joiningItem)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(FIRST, "POA-2026-003"),
                        org.assertj.core.groups.Tuple.tuple(SECOND, "POA-2026-003"));

        joins.join(proposal(), null, Situations.ISSM);

        assertThat(proposals.open()).singleElement().satisfies(each -> {
            assertThat(each.keptItem()).isEqualTo(FIRST);
            assertThat(each.joiningItem()).isEqualTo(SECOND);
        });
    }

    @Test
    void undoOfTheImportTakesItsProposalsAlong() {
        nessus(nessusRow(100, "CVE-2026-0001", "10.0.0.1"));
        lab.clock.set("2026-03-09T08:00:00Z");
        Scan second = openvas(openvasRow("1.3.6.1.4.1.25623.1.0.1", "CVE-2026-0001", "10.0.0.1"));
        assertThat(proposals.open()).hasSize(1);

        lab.bean(ImportUndo.class).undo(second.id(), "A wrong file", Situations.ISSM);

        assertThat(lab.count("join_proposal")).isZero();
    }

    private static boolean taken(Runnable decision) {
        try {
            decision.run();
            return true;
        } catch (Refused told) {
            return false;
        }
    }

    /** Nessus sees CVE 1 on machine 1, a week later OpenVAS sees it there and, with CVE 9, elsewhere, and rates it as worse. */
    private void bothScanners() {
        nessus(nessusRow(100, "CVE-2026-0001", "10.0.0.1"));
        lab.clock.set("2026-03-09T08:00:00Z");
        openvas(
                "10.0.0.1,,443,tcp,7.5,High,Weakness,1.3.6.1.4.1.25623.1.0.1,\"CVE-2026-0001,CVE-2026-0009\",2026-03-08T20:00:00Z\n"
                        + "10.0.0.2,,443,tcp,7.5,High,Weakness,1.3.6.1.4.1.25623.1.0.1,\"CVE-2026-0001,CVE-2026-0009\",2026-03-08T20:00:00Z\n");
    }

    private Scan nessus(String rows) {
        return lab.run(lab.received(NESSUS + rows));
    }

    private Scan openvas(String rows) {
        return lab.run(lab.received(OPENVAS + rows));
    }

    private static String nessusRow(int check, String cve, String host) {
        return "%1$d,%2$s,Low,%3$s,tcp,443,Weakness %1$d,,,\n".formatted(check, cve, host);
    }

    private static String openvasRow(String check, String cve, String host) {
        return "%s,,443,tcp,7.5,High,Weakness,%s,%s,2026-03-08T20:00:00Z\n".formatted(host, check, cve);
    }

    private long proposal() {
        return proposals.open().get(0).id();
    }

    private java.time.LocalDate deadlineOf(String item) {
        return lab.item(item).deadline();
    }

    private List<String> reasons(String item) {
        return lab.bean(Ledger.class).of("item:" + item).stream()
                .map(LedgerEvent::reason)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
