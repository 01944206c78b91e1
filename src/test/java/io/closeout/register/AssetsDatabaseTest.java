package io.closeout.register;

import static io.closeout.register.AssetFixtures.ASSESSOR;
import static io.closeout.register.AssetFixtures.ISSM;
import static io.closeout.register.AssetFixtures.IT;
import static io.closeout.register.AssetFixtures.OTHER_ISSM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.closeout.ledger.LedgerEvent;
import io.closeout.policy.Criticality;
import io.closeout.register.Asset.State;
import io.closeout.register.AssetSheet.Outcome;
import io.closeout.register.AssetSheet.Problem;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.OptimisticLockingFailureException;

class AssetsDatabaseTest {

    @Nested
    class OnH2 extends Rules {
        OnH2() {
            super(Databases.h2());
        }
    }

    @Nested
    class OnPostgres extends Rules {
        OnPostgres() {
            super(Databases.postgres());
        }
    }

    @TestInstance(PER_CLASS)
    abstract static class Rules {

        private static final AssetChange CRITICAL =
                new AssetChange("mill", Criticality.HIGH, true, "remediator", "Servers");

        private final AssetFixtures fixtures;

        Rules(Database database) {
            fixtures = new AssetFixtures(database);
        }

        private Asset get(long id) {
            return fixtures.assets.get(id);
        }

        @Nested
        class Editing {

            @Test
            void changesWhatPeopleSayOfItAndTellsTheLedger() {
                long id = fixtures.anAsset("mill");

                Asset changed = fixtures.assets.change(id, 0, CRITICAL, IT);

                assertThat(changed.criticality()).isEqualTo(Criticality.HIGH);
                assertThat(changed.publiclyExposed()).isTrue();
                assertThat(fixtures.ledger.of("asset:" + id))
                        .extracting(LedgerEvent::kind)
                        .containsExactly("assetChanged");
            }

            @Test
            void isRefusedWhenSomebodyChangedItMeanwhile() {
                long id = fixtures.anAsset("mill");
                fixtures.assets.change(id, 0, CRITICAL, IT);

                AssetChange late = new AssetChange("mill", Criticality.LOW, false, null, null);
                assertThatThrownBy(() -> fixtures.assets.change(id, 0, late, ISSM))
                        .isInstanceOf(OptimisticLockingFailureException.class);
            }

            @Test
            void isNotForAssessors() {
                long id = fixtures.anAsset("mill");

                assertThatThrownBy(() -> fixtures.assets.change(id, 0, CRITICAL, ASSESSOR))
                        .isInstanceOf(Refused.class);
            }

            @Test
            void leavesThePriorityOfOpenItems() {
                long id = fixtures.anAsset("mill");
                String item = fixtures.anItem();
                fixtures.aFinding(id, item, "OPEN", 5);

                fixtures.assets.change(id, 0, CRITICAL, IT);

                assertThat(fixtures.only("select priority from poam_item where id = ?", String.class, item))
                        .isEqualTo("HIGH");
            }
        }

        @Test
        void listsAssetsByNameOrIdentifierWithWhatIsOpenOnThem() {
            long id = fixtures.anAsset("needle");
            fixtures.aFinding(id, fixtures.anItem(), "OPEN", 5);

            AssetFilter filter = new AssetFilter("NEEDLE", null, null, true);
            AssetSummary found = fixtures.assets
                    .find(filter, new PageRequest(0, 10, "worst"))
                    .items()
                    .get(0);

            assertThat(found.id()).isEqualTo(id);
            assertThat(found.openItems()).isEqualTo(1);
            assertThat(found.worst()).isEqualTo(Severity.HIGH);
        }

        @Nested
        class Merging {

            @Test
            void movesFindingsItemsAndIdentifiers() {
                long gone = fixtures.anAsset("double");
                long stays = fixtures.anAsset("real");
                String item = fixtures.anItem();
                fixtures.aFinding(gone, item, "OPEN", 5);

                fixtures.merge.merge(gone, stays, 0, ISSM);

                assertThat(get(gone).state()).isEqualTo(State.MERGED);
                assertThat(get(gone).mergedInto()).isEqualTo(stays);
                assertThat(fixtures.findingsOn(stays)).containsExactly("OPEN current 1");
                assertThat(fixtures.assets.identifiers(stays)).hasSize(2);
                assertThat(fixtures.only("select asset_id from item_asset where item_id = ?", Long.class, item))
                        .isEqualTo(stays);
                assertThat(fixtures.ledger.of("asset:" + stays))
                        .extracting(LedgerEvent::kind)
                        .containsExactly("assetTookOver");
                assertThat(fixtures.ledger.of("asset:" + gone))
                        .extracting(LedgerEvent::kind)
                        .containsExactly("assetMerged");
                assertThat(fixtures.events).contains(new AssetsMerged("enclave", gone, stays));
            }

