package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a file of another format of the same scanner makes of the register. */
abstract class OtherFormatRules extends ImportRules {

    private static final String HEAD =
            "Plugin ID,CVE,Risk,Host,Protocol,Port,Name,Description,Solution,Plugin Output\n";

    OtherFormatRules(ImportLab lab) {
        super(lab);
    }

    @Test
    void aTableOfTheSameResultsChangesNothing() {
        lab.imported(aScanOnMarch1().host("web1", 100, 101).host("web2", 100));
        List<String> before = lab.findings();

        Scan table = lab.run(lab.received(HEAD + row(100, "web2") + row(101, "web1") + row(100, "web1")));

        assertThat(table.format()).isEqualTo("tenable-csv");
        assertCounts(table, 0, 3, 0, 0, 0, 0, 0, 0);
        assertThat(lab.findings()).hasSameSizeAs(before);
        assertThat(lab.items()).hasSize(2);
    }

    @Test
    void aTableProvesNothingAbsent() {
        lab.imported(aScanOnMarch1().host("web1", 100, 101));
        lab.clock.set("2026-03-09T08:00:00Z");

        Scan table = lab.run(lab.received(HEAD + row(100, "web1")));

        assertCounts(table, 0, 1, 0, 0, 1, 0, 0, 0);
        assertThat(lab.findings()).allMatch(finding -> finding.contains(" OPEN "));
    }

    @Test
    void aTableDoesNotMakeALocalCheckRemote() {
        lab.imported(aScanOnMarch1().host("web1", host -> host.locallyWeak(100)));
        lab.clock.set("2026-03-09T08:00:00Z");

        lab.run(lab.received(HEAD + "100,,High,web1,tcp,0,Weakness 100,,,\n"));

        assertThat(lab.count("weakness where check_id = '100' and local_check = true"))
                .isEqualTo(1);
    }

    @Test
    void cvesInRowsOfTheirOwnAllBelongToTheWeakness() {
        lab.run(lab.received(HEAD
                + "100,CVE-2026-0002,High,web1,tcp,443,Weakness 100,,,\n"
                + "100,CVE-2026-0001,High,web1,tcp,443,Weakness 100,,,\n"));

        assertThat(lab.findings()).containsExactly("100 web1 443/tcp 1 OPEN POA-2026-001 1 1");
        assertThat(lab.count("weakness where cves like '%CVE-2026-0001%' and cves like '%CVE-2026-0002%'"))
                .isEqualTo(1);
    }

    private static String row(int check, String host) {
        return "%1$d,,High,%2$s,tcp,443,Weakness %1$d,Weakness %1$d can be used.,Update.,Seen %1$d%n"
                .formatted(check, host);
    }

    private static final String CHECKLIST = """
            {"target_data": {"host_name": "press"}, "stigs": [{"stig_id": "Press", "rules": [
            {"group_id": "V-1", "status": "%s", "severity": "high", "rule_title": "One"},
            {"group_id": "V-2", "status": "%s", "severity": "high", "rule_title": "Two"}]}]}
            """;

    private Scan reviewed(String one, String two, @Nullable String day) {
        long scan = lab.received(CHECKLIST.formatted(one, two));
        if (day != null) {
            lab.jdbc
                    .sql("update scan set scan_date = ? where id = ?")
                    .params(Date.valueOf(day), scan)
                    .update();
        }
        return lab.run(scan);
    }

    @Test
    void aChecklistProvesWhatWasReviewedOnTheDayThatIsGivenWithIt() {
        reviewed("open", "open", "2026-03-01");
        lab.clock.set("2026-03-09T08:00:00Z");

        Scan second = reviewed("not_a_finding", "not_reviewed", "2026-03-08");

        assertCounts(second, 0, 0, 0, 1, 1, 0, 0, 1);
        assertThat(lab.findings())
                .containsExactly(
                        "V-1 press Press 1 ABSENT " + FIRST + " 1 1", "V-2 press Press 1 OPEN " + SECOND + " 1 1");
    }

    @Test
    void aChecklistOfAnUnknownDayProvesNothing() {
        reviewed("open", "open", null);
        lab.clock.set("2026-03-09T08:00:00Z");

        assertCounts(reviewed("not_a_finding", "not_applicable", null), 0, 0, 0, 0, 2, 0, 0, 0);
    }
}
