package io.closeout.threat;

import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.IT;
import static io.closeout.threat.Feeds.catalogue;
import static io.closeout.threat.Feeds.entry;
import static io.closeout.threat.Feeds.gzip;
import static io.closeout.threat.Feeds.record;
import static io.closeout.threat.Feeds.scores;
import static io.closeout.threat.Feeds.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.closeout.access.Actor;
import io.closeout.evidence.EvidenceKind;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.evidence.NewEvidence;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.policy.AbsenceRule;
import io.closeout.policy.KevListing;
import io.closeout.register.AbsenceProved;
import io.closeout.register.Asset;
import io.closeout.register.AssetChange;
import io.closeout.register.AssetFilter;
import io.closeout.register.AssetRetirement;
import io.closeout.register.AssetSummary;
import io.closeout.register.Assets;
import io.closeout.register.FixReport;
import io.closeout.register.ItemDatesMoved;
import io.closeout.register.ItemFilter;
import io.closeout.register.ItemSearch;
import io.closeout.register.ItemStatus;
import io.closeout.register.ItemSummary;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.RescanJudged;
import io.closeout.register.Situations;
import io.closeout.register.Verification;
import io.closeout.register.Weaknesses;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Items are HIGH, so that without what is known of attacks they have 30 days. */
class ThreatFeedsDatabaseTest {

    @Nested
    @ThreatTest
    @RecordApplicationEvents
    class OnH2 extends Rules {}

    @Nested
    @ThreatTest
    @RecordApplicationEvents
    class OnPostgres extends Rules {

        private static final Database DATABASE = Databases.postgres();

        @DynamicPropertySource
        static void isMigratedAlready(DynamicPropertyRegistry properties) {
            properties.add("spring.datasource.url", DATABASE::url);
            properties.add("spring.datasource.username", DATABASE::user);
            properties.add("spring.flyway.enabled", () -> false);
        }
    }

    abstract static class Rules {

        private static final AtomicInteger NUMBER = new AtomicInteger(10_000);
        private static final AtomicInteger VERSION = new AtomicInteger();
        private static final Actor IMPORT = Actor.system("import");
        private static final String AUTOMATABLE_PARTIAL =
                "{\"Automatable\": \"yes\"}, {\"Technical Impact\": \"partial\"}";
        private static final String BY_HAND_PARTIAL = "{\"Automatable\": \"no\"}, {\"Technical Impact\": \"partial\"}";
        private static final String TOTAL = "{\"Automatable\": \"yes\"}, {\"Technical Impact\": \"total\"}";

        @Autowired
        ThreatFeeds feeds;

        @Autowired
        FeedStates states;

        @Autowired
        FeedRows rows;

        @Autowired
        KevRows kev;

        @Autowired
        KnownExploitation exploitation;

        @Autowired
        OpenItems openItems;

        @Autowired
        Register register;

        @Autowired
        ItemSearch search;

        @Autowired
        Assets assets;

        @Autowired
        AssetRetirement retirement;

        @Autowired
        EvidenceLocker evidence;

        @Autowired
        Situations situations;

        @Autowired
        Ledger ledger;

        @Autowired
        JdbcClient jdbc;

        @Autowired
        TransactionTemplate transaction;

        @Autowired
        ApplicationEvents events;

        private final String cve = "CVE-2026-" + NUMBER.incrementAndGet();

        @BeforeEach
        void nothingIsKnown() {
            transaction.executeWithoutResult(tx -> Stream.of(
                            "update threat_feed set release_id = null, reassessed = true",
                            "delete from kev_listing",
                            "delete from epss_score",
                            "delete from ssvc_point",
                            "delete from threat_problem",
                            "delete from threat_release")
                    .forEach(sql -> jdbc.sql(sql).update()));
        }

        @Nested
        class ACatalogue {