            @Test
            void keepsOneOpenFindingOfTheSamePlaceWithTheEarliestAndLatestSighting() {
                long gone = fixtures.anAsset("double");
                long stays = fixtures.anAsset("real");
                String item = fixtures.anItem();
                fixtures.aFinding(gone, item, "OPEN", 5);
                long kept = fixtures.aFinding(stays, item, "OPEN", 9);

                fixtures.merge.merge(gone, stays, 0, ISSM);

                assertThat(fixtures.findingsOn(stays)).containsExactly("MERGED superseded 2", "OPEN current 1");
                assertThat(fixtures.only("select first_scan_id from finding where id = ?", Long.class, kept))
                        .isEqualTo(5);
                assertThat(fixtures.only("select last_scan_id from finding where id = ?", Long.class, kept))
                        .isEqualTo(9);
                assertThat(fixtures.only("select detected_on from item_asset where item_id = ?", String.class, item))
                        .isEqualTo("2026-01-05");
            }

            @Test
            void letsTheOpenFindingWinOverTheEndedOne() {
                long gone = fixtures.anAsset("double");
                long stays = fixtures.anAsset("real");
                fixtures.aFinding(gone, fixtures.anItem(), "OPEN", 9);
                fixtures.aFinding(stays, fixtures.anItem(), "ABSENT", 5);

                fixtures.merge.merge(gone, stays, 0, ISSM);

                assertThat(fixtures.findingsOn(stays)).containsExactly("OPEN current 2", "ABSENT superseded 1");
            }

            @Test
            void isRefusedWhereItWouldLeaveAnItemWithNothing() {
                long gone = fixtures.anAsset("double");
                long stays = fixtures.anAsset("real");
                fixtures.aFinding(gone, fixtures.anItem(), "OPEN", 5);
                fixtures.aFinding(stays, fixtures.anItem(), "OPEN", 9);

                assertThatThrownBy(() -> fixtures.merge.merge(gone, stays, 0, ISSM))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("Close one of these items first");
                assertThat(get(gone).state()).isEqualTo(State.ACTIVE);
            }

            @Test
            void isForTheIssmAndTwoAssets() {
                long one = fixtures.anAsset("one");
                long two = fixtures.anAsset("two");

                assertThatThrownBy(() -> fixtures.merge.merge(one, two, 0, IT)).isInstanceOf(Refused.class);
                assertThatThrownBy(() -> fixtures.merge.merge(one, one, 0, ISSM))
                        .isInstanceOf(Refused.class);
            }
        }

        @Nested
        class Retiring {

            private long aDoomedAsset() {
                long id = fixtures.anAsset("lathe");
                when(fixtures.evidence.countFor("asset:" + id)).thenReturn(1);
                return id;
            }

            @Test
            void endsItsFindingsAsRetiredOnceASecondPersonConfirms() {
                long id = aDoomedAsset();
                String item = fixtures.anItem();
                fixtures.aFinding(id, item, "OPEN", 5);
                fixtures.retirement.ask(id, 0, "Scrapped", ISSM);

                fixtures.retirement.confirm(id, 1, OTHER_ISSM);

                assertThat(get(id).state()).isEqualTo(State.RETIRED);
                assertThat(get(id).retiredAt()).isEqualTo(AssetFixtures.NOW);
                assertThat(fixtures.findingsOn(id)).containsExactly("ASSET_RETIRED current 1");
                verify(fixtures.register).assetsRetired(eq(new PoamId(item)), any(), eq(OTHER_ISSM));
            }

