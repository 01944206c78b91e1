package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.register.Asset;
import io.closeout.register.AssetChange;
import io.closeout.register.Assets;
import io.closeout.register.NamedCves;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Situations;
import io.closeout.shared.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which items findings become as the table of groups says. */
abstract class GroupingRules extends ImportRules {

    private static final String HEAD =
            "Plugin ID,CVE,Risk,Host,Protocol,Port,Name,Description,Solution,Plugin Output\n";

    private final GroupingTable table;

    GroupingRules(ImportLab lab) {
        super(lab);
        table = lab.bean(GroupingTable.class);
    }

    @BeforeEach
    void asShipped() {
        table.says("WEAKNESS");
    }

    @Nested
    class ByCve {

        @BeforeEach
        void byCve() {
            table.says("CVE");
        }

        @Test
        void weaknessesOfOneCveAreOneItemAsSevereAsTheWorst() {
            imported(row(100, "CVE-2026-0001", "Low", "web1")
                    + row(101, "CVE-2026-0001", "High", "web1")
                    + row(102, "CVE-2026-0002", "Medium", "web1"));

            assertThat(itemsOfFindings()).containsExactly("100 " + FIRST, "101 " + FIRST, "102 " + SECOND);
            PoamItem item = lab.item(FIRST);
            assertThat(item.severity()).isEqualTo(Severity.HIGH);
            assertThat(item.title()).isEqualTo("CVE-2026-0001: Weakness 101");
            assertThat(item.groupKey()).contains("CVE:CVE-2026-0001");
        }

        @Test
        void theItemNamesTheCvesOfAllItsWeaknesses() {
            imported(row(100, "CVE-2026-0001", "Low", "web1")
                    + row(101, "CVE-2026-0001", "High", "web1")
                    + row(101, "CVE-2026-0007", "High", "web1"));

            assertThat(lab.bean(NamedCves.class).ofOpenItems())
                    .containsOnly(Map.entry(new PoamId(FIRST), java.util.Set.of("CVE-2026-0001", "CVE-2026-0007")));
        }

        @Test
        void whatNamesNoneStaysWithItsWeakness() {
            imported(row(100, "", "High", "web1") + row(101, "", "High", "web1"));

            assertThat(itemsOfFindings()).containsExactly("100 " + FIRST, "101 " + SECOND);
            assertThat(lab.items()).allMatch(item -> item.groupKey().isEmpty());
        }

        @Test
        void aGraverWeaknessThatJoinsLaterRaisesSeverityAndShortensTheDeadline() {
            imported(row(100, "CVE-2026-0001", "Low", "web1"));
            PoamItem before = lab.item(FIRST);

            lab.clock.set("2026-03-09T08:00:00Z");
            imported(row(100, "CVE-2026-0001", "Low", "web1") + row(101, "CVE-2026-0001", "Critical", "web1"));

            PoamItem after = lab.item(FIRST);
            assertThat(lab.items()).hasSize(1);
            assertThat(after.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(after.priority()).isEqualTo(Severity.CRITICAL);
            assertThat(after.deadline()).isBefore(before.deadline());
            assertThat(after.detectedOn()).isEqualTo(before.detectedOn());
        }

        @Test
        void theSameFileAgainChangesNothing() {
            String rows = row(100, "CVE-2026-0001", "Low", "web1") + row(101, "CVE-2026-0001", "High", "web2");
            imported(rows);

            assertCounts(imported(rows), 0, 2, 0, 0, 0, 0, 0, 0);
        }
    }

    @Nested
    class ByAssetGroup {

        @Test
        void everythingOnTheAssetsOfAGroupIsOneItemAndTheRestStaysWithItsWeakness() {
            lab.imported(aScanOnMarch1().host("web1", 105).host("web2", 105).host("desk", 105));
            group("web1", "Servers", null);
            group("web2", "Servers", null);
            table.says("ASSET_GROUP");

            lab.imported(aScanOnMarch8()
                    .host("web1", 100, 105)
                    .host("web2", 101, 105)
                    .host("desk", 100, 105));

            assertThat(itemsOfFindings())
                    .containsExactly(
                            "100 desk POA-2026-002",
                            "100 web1 POA-2026-003",
                            "101 web2 POA-2026-003",
                            "105 desk POA-2026-001",
                            "105 web1 POA-2026-001",
                            "105 web2 POA-2026-001");
            assertThat(lab.item("POA-2026-003").title()).isEqualTo("Weaknesses of the asset group servers");
        }

        private List<String> itemsOfFindings() {
            return lab.findings().stream()
                    .map(each -> each.split(" "))
                    .map(part -> part[0] + " " + part[1] + " " + part[5])
                    .toList();
        }
    }

    @Nested
    class ByOwner {