            @Test
            void isTakenOnceAndRecorded() {
                String file = of(entry(cve, today(), inDays(3)));

                Taken first = take(file);
                Taken again = take(file);

                assertThat(first.known()).isFalse();
                assertThat(first.release())
                        .returns(Feed.KEV, Release::feed)
                        .returns(1, Release::entries)
                        .returns(1, Release::changed)
                        .returns("issm", Release::takenBy);
                assertThat(again.known()).isTrue();
                assertThat(again.release().id()).isEqualTo(first.release().id());
                assertThat(ledger.of("threat:KEV")).last().satisfies(event -> {
                    assertThat(event.kind()).isEqualTo("threatFeedTaken");
                    assertThat(event.field("version").orElseThrow().after())
                            .isEqualTo(first.release().version());
                });
            }

            @Test
            void keepsWhatAnEntrySaidBefore() {
                take(of(entry(cve, today(), inDays(21)), entry("CVE-2020-1111", today(), inDays(9))));
                Taken edited = take(of(entry(cve, today(), inDays(-5))));

                assertThat(edited.release().changed())
                        .as("one edited, one gone")
                        .isEqualTo(2);
                assertThat(kev.history(cve)).extracting(CatalogueEntry::dueOn).containsExactly(inDays(21), inDays(-5));
                assertThat(kev.history("CVE-2020-1111")).hasSize(1);
                assertThat(kev.dates(edited.release().id())).containsOnlyKeys(cve);
                assertThat(kev.dates(edited.release().id() - 1))
                        .as("as of the one before")
                        .hasSize(2);
            }

            @Test
            void isRefusedWhereItIsOlderThanWhatIsKnown() {
                take(catalogue("2026.08.07", "2026-08-07T16:00:00Z", entry(cve, today(), inDays(3))));

                assertThatThrownBy(() -> take(
                                catalogue("2026.08.06", "2026-08-06T16:00:00Z", entry("CVE-2020-1", today(), today()))))
                        .isInstanceOf(Refused.class);
                assertThatThrownBy(() -> take(catalogue(
                                "2026.08.06", "2026-08-06T16:00:00Z", entry("CVE-2020-1111", today(), today()))))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("older than KEV 2026.08.07");
                assertThat(rows.current(Feed.KEV).orElseThrow().version()).isEqualTo("2026.08.07");
            }

            @Test
            void takesNothingBackWhileEntriesAreBroken() {
                take(of(entry(cve, today(), inDays(3)), entry("CVE-2020-1111", today(), inDays(3))));

                Taken broken = take(of(entry(cve, today(), inDays(3)), "{\"cveID\": \"CVE-2020-1111\"}"));

                assertThat(broken.problems()).extracting(Broken::place).containsExactly("entry 2 (CVE-2020-1111)");
                assertThat(kev.dates(broken.release().id())).hasSize(2);
            }

            @Test
            void isForTheIssmAndAdministrators() {
                assertThatThrownBy(() -> feeds.take(stream(of(entry(cve, today(), today()))), "kev.json", IT))
                        .isInstanceOf(Refused.class);
            }

            @Test
            void handedInTwiceAtOnceCountsOnce() throws Exception {
                String file = of(entry(cve, today(), inDays(3)));
                CyclicBarrier together = new CyclicBarrier(2);
                ExecutorService two = Executors.newFixedThreadPool(2);
                try {
                    Callable<Taken> hand = () -> {
                        together.await();
                        return take(file);
                    };
                    Future<Taken> one = two.submit(hand);
                    Future<Taken> other = two.submit(hand);

                    assertThat(List.of(one.get().known(), other.get().known())).containsExactlyInAnyOrder(true, false);
                    assertThat(states.latest(10)).hasSize(1);
                } finally {
                    two.shutdown();
                }
            }
        }

        @Nested
        class TheDeadline {