            @Test
            void leavesItemsThatAreOpenOnOtherAssets() {
                long id = aDoomedAsset();
                String item = fixtures.anItem();
                fixtures.aFinding(id, item, "OPEN", 5);
                fixtures.aFinding(fixtures.anAsset("other"), item, "OPEN", 5);
                fixtures.retirement.ask(id, 0, "Scrapped", IT);

                fixtures.retirement.confirm(id, 1, ISSM);

                verify(fixtures.register, never()).assetsRetired(eq(new PoamId(item)), any(), any());
            }

            @Test
            void isNotConfirmedByTheOneWhoAsked() {
                long id = aDoomedAsset();
                fixtures.retirement.ask(id, 0, "Scrapped", ISSM);

                assertThatThrownBy(() -> fixtures.retirement.confirm(id, 1, ISSM))
                        .hasMessageContaining("somebody else confirms");
                assertThatThrownBy(() -> fixtures.retirement.confirm(id, 1, IT)).isInstanceOf(Refused.class);
            }

            @Test
            void needsAReasonAndEvidence() {
                long id = fixtures.anAsset("lathe");

                assertThatThrownBy(() -> fixtures.retirement.ask(id, 0, "Scrapped", IT))
                        .hasMessageContaining("no evidence");
                assertThatThrownBy(() -> fixtures.retirement.ask(id, 0, " ", IT))
                        .hasMessageContaining("Say why");
            }

            @Test
            void isDroppedByTheAskerOrRefusedByAnIssm() {
                long id = aDoomedAsset();
                fixtures.retirement.ask(id, 0, "Scrapped", IT);

                fixtures.retirement.drop(id, 1, "Still in use", ISSM);

                assertThat(get(id).state()).isEqualTo(State.ACTIVE);
            }
        }

        @Nested
        class AsCsv {

            private Outcome read(String csv) throws IOException {
                return fixtures.sheet.read(new StringReader(csv), IT);
            }

            private String written() throws IOException {
                StringBuilder out = new StringBuilder();
                fixtures.sheet.write(out);
                return out.toString();
            }

            @Test
            void comesBackAsItWasWritten() throws Exception {
                long id = fixtures.anAsset("=cmd|calc");
                fixtures.assets.change(
                        id, 0, new AssetChange("=cmd|calc", Criticality.HIGH, true, "issm", "=Servers"), IT);
                String csv = written();

                assertThat(csv).contains(id + ",'=cmd|calc,enclave,").contains(",HIGH,yes,issm");
                assertThat(read(csv)).satisfies(outcome -> {
                    assertThat(outcome.problems()).isEmpty();
                    assertThat(outcome.changed()).isZero();
                });
                assertThat(written()).isEqualTo(csv);
            }

            @Test
            void changesWhatTheFileSaysAndAddsWhatIsNew() throws Exception {
                long id = fixtures.anAsset("press");

                Outcome outcome = read(
                        "criticality,ID,name,Identifiers\r\nhigh,%d,press 2,\r\nlow,,drill,ip:10.9.9.9; fqdn:drill.example\r\n"
                                .formatted(id));

                assertThat(outcome.changed()).isEqualTo(2);
                assertThat(get(id))
                        .extracting(Asset::name, Asset::criticality)
                        .containsExactly("press 2", Criticality.HIGH);
                assertThat(fixtures.only("select criticality from asset where name = 'drill'", String.class))
                        .isEqualTo("LOW");
            }

            @Test
            void listsEveryBadLineAndAppliesNothing() throws Exception {
                long id = fixtures.anAsset("saw");

                Outcome outcome =
                        read("ID,Name,Criticality,Publicly exposed\n%d,saw,high,no\n,x,urgent,maybe\n".formatted(id));

                assertThat(outcome.problems())
                        .extracting(Problem::line, Problem::column)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple(3L, "Criticality"),
                                org.assertj.core.groups.Tuple.tuple(3L, "Publicly exposed"));
                assertThat(get(id).criticality()).isEqualTo(Criticality.MEDIUM);
            }

            @Test
            void appliesNothingIfALineNamesNoAsset() throws Exception {
                long id = fixtures.anAsset("saw");

                Outcome outcome = read("ID,Name,Criticality\n%d,saw,high\n999999,x,low\n".formatted(id));

                assertThat(outcome.problems()).extracting(Problem::line).containsExactly(3L);
                assertThat(get(id).criticality()).isEqualTo(Criticality.MEDIUM);
            }
        }
    }
}