        @Test
        void everythingOnAssetsOfAnOwnerGroupIsOneItem() {
            lab.imported(aScanOnMarch1().host("web1", 105).host("web2", 105));
            group("web1", null, "remediator");
            group("web2", null, "remediator");
            table.says("OWNER");

            lab.imported(aScanOnMarch8().host("web1", 100, 105).host("web2", 101, 105));

            assertThat(lab.count("finding where item_id = '" + SECOND + "'")).isEqualTo(2);
            assertThat(lab.item(SECOND).groupKey()).contains("OWNER:remediator");
        }
    }

    @Nested
    class WhenTheTableChanges {

        @Test
        void openItemsKeepTheirFindingsAndNewOnesFollowTheTable() {
            imported(row(100, "CVE-2026-0001", "High", "web1"));
            table.says("CVE");

            imported(row(100, "CVE-2026-0001", "High", "web1")
                    + row(100, "CVE-2026-0001", "High", "web2")
                    + row(101, "CVE-2026-0001", "High", "web2"));

            assertThat(itemsOfFindings())
                    .as("web1 stays; both of web2 are of the CVE")
                    .containsExactly("100 " + FIRST, "100 " + SECOND, "101 " + SECOND);
        }

        @Test
        void anItemOfAGroupTakesNothingAnyMoreOnceWeaknessesHaveTheirOwn() {
            table.says("CVE");
            imported(row(100, "CVE-2026-0001", "High", "web1"));
            table.says("WEAKNESS");

            imported(row(100, "CVE-2026-0001", "High", "web1") + row(100, "CVE-2026-0001", "High", "web2"));

            assertThat(itemsOfFindings()).containsExactly("100 " + FIRST, "100 " + SECOND);
        }
    }

    @Nested
    class TheEnd {

        @Test
        void needsProofForEveryFindingOfTheGroup() {
            lab.imported(aScanOnMarch1().host("web1", 105));
            group("web1", "Servers", null);
            table.says("ASSET_GROUP");
            lab.imported(aScanOnMarch8().host("web1", 100, 101, 105));

            lab.imported(aScanOnMarch15().host("web1", 101, 105));
            assertThat(lab.item(SECOND).hasEnded()).isFalse();

            lab.clock.set("2026-03-23T08:00:00Z");
            lab.imported(ScanFile.endedAt("2026-03-22T20:00:00Z").host("web1", 105));
            assertThat(lab.item(SECOND).hasEnded()).isTrue();
        }

        @Test
        void isTakenUpByANewItemOfTheGroupThatNamesIt() {
            lab.imported(aScanOnMarch1().host("web1", 105));
            group("web1", "Servers", null);
            table.says("ASSET_GROUP");
            lab.imported(aScanOnMarch8().host("web1", 100, 105));
            lab.imported(aScanOnMarch15().host("web1", 105));

            lab.clock.set("2026-03-23T08:00:00Z");
            lab.imported(ScanFile.endedAt("2026-03-22T20:00:00Z").host("web1", 100, 105));

            assertThat(lab.item("POA-2026-003").reopens()).contains(new PoamId(SECOND));
        }
    }

    @Test
    void undoTakesWeaknessesOutOfTheItemAgain() {
        table.says("CVE");
        imported(row(100, "CVE-2026-0001", "High", "web1"));
        Map<String, List<String>> before = lab.everything();
        lab.clock.set("2026-03-09T08:00:00Z");
        Scan second =
                imported(row(100, "CVE-2026-0001", "High", "web1") + row(101, "CVE-2026-0001", "Critical", "web1"));

        lab.bean(ImportUndo.class).undo(second.id(), "A wrong file", Situations.ISSM);

        assertThat(lab.everything().get("poam_item")).isEqualTo(before.get("poam_item"));
        assertThat(lab.count("item_weakness")).isZero();
    }

    private Scan imported(String rows) {
        return lab.run(lab.received(HEAD + rows));
    }

    private static String row(int check, String cve, String risk, String host) {
        return "%1$d,%2$s,%3$s,%4$s,tcp,443,Weakness %1$d,,,\n".formatted(check, cve, risk, host);
    }

    private List<String> itemsOfFindings() {
        return lab.findings().stream()
                .map(each -> each.split(" "))
                .map(part -> part[0] + " " + part[5])
                .collect(Collectors.toList());
    }

    private void group(String asset, @Nullable String group, @Nullable String owner) {
        long id = lab.jdbc
                .sql("select id from asset where name = ?")
                .param(asset)
                .query(Long.class)
                .single();
        Assets assets = lab.bean(Assets.class);
        Asset known = assets.get(id);
        assets.change(
                id,
                known.version(),
                new AssetChange(known.name(), known.criticality(), known.publiclyExposed(), owner, group),
                Situations.ISSM);
    }
}