            @Test
            void isCountedFromTheListingWhereThatIsLaterThanTheDetection() {
                take(record(cve, "", AUTOMATABLE_PARTIAL));
                take(of(entry(cve, inDays(-1), inDays(-1))));

                PoamItem item = item(found(inDays(-100), cve));

                assertThat(item.deadline()).isEqualTo(inDays(-70)).as("severity's is earlier");
                PoamItem fresh = item(found(today(), cve));
                assertThat(fresh.deadline()).isEqualTo(inDays(14));
                assertThat(fresh.deadlineSource().orElseThrow())
                        .startsWith("KEV ")
                        .contains("BOD 26-04 row 14 days", cve);
            }

            @Test
            void isTheCataloguesDueDateWhereThatIsLater() {
                take(record(cve, "", BY_HAND_PARTIAL));
                take(of(entry(cve, today(), inDays(25))));

                PoamItem item = item(found(today(), cve));

                assertThat(item.deadline()).isEqualTo(inDays(25));
                assertThat(item.deadlineSource().orElseThrow()).contains("due date of the catalogue");
            }

            @Test
            void isTheEarliestOfSeveralCves() {
                take(of(entry(cve, today(), today()), entry("CVE-2020-1111", today(), today())));
                take(record("CVE-2020-1111", "", TOTAL));
                take(record(cve, "", AUTOMATABLE_PARTIAL));

                assertThat(item(found(today(), cve, "CVE-2020-1111")).deadline())
                        .isEqualTo(inDays(3));
            }

            @Test
            void takesTheStrictestRowWhereDecisionPointsAreNotKnown() {
                take(of(entry(cve, today(), today())));

                PoamItem item = item(found(today(), cve));

                assertThat(item.deadline()).isEqualTo(inDays(3));
                assertThat(item.deadlineSource().orElseThrow()).contains("the strictest that may apply");
            }

            @Test
            void followsTheRowsWithoutKevOnlyWhereAllIsKnown() {
                PoamItem unknown = item(found(inDays(-5), cve));
                take(of(entry("CVE-2020-1111", today(), today())));
                PoamItem withoutPoints = item(found(inDays(-5), cve));
                take(record(cve, "", "{\"Automatable\": \"yes\"}"));
                PoamItem half = item(found(inDays(-5), cve));
                take(record(cve, "2026-01-01T00:00:00Z", AUTOMATABLE_PARTIAL));
                PoamId known = found(inDays(-5), cve);
                expose(known);

                assertThat(List.of(unknown, withoutPoints, half))
                        .extracting(PoamItem::deadline)
                        .containsOnly(inDays(25));
                assertThat(item(known).deadline())
                        .as("60 days inside, 14 when exposed")
                        .isEqualTo(inDays(9));
                assertThat(item(known).deadlineSource().orElseThrow()).startsWith("Not in KEV");
            }

            @Test
            void isUntouchedByFixOnUpgrade() {
                take(of(entry("CVE-2020-1111", today(), today())));
                take(record(cve, "", BY_HAND_PARTIAL));

                assertThat(item(found(today(), cve)).deadline()).isEqualTo(inDays(30));
            }
        }

        @Nested
        class OpenItemsThatNameAChangedCve {

            @Test
            void getAShorterDeadlineAndTheirTimersFollow() {
                PoamId listed = found(today(), cve);
                PoamId other = found(today(), "CVE-2020-2222");

                Taken taken = take(of(entry(cve, today(), today())));

                assertThat(taken.release()).returns(1, Release::reassessed).returns(1, Release::shortened);
                assertThat(item(listed).deadline()).isEqualTo(inDays(3));
                assertThat(item(other).deadline()).isEqualTo(inDays(30));
                assertThat(last(listed)).satisfies(event -> {
                    assertThat(event.kind()).isEqualTo("deadlineShortened");
                    assertThat(event.reason()).isEqualTo(taken.release().title() + " was taken");
                });
                assertThat(events.stream(ItemDatesMoved.class)).contains(new ItemDatesMoved(listed));
            }

