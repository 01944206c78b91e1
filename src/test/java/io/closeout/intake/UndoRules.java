package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.evidence.Evidence;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.register.ItemStatus;
import io.closeout.register.ItemsRestored;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.register.Situations;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** The last import of a scope is undone: every table is as it was before. */
abstract class UndoRules extends ImportRules {

    private static final Actor UPLOADER = new Actor("it", Set.of(Group.REMEDIATOR), "test");

    UndoRules(ImportLab lab) {
        super(lab);
    }

    private void undo(Scan scan) {
        lab.bean(ImportUndo.class).undo(scan.id(), "The wrong file", Situations.ISSM);
    }

    private void assertUndone(Map<String, List<String>> before, Scan scan) {
        Map<String, List<String>> after = lab.everything();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(before.get(table)));
        assertThat(lab.scans.get(scan.id()).state()).isEqualTo(ScanState.UNDONE);
        assertThat(lab.scans.get(scan.id()).undoing())
                .extracting("by", "reason")
                .containsExactly(Situations.ISSM.id(), "The wrong file");
        assertThat(lab.count("import_journal where scan_id = " + scan.id())).isZero();
        assertThat(lab.count("undo_finding where scan_id = " + scan.id())).isZero();
        assertThat(kinds(scan.subject())).endsWith("importUndone");
    }

    private List<String> kinds(String subject) {
        return lab.bean(Ledger.class).of(subject).stream()
                .map(LedgerEvent::kind)
                .toList();
    }

    @Test
    void theFirstImportLeavesAnEmptyRegister() {
        Map<String, List<String>> before = lab.everything();
        Scan scan = lab.imported(aScanOnMarch1().host("web1", 100, 101).host("web2", 100));
        assertThat(lab.everything()).isNotEqualTo(before);

        undo(scan);

        assertUndone(before, scan);
        assertThat(lab.items()).isEmpty();
        assertThat(kinds("item:" + FIRST)).containsExactly("itemOpened", "itemTakenBack");
    }

    @Test
    void numbersStayUsed() {
        undo(lab.imported(aScanOnMarch1().host("web1", 100)));
        lab.imported(aScanOnMarch1().host("web1", 100));
        assertThat(lab.items()).extracting(item -> item.id().text()).containsExactly(SECOND);
    }

    @Test
    void theSameFileMayComeAgain() {
        Scan first = lab.imported(aScanOnMarch1().host("web1", 100).host("web2", 100));
        undo(first);
        assertCounts(lab.imported(aScanOnMarch1().host("web1", 100).host("web2", 100)), 2, 0, 0, 0, 0, 1, 0, 0);
    }

    @Nested
    class OfALaterImport {

        @Test
        void takesBackWhatJoinedWhatWasSeenAgainAndWhatIsGone() {
            lab.imported(aScanOnMarch1().host("web1", 100, 101).host("web2", 100, 102));
            Map<String, List<String>> before = lab.everything();

            Scan scan = lab.imported(aScanOnMarch8()
                    .host("web1", 100, 103)
                    .host("web2", 101, 102)
                    .host("web3", 100));
            assertThat(scan.counts().newFindings()).isEqualTo(3);
            assertThat(scan.counts().seenAgain()).isEqualTo(2);
            assertThat(scan.counts().verifiedAbsent()).isEqualTo(2);

            undo(scan);
            assertUndone(before, scan);
        }

        @Test
        void opensAgainWhatItHadClosedAndWithdrawsItsEvidence() {
            lab.imported(aScanOnMarch1().host("web1", 100).host("web2", 100));
            Map<String, List<String>> before = lab.everything();
            Scan scan = lab.imported(aScanOnMarch8().host("web1").host("web2"));
            assertThat(lab.item(FIRST).status()).isEqualTo(ItemStatus.CLOSED);
            EvidenceLocker evidence = lab.bean(EvidenceLocker.class);
            assertThat(evidence.countFor("item:" + FIRST)).isEqualTo(1);

            undo(scan);

            assertUndone(before, scan);
            assertThat(lab.item(FIRST).status()).isEqualTo(ItemStatus.NEW);
            assertThat(evidence.countFor("item:" + FIRST)).isZero();
            assertThat(evidence.of("item:" + FIRST))
                    .extracting(Evidence::withdrawn)
                    .containsExactly("Import 2 (weekly.nessus) was undone: The wrong file");
            assertThat(lab.announced.events()).anySatisfy(event -> assertThat(event)
                    .isInstanceOfSatisfying(ItemsRestored.class, restored -> assertThat(restored.items())
                            .containsExactly(new PoamId(FIRST))));
        }

        @Test
        void aFixThatItContradictedWaitsForItsVerificationAgain() {
            lab.imported(aScanOnMarch1().host("web1", 100).host("web2", 100));
            lab.situations.signedOff(lab.situations.planned(new PoamId(FIRST), LocalDate.of(2026, 3, 20)));
            lab.clock.set("2026-03-05T10:00:00Z");
            lab.situations.reportedFixed(new PoamId(FIRST));
            Map<String, List<String>> before = lab.everything();
            Scan scan = lab.imported(aScanOnMarch8().host("web1", 100).host("web2", 100));
            assertThat(lab.item(FIRST).failedVerifications()).isEqualTo(1);

            undo(scan);

            assertUndone(before, scan);
            assertThat(lab.item(FIRST).status()).isEqualTo(ItemStatus.AWAITING_VERIFICATION);
        }

        @Test
        void whatCameBackIsGoneAgain() {
            lab.imported(aScanOnMarch1().host("web1", 100));
            lab.imported(aScanOnMarch8().host("web1"));
            Map<String, List<String>> before = lab.everything();
            Scan scan = lab.imported(aScanOnMarch15().host("web1", 100));
            assertThat(scan.counts().reappeared()).isEqualTo(1);

            undo(scan);
            assertUndone(before, scan);
        }

        @Test
        void onlyTheLastIsUndone() {
            Scan first = lab.imported(aScanOnMarch1().host("web1", 100));
            Scan second = lab.imported(aScanOnMarch8().host("web1", 100, 101));

            assertThatThrownBy(() -> undo(first)).isInstanceOf(Refused.class).hasMessageContaining("last import");
            undo(second);
            assertThatThrownBy(() -> undo(second)).isInstanceOf(Refused.class).hasMessageContaining("Undone");
            assertThatThrownBy(() -> undo(first)).isInstanceOf(Refused.class).hasMessageContaining("last import");
        }
    }

    @Nested
    class IsRefused {

        @Test
        void onceSomebodyHasWorkedOnWhatItOpened() {
            Scan scan = lab.imported(aScanOnMarch1().host("web1", 100, 101));
            lab.situations.planned(new PoamId(SECOND), LocalDate.of(2026, 3, 20));
            Map<String, List<String>> before = lab.everything();

            assertThatThrownBy(() -> undo(scan)).isInstanceOf(Refused.class).hasMessageContaining(SECOND);

            assertThat(lab.everything()).isEqualTo(before);
            assertThat(lab.scans.get(scan.id()).state()).isEqualTo(ScanState.DONE);
        }

        @Test
        void onceAClockOrAFeedHasChangedWhatWasThereBefore() {
            lab.imported(aScanOnMarch1().host("web1", 100));
            Scan scan = lab.imported(aScanOnMarch8().host("web2", 100));
            lab.bean(TransactionTemplate.class).executeWithoutResult(status -> lab.bean(Register.class)
                    .skipTriage(new PoamId(FIRST), Actor.system("timer")));
            assertThatThrownBy(() -> undo(scan)).isInstanceOf(Refused.class).hasMessageContaining(FIRST);
        }

        @Test
        void onceEvidenceWasAdded() {
            Scan scan = lab.imported(aScanOnMarch1().host("web1", 100));
            lab.situations.withEvidence(new PoamId(FIRST));
            assertThatThrownBy(() -> undo(scan)).isInstanceOf(Refused.class).hasMessageContaining(FIRST);
        }

        @Test
        void withoutAReasonAndFromSomebodyElse() {
            Scan scan = lab.imported(aScanOnMarch1().host("web1", 100));
            ImportUndo undo = lab.bean(ImportUndo.class);
            assertThatThrownBy(() -> undo.undo(scan.id(), " ", Situations.ISSM))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Say why");
            assertThatThrownBy(() -> undo.undo(scan.id(), "Mine", UPLOADER))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("somebody else");
            assertThat(undo.isOfferedTo(UPLOADER, scan.id())).isFalse();
            assertThat(undo.isOfferedTo(Situations.ISSM, scan.id())).isTrue();
        }

        @Test
        void whileAnotherImportIsTakenIn() {
            Scan scan = lab.imported(aScanOnMarch1().host("web1", 100));
            lab.jdbc
                    .sql(
                            "insert into scope_lease (scope_id, scan_id, held_until) select scope_id, 99, timestamp '2026-03-02 09:00:00+00' from scan")
                    .update();
            assertThatThrownBy(() -> undo(scan)).isInstanceOf(Refused.class).hasMessageContaining("Another import");
        }
    }

    /** A column that a later migration adds to the register must be kept as well. */
    @Test
    void whatIsKeptHasTheColumnsOfTheRegister() {
        List<String> tables = List.of(
                "asset",
                "asset_identifier",
                "weakness",
                "suppression",
                "poam_item",
                "item_asset",
                "milestone",
                "milestone_change");
        assertThat(tables).allSatisfy(table -> assertThat(columns("undo_" + table))
                .as(table)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(columns(table).stream(), Stream.of("scan_id", "added"))
                                .toList()));
    }

    private List<String> columns(String table) {
        return lab.jdbc
                .sql("select lower(column_name) from information_schema.columns where lower(table_name) = ?")
                .param(table)
                .query(String.class)
                .list();
    }
}
