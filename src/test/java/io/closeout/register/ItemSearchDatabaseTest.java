package io.closeout.register;

import static io.closeout.register.Situations.ISSM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.closeout.policy.Track;
import io.closeout.register.AffectedAssets.AffectedAsset;
import io.closeout.register.RelatedItems.Relation;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class ItemSearchDatabaseTest {

    @Nested
    @RegisterTest
    class OnH2 extends Rules {}

    @Nested
    @RegisterTest
    class OnPostgres extends Rules {

        private static final Database DATABASE = Databases.postgres();

        @DynamicPropertySource
        static void isMigratedAlready(DynamicPropertyRegistry properties) {
            properties.add("spring.datasource.url", DATABASE::url);
            properties.add("spring.datasource.username", DATABASE::user);
            properties.add("spring.flyway.enabled", () -> false);
        }
    }

    /** The SQL behind lists. Each test looks only for what it made, by a word of its own in the title. */
    abstract static class Rules {

        private static final PageRequest FIRST = new PageRequest(0, 50, "");

        @Autowired
        ItemSearch search;

        @Autowired
        AffectedAssets assets;

        @Autowired
        RelatedItems related;

        @Autowired
        Register register;

        @Autowired
        Situations situations;

        @Autowired
        ItemsByHand byHand;

        @Autowired
        JdbcClient jdbc;

        @Test
        void findsByTitleIdPluginCveAndAssetInAnyCase() {
            PoamId id = situations.found("Kestrel weakness", Severity.HIGH, situations.today(), "Kestrel-Host");
            String plugin = register.get(id).sourceId().orElseThrow();

            for (String text : List.of("kestrel WEAK", id.text().toLowerCase(), plugin, "kestrel-host")) {
                assertThat(idsOf(search.find(with(text), FIRST))).as(text).contains(id.text());
            }
            assertThat(idsOf(search.find(with("cve-2017-0143"), new PageRequest(0, 500, ""))))
                    .contains(id.text());
        }

        @Test
        void takesPercentAndUnderscoreAsLetters() {
            PoamId id = situations.found("Osprey 100% disk_full", Severity.LOW, situations.today(), "Host");
            situations.found("Osprey 1000 disk-full", Severity.LOW, situations.today(), "Host");

            assertThat(idsOf(search.find(with("osprey 100%"), FIRST))).containsExactly(id.text());
            assertThat(idsOf(search.find(with("disk_full"), FIRST))).containsExactly(id.text());
        }

        @Test
        void listsTheMostUrgentFirst() {
            PoamId low = situations.found("Heron low", Severity.LOW, situations.today(), "Host");
            PoamId late = situations.found("Heron late", Severity.HIGH, situations.today(), "Host");
            PoamId soon = situations.found(
                    "Heron soon", Severity.HIGH, situations.today().minusDays(9), "Host");

            assertThat(idsOf(search.find(with("heron"), FIRST))).containsExactly(soon.text(), late.text(), low.text());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "id",
                    "title",
                    "severity",
                    "priority",
                    "cvss",
                    "status",
                    "owner",
                    "detectedOn",
                    "deadline",
                    "originalCompletion",
                    "plannedCompletion",
                    "due",
                    "closedOn",
                    "assets",
                    "findings"
                })
        void sortsByEachColumnBothWays(String field) {
            situations.found("Plover", Severity.LOW, situations.today(), "Host");
            situations.signedOff(situations.planned(
                    situations.found("Plover", Severity.HIGH, situations.today(), "Host", "Other"),
                    situations.today().plusDays(3)));

            long up = search.find(with("plover"), new PageRequest(0, 50, field)).total();
            long down = search.find(with("plover"), new PageRequest(0, 50, field + ",desc"))
                    .total();

            assertThat(up).isEqualTo(down).isGreaterThanOrEqualTo(2);
        }

        @Test
        void putsWhatHasNoDateLastBothWays() {
            PoamId undated = situations.found("Curlew undated", Severity.HIGH, situations.today(), "Host");
            situations.signedOff(situations.planned(
                    situations.found("Curlew dated", Severity.HIGH, situations.today(), "Host"),
                    situations.today().plusDays(3)));

            for (String sort : List.of("plannedCompletion", "plannedCompletion,desc")) {
                List<String> ids = idsOf(search.find(with("curlew"), new PageRequest(0, 50, sort)));
                assertThat(ids).endsWith(undated.text());
            }
        }

        @Test
        void refusesAnUnknownColumnAndNamesTheOthers() {
            assertThatThrownBy(() -> search.find(ItemFilter.ALL, new PageRequest(0, 10, "colour")))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("colour")
                    .hasMessageContaining("plannedCompletion");
        }

        @Test
        void countsOverPagesAndHoldsEachItemOnce() {
            for (int number = 0; number < 5; number++) {
                situations.found("Lapwing", Severity.LOW, situations.today(), "Host");
            }
            Page<ItemSummary> first = search.find(with("lapwing"), new PageRequest(0, 3, "title"));
            Page<ItemSummary> second = search.find(with("lapwing"), new PageRequest(1, 3, "title"));

            assertThat(first.total()).isEqualTo(5);
            assertThat(first.items()).hasSize(3);
            assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        }

        @Test
        void tellsWhatIsOverdueByDeadlineAndBySignedOffDate() {
            PoamId unplanned = situations.found(
                    "Godwit a", Severity.HIGH, situations.today().minusDays(31), "Host");
            PoamId planned = situations.signedOff(situations.planned(
                    situations.found(
                            "Godwit b", Severity.HIGH, situations.today().minusDays(31), "Host"),
                    situations.today().plusDays(2)));
            ItemFilter overdue = with("godwit").withOverdue(true);

            assertThat(idsOf(search.find(overdue, FIRST))).containsExactly(unplanned.text());
            assertThat(idsOf(search.find(with("godwit").withOverdue(false), FIRST)))
                    .containsExactly(planned.text());
            assertThat(search.count(overdue)).isEqualTo(1);
            assertThat(search.find(with("godwit"), FIRST).items()).allSatisfy(item -> assertThat(item.overdue())
                    .isEqualTo(item.id().equals(unplanned.text())));
        }

        @Test
        void filtersByStatusSeverityPriorityAndOwner() {
            PoamId high = situations.found("Dunlin", Severity.HIGH, situations.today(), "Host");
            PoamId low = situations.triaged(situations.found("Dunlin", Severity.MEDIUM, situations.today(), "Host"));
            ItemFilter all = with("dunlin");

            assertThat(idsOf(search.find(only(all, Set.of(), Set.of(Severity.HIGH), Set.of()), FIRST)))
                    .containsExactly(high.text());
            assertThat(idsOf(search.find(only(all, Set.of(), Set.of(), Set.of(Severity.MEDIUM)), FIRST)))
                    .containsExactly(low.text());
            assertThat(idsOf(search.find(only(all, Set.of(ItemStatus.CLOSED), Set.of(), Set.of()), FIRST)))
                    .isEmpty();
            assertThat(idsOf(search.find(all.withOwner("it"), FIRST))).containsExactly(low.text());
        }

        @Test
        void countsAssetsAndOpenFindings() {
            situations.found("Whimbrel", Severity.HIGH, situations.today(), "Host-A", "Host-B");

            ItemSummary item = search.find(with("whimbrel"), FIRST).items().get(0);

            assertThat(item.assets()).isEqualTo(2);
            assertThat(item.findings()).isEqualTo(2);
            assertThat(item.description()).contains("Whimbrel");
        }

        @Test
        void listsAffectedAssetsAndFindings() {
            PoamId id = situations.found("Sanderling", Severity.HIGH, situations.today(), "zulu", "Alpha");

            assertThat(assets.of(id, FIRST).items())
                    .extracting(
                            AffectedAsset::name, AffectedAsset::open, AffectedAsset::ended, AffectedAsset::locations)
                    .containsExactly(tuple("Alpha", 1, 0, "445/tcp"), tuple("zulu", 1, 0, "445/tcp"));
            assertThat(assets.findings(id, new PageRequest(1, 1, "")).items())
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.asset()).isEqualTo("zulu");
                        assertThat(finding.location()).isEqualTo("445/tcp");
                        assertThat(finding.state()).isEqualTo("OPEN");
                    });
        }

        @Test
        void namesThePlacesThatAreOpen() {
            PoamId id = situations.found("Ruff", Severity.HIGH, situations.today(), "one", "three", "two", "none");
            atMorePlaces(id, "two", "8443/tcp");
            atMorePlaces(id, "three", "8443/tcp", "9443/tcp");
            jdbc.sql("update finding set state = 'GONE' where item_id = ?"
                            + " and asset_id = (select id from asset where name = 'none')")
                    .param(id.text())
                    .update();

            assertThat(assets.of(id, FIRST).items())
                    .extracting(AffectedAsset::name, AffectedAsset::locations)
                    .containsExactly(
                            tuple("one", "445/tcp"),
                            tuple("three", "445/tcp and 2 more"),
                            tuple("two", "445/tcp, 8443/tcp"),
                            tuple("none", ""));
        }

        private void atMorePlaces(PoamId id, String asset, String... locations) {
            for (String location : locations) {
                jdbc.sql("insert into finding (scope_id, weakness_id, asset_id, location, state, severity, item_id,"
                                + " first_scan_id, first_seen_at, last_scan_id, last_seen_at)"
                                + " select f.scope_id, f.weakness_id, f.asset_id, ?, f.state, f.severity, f.item_id,"
                                + " f.first_scan_id, f.first_seen_at, f.last_scan_id, f.last_seen_at"
                                + " from finding f join asset a on a.id = f.asset_id"
                                + " where f.item_id = ? and a.name = ? and f.location = '445/tcp'")
                        .params(location, id.text(), asset)
                        .update();
            }
        }

        @Test
        void namesRelatedItemsFromBothSides() {
            PoamId old = situations.aNewItem();
            PoamId again = situations.aNewItem();
            jdbc.sql("update poam_item set reopens = ? where id = ?")
                    .params(old.text(), again.text())
                    .update();

            assertThat(related.of(again))
                    .extracting(RelatedItems.RelatedItem::relation, RelatedItems.RelatedItem::id)
                    .containsExactly(tuple(Relation.REOPENED_HERE, old.text()));
            assertThat(related.of(old))
                    .extracting(RelatedItems.RelatedItem::relation)
                    .containsExactly(Relation.REOPENS_THIS);
        }

        @Test
        void keepsAnItemMadeByHandWithItsAssets() {
            situations.found("Any", Severity.LOW, situations.today(), "Ruff-Server");
            ItemByHand wanted = new ItemByHand(
                    "Audit logs are not reviewed",
                    "AU.L2-3.3.3",
                    Severity.MEDIUM,
                    null,
                    "Self-assessment",
                    situations.today(),
                    Track.ASSESSMENT,
                    List.of("Ruff-Server"));

            PoamId id = byHand.open(wanted, ISSM).id();

            assertThat(register.get(id).track()).isEqualTo(Track.ASSESSMENT);
            assertThat(assets.of(id, FIRST).items())
                    .extracting(AffectedAsset::name, AffectedAsset::open)
                    .containsExactly(tuple("Ruff-Server", 0));
        }

        private static List<String> idsOf(Page<ItemSummary> page) {
            return page.items().stream().map(ItemSummary::id).toList();
        }

        private static ItemFilter with(String text) {
            return new ItemFilter(Set.of(), Set.of(), Set.of(), null, null, null, null, null, text);
        }

        private static ItemFilter only(
                ItemFilter filter, Set<ItemStatus> statuses, Set<Severity> severities, Set<Severity> priorities) {
            return new ItemFilter(statuses, severities, priorities, null, null, null, null, null, filter.text());
        }
    }
}