            @Test
            void keepTheirDeadlineWhenTheEntryIsTakenBackOrItsDateMovesOut() {
                PoamId id = found(today(), cve);
                take(of(entry(cve, today(), today())));

                take(of(entry(cve, today(), inDays(20))));
                take(of(entry("CVE-2020-1111", today(), today())));

                assertThat(item(id).deadline()).isEqualTo(inDays(3));
                assertThat(exploitation.listing(item(id))).isEqualTo(KevListing.NOT_LISTED);
            }

            @Test
            void areLookedAtOneByOneWhereTheFirstOfABatchFails() {
                PoamId first = found(today(), cve);
                PoamId second = found(today(), cve);
                PoamId third = found(today(), cve);
                setPriority(first, "NOISE");

                Taken taken = take(of(entry(cve, today(), today())));

                setPriority(first, "HIGH");
                assertThat(taken.release().notReassessed()).containsExactly(first.text());
                assertThat(taken.release()).returns(3, Release::reassessed).returns(2, Release::shortened);
                assertThat(List.of(item(second), item(third)))
                        .extracting(PoamItem::deadline)
                        .containsOnly(inDays(3));
            }

            @Test
            void followNewDecisionPointsAsWell() {
                PoamId id = found(today(), cve);
                take(of(entry("CVE-2020-1111", today(), today())));

                take(record(cve, "", "{\"Automatable\": \"yes\"}, {\"Technical Impact\": \"total\"}"));
                assertThat(item(id).deadline()).as("60 days are more than 30").isEqualTo(inDays(30));
                expose(id);

                assertThat(item(id).deadline()).isEqualTo(inDays(3));
                assertThat(last(id).reason()).endsWith("is publicly exposed now");
                assertThat(rows.isReassessed()).isTrue();
            }

            @Test
            void followTheFirstCatalogueAlsoWhereTheyAreNotInIt() {
                PoamId id = found(today(), cve);
                take(record(cve, "", TOTAL));
                expose(id);
                assertThat(item(id).deadline())
                        .as("nobody knows what is listed")
                        .isEqualTo(inDays(30));

                take(of(entry("CVE-2020-1111", today(), today())));

                assertThat(item(id).deadline()).isEqualTo(inDays(3));
                assertThat(item(id).deadlineSource().orElseThrow()).startsWith("Not in KEV");
            }

            @Test
            void areCaughtUpWithWhereTheProgramEndedBefore() {
                PoamId id = found(today(), cve);
                take(of(entry(cve, today(), today())));
                transaction.executeWithoutResult(tx -> {
                    jdbc.sql("update poam_item set deadline = ? where id = ?")
                            .params(inDays(30), id.text())
                            .update();
                    rows.needsReassessment(Feed.KEV);
                });

                openItems.catchUp();

                assertThat(item(id).deadline()).isEqualTo(inDays(3));
                assertThat(rows.isReassessed()).isTrue();
            }
        }

        @Test
        void whatIsKnownIsRightAfterARollbackAndOfAnotherNode() {
            take(of(entry(cve, today(), today())));
            PoamId id = found(today(), "CVE-2020-3333");
            assertThat(exploitation.listing(item(id))).isEqualTo(KevListing.NOT_LISTED);

            transaction.executeWithoutResult(tx -> {
                assertThat(exploitation.listing(listedByOtherNode(id))).isEqualTo(KevListing.LISTED);
                tx.setRollbackOnly();
            });
            assertThat(exploitation.listing(item(id))).isEqualTo(KevListing.NOT_LISTED);

            transaction.executeWithoutResult(tx -> listedByOtherNode(id));
            assertThat(exploitation.listing(item(id))).isEqualTo(KevListing.LISTED);
        }

        /** Rows alone, past everything that keeps something in memory here. */
        private PoamItem listedByOtherNode(PoamId id) {
            jdbc.sql(
                            "insert into threat_release (feed, file_name, digest, feed_version, entries, changed, taken_at, taken_by)"
                                    + " values ('KEV', 'x', 'x', 'other', 1, 1, current_timestamp, 'x')")
                    .update();
            jdbc.sql(
                            "insert into kev_listing (cve, since_release, vendor, product, title, added_on, due_on, required_action,"
                                    + " ransomware) select 'CVE-2020-3333', max(id), 'v', 'p', 't', current_date, current_date, 'a', 'KNOWN'"
                                    + " from threat_release")
                    .update();
            jdbc.sql("update threat_feed set release_id = (select max(id) from threat_release) where feed = 'KEV'")
                    .update();
            return item(id);
        }

        @Nested
        class AForensicInvestigation {

            @Test
            void isAskedForBeforeAFixIsReported() {
                PoamId id = situations.signedOff(situations.planned(found(today(), cve), inDays(3)));
                take(of(entry(cve, today(), today())));
                take(record(cve, "", TOTAL));
                situations.withEvidence(id);

                assertThatThrownBy(() -> report(id))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("Forensic report")
                        .hasMessageContaining(cve);
                addForensicReport(id);
                report(id);

                assertThat(item(id).status()).isEqualTo(ItemStatus.AWAITING_VERIFICATION);
            }

            @Test
            void isNotAskedForByOtherRows() {
                PoamId id = situations.signedOff(situations.planned(found(today(), cve), inDays(3)));
                take(record(cve, "", AUTOMATABLE_PARTIAL));
                take(of(entry(cve, today(), today())));
                situations.withEvidence(id);

                report(id);

                assertThat(item(id).status()).isEqualTo(ItemStatus.AWAITING_VERIFICATION);
            }

            @Test
            void isAskedForBeforeAFixIsVerifiedByPersonOrRescan() {
                PoamId id = situations.reportedFixed(
                        situations.signedOff(situations.planned(found(today(), cve), inDays(3))));
                take(of(entry(cve, today(), today())));

                assertThatThrownBy(() -> register.verify(id, new Verification(true, "Gone"), ISSM))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("Forensic report");
                register.judgeByRescan(id, true, "Scan 7 finds it no more.", IMPORT);
                assertThat(events.stream(RescanJudged.class)).isEmpty();
                assertThat(last(id).kind()).isEqualTo("absenceProved");
                addForensicReport(id);
                register.judgeByRescan(id, true, "Scan 8 finds it no more.", IMPORT);

                assertThat(events.stream(RescanJudged.class)).containsExactly(new RescanJudged(id, true));
            }

            @Test
            void letsAPersonAnswerWhereAScanWouldCloseTheItem() {
                take(of(entry(cve, today(), today())));
                PoamId id = found(today(), cve);

                register.absenceProved(id, "Scan 7 finds it no more.", IMPORT);

                assertThat(events.stream(AbsenceProved.class))
                        .containsExactly(new AbsenceProved(id, AbsenceRule.Outcome.ASK_ISSM));
                assertThatThrownBy(() -> register.confirmAbsence(id, new Verification(true, "Gone"), ISSM))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("Forensic report");
                addForensicReport(id);
                register.confirmAbsence(id, new Verification(true, "Gone"), ISSM);
            }

            @Test
            void isAskedForBeforeTheLastAssetIsRetired() {
                take(of(entry(cve, today(), today())));
                PoamId id = found(today(), cve);
                AssetSummary asset = assetOf(id);
                evidence.add(
                        NewEvidence.link(
                                "asset:" + asset.id(),
                                EvidenceKind.CHANGE_RECORD,
                                "https://tickets.example.com/4711",
                                today(),
                                ""),
                        IT);
                retirement.ask(asset.id(), versionOf(asset), "Scrapped", IT);

                assertThatThrownBy(() -> retirement.confirm(asset.id(), versionOf(asset), ISSM))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("Forensic report")
                        .hasMessageContaining(id.text());
                assertThat(assets.get(asset.id()).state()).isEqualTo(Asset.State.RETIREMENT_ASKED);
                assertThat(findings(id)).containsExactly("OPEN");
                addForensicReport(id);
                retirement.confirm(asset.id(), versionOf(asset), ISSM);

                assertThat(events.stream(AbsenceProved.class))
                        .containsExactly(new AbsenceProved(id, AbsenceRule.Outcome.CLOSE));
                assertThat(findings(id)).containsExactly("ASSET_RETIRED");
            }

            private int versionOf(AssetSummary asset) {
                return assets.get(asset.id()).version();
            }

            private List<String> findings(PoamId id) {
                return jdbc.sql("select state from finding where item_id = ?")
                        .param(id.text())
                        .query(String.class)
                        .list();
            }

            private void report(PoamId id) {
                register.reportFixed(id, new FixReport("Updated.", today(), Set.of()), IT);
            }

            private void addForensicReport(PoamId id) {
                evidence.add(
                        NewEvidence.link(
                                id.subject(),
                                EvidenceKind.FORENSIC_REPORT,
                                "https://tickets.example.com/IR-7",
                                today(),
                                "Nobody was inside"),
                        IT);
            }
        }

        @Nested
        class Scores {

            @Test
            void areReplacedAsAWhole() {
                take(scores("2026-09-28T12:00:00Z", "CVE-1999-0001,0.1,0.2", "CVE-1999-0002,0.3,0.4"));
                Taken next = take(scores("2026-09-29T12:00:00Z", "CVE-1999-0002,0.5,0.6", "CVE-1999-0003,0.7,0.8"));

                assertThat(next.release().changed())
                        .as("one gone, one changed, one new")
                        .isEqualTo(3);
                PoamItem item = item(found(today(), "CVE-1999-0001", "CVE-1999-0002", "CVE-1999-0003"));
                assertThat(exploitation.of(item).scores())
                        .extracting(Epss::cve, Epss::score, Epss::on, Epss::model)
                        .containsExactly(
                                tuple("CVE-1999-0003", new BigDecimal("0.70000"), day("2026-09-29"), "v2026.06.15"),
                                tuple("CVE-1999-0002", new BigDecimal("0.50000"), day("2026-09-29"), "v2026.06.15"));
            }

            @Test
            void areRefusedWhereTheyAreOlder() {
                take(scores("2026-09-28T12:00:00Z", "CVE-1999-0001,0.1,0.2"));

                assertThatThrownBy(() -> take(scores("2026-09-27T12:00:00Z", "CVE-1999-0001,0.1,0.3")))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("older");
            }

            @Test
            void ofAllCvesAreTakenDayByDay() {
                byte[] all = gzip(Feeds.bytes(scores("2026-09-29T12:00:00Z", rows(300_000, "0.00123"))));
                byte[] next = gzip(Feeds.bytes(scores("2026-09-30T12:00:00Z", rows(300_000, "0.00124"))));

                feeds.take(new ByteArrayInputStream(all), "epss.csv.gz", ISSM);
                Taken second = feeds.take(new ByteArrayInputStream(next), "epss.csv.gz", ISSM);

                assertThat(second.release().entries()).isEqualTo(300_000);
                assertThat(second.release().changed()).isEqualTo(300_000);
            }

            private static String[] rows(int count, String score) {
                return IntStream.range(0, count)
                        .mapToObj(i -> "CVE-2019-" + (100_000 + i) + "," + score + ",0.5")
                        .toArray(String[]::new);
            }
        }

        @Nested
        class DecisionPoints {

            @Test
            void areNotReplacedByAnOlderJudgement() {
                take(record(cve, "2026-03-01T00:00:00Z", TOTAL));
                Taken older = take(record(cve, "2026-02-01T00:00:00Z", AUTOMATABLE_PARTIAL));

                assertThat(older.release().changed()).isZero();
                assertThat(exploitation.of(item(found(today(), cve))).points())
                        .containsExactly(new ItemThreat.Points(cve, "yes", "total"));
            }

            @Test
            void stayUnknownWhereCisaDoesNotSay() {
                take(record(cve, "", "{\"Technical Impact\": \"total\"}"));

                assertThat(exploitation.of(item(found(today(), cve))).points())
                        .containsExactly(new ItemThreat.Points(cve, "not known", "total"));
            }
        }

        @Test
        void theRegisterListsWhatIsKnownExploited() {
            PoamId listed = found(today(), "CVE-2020-4444", cve);
            PoamId other = found(today(), "CVE-2020-5555");
            assertThat(listed(true)).doesNotContain(listed.text());
            assertThat(listed(false)).contains(listed.text(), other.text());

            take(of(entry(cve, today(), today())));

            assertThat(listed(true)).contains(listed.text()).doesNotContain(other.text());
            assertThat(listed(false)).contains(other.text()).doesNotContain(listed.text());
            assertThat(search.knownExploited(List.of(listed.text(), other.text())))
                    .containsExactly(listed.text());
            FeedState state = states.all().get(0);
            assertThat(state.known()).isEqualTo(1);
            assertThat(state.openItems()).isEqualTo(1);
            assertThat(state.ageInDays()).isNotNull();
        }

        @Test
        void nobodyKnowsWithoutACatalogue() {
            ItemThreat threat = exploitation.of(item(found(today(), cve)));

            assertThat(threat.kev()).isEqualTo(KevListing.UNKNOWN);
            assertThat(threat.catalogue()).isNull();
            assertThat(threat.verdicts()).isEmpty();
        }

        private List<String> listed(boolean exploited) {
            return search
                    .find(ItemFilter.OPEN.withKnownExploited(exploited), new PageRequest(0, 500, "id,desc"))
                    .items()
                    .stream()
                    .map(ItemSummary::id)
                    .toList();
        }

        private Taken take(String file) {
            return feeds.take(stream(file), "feed", ISSM);
        }

        /** Each newer than the one before. */
        private static String of(String... entries) {
            int version = VERSION.incrementAndGet();
            Instant released = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(version));
            return catalogue("2026." + version, released.toString(), entries);
        }

        private PoamId found(LocalDate detected, String... cves) {
            int number = NUMBER.incrementAndGet();
            return situations.found(
                    new Weaknesses.Weakness(
                            "nessus",
                            "9" + number,
                            "Weakness " + number,
                            null,
                            null,
                            null,
                            String.join(" ", cves),
                            Severity.HIGH,
                            new BigDecimal("7.5"),
                            null,
                            "3",
                            null,
                            false),
                    detected,
                    "Host-" + number);
        }

        private AssetSummary assetOf(PoamId id) {
            return assets.find(AssetFilter.IN_USE, new PageRequest(0, 500, "name,desc")).items().stream()
                    .filter(each -> search.on(List.of(each.id())).stream()
                            .anyMatch(item -> item.id().equals(id.text())))
                    .findFirst()
                    .orElseThrow();
        }

        private void expose(PoamId id) {
            AssetSummary asset = assetOf(id);
            assets.change(
                    asset.id(),
                    asset.version(),
                    new AssetChange(asset.name(), asset.criticality(), true, asset.ownerGroup(), asset.assetGroup()),
                    ISSM);
        }

        /** Nobody can read an item of such a priority. */
        private void setPriority(PoamId id, String word) {
            transaction.executeWithoutResult(tx -> jdbc.sql("update poam_item set priority = ? where id = ?")
                    .params(word, id.text())
                    .update());
        }

        private PoamItem item(PoamId id) {
            return register.get(id);
        }

        private LedgerEvent last(PoamId id) {
            List<LedgerEvent> all = ledger.of(id.subject());
            return all.get(all.size() - 1);
        }

        private LocalDate today() {
            return situations.today();
        }

        private LocalDate inDays(int days) {
            return today().plusDays(days);
        }

        private static LocalDate day(String day) {
            return LocalDate.parse(day);
        }
    }
}
