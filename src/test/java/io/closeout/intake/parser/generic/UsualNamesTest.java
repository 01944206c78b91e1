package io.closeout.intake.parser.generic;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a table of findings may call its columns, and what it may write into them. */
class UsualNamesTest {

    private static CollectedScan table(String columns, String row) throws IOException {
        return CollectedScan.of(columns + "\n" + row + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Title", "Name", "ShortDescription"})
    void recogniseATable(String title) throws IOException {
        assertThat(table(title + ",Severity", "Old server,High").records)
                .singleElement()
                .satisfies(record -> assertThat(record.title()).isEqualTo("Old server"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vulnerability", "Vulnerability Name", "Issue", "Finding"})
    void ofATitleThatIsEmpty(String title) throws IOException {
        assertThat(table("Title,Severity," + title, ",High,Old server").records)
                .singleElement()
                .satisfies(record -> assertThat(record.title()).isEqualTo("Old server"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Risk", "Risk Level", "Threat"})
    void ofASeverityThatIsEmpty(String severity) throws IOException {
        assertThat(table("Title,Severity," + severity, "Old server,,High").records)
                .singleElement()
                .satisfies(record -> assertThat(record.severity()).isEqualTo(Severity.HIGH));
    }

    @ParameterizedTest
    @CsvSource({
        "Asset, web1, asset",
        "Host, web1, asset",
        "Hostname, web1, asset",
        "Host Name, web1, asset",
        "Target, web1, asset",
        "IP, 10.9.0.1, asset",
        "IP Address, 10.9.0.1, asset",
        "System, web1, asset",
        "Endpoint, web1, asset",
        "Url, https://web1.example, asset",
        "Website, https://web1.example, asset",
        "Vuln Id From Tool, K-1, check",
        "Plugin ID, K-1, check",
        "Check ID, K-1, check",
        "Rule ID, K-1, check",
        "Vulnerability ID, K-1, check",
        "SourceFileName, src/a.py, location",
        "File, src/a.py, location",
        "Path, /a, location",
        "Component, left-pad, location",
        "Port, 53, location 53/tcp",
        "Desc, It is old., description",
        "LongDescription, It is old., description",
        "Details, It is old., description",
        "Impact, It is old., description",
        "Solution, Update it., solution",
        "Remediation, Update it., solution",
        "Recommendation, Update it., solution",
        "Resolution, Update it., solution",
        "Fixed Version, 2.0, solution Upgrade to 2.0.",
        "LineNumber, 12, output Line 12",
        "Line Number, 12, output Line 12",
        "Steps_To_Reproduce, Log in., output",
        "Evidence, Log in., output",
        "Data, Log in., output",
        "Proof, Log in., output",
        "Refs, https://web1.example, link",
        "See Also, https://web1.example, link",
        "CVEs, CVE-2026-0001, cve",
        "CVE ID, CVE-2026-0001, cve",
        "Vulnerability ID, CVE-2026-0001, cve",
        "CWE_ID, 79, reference CWE:79",
        "CVSSv3, CVSS:3.1/AV:N, vector",
        "CVSS3_Vector_String, CVSS:3.1/AV:N, vector",
        "CVSS Vector, CVSS:3.1/AV:N, vector",
        "CVSSv3_Vector, CVSS:3.1/AV:N, vector",
        "CVSSv3_Score, 7.5, score",
        "CVSS3_Base_Score, 7.5, score",
        "CVSS Score, 7.5, score",
        "CVSS Base Score, 7.5, score",
        "CVSS2_Base_Score, 7.5, score of version 2",
        "CVSSv4_Score, 7.5, score of version 4"
    })
    void ofWhatElseIsKnown(String column, String text, String meaning) throws IOException {
        ScanRecord record = table("Title,Severity," + column, "Old server,High," + text)
                .records
                .get(0);
        String[] word = meaning.split(" ", 2);
        boolean isOfVersion = meaning.contains("of version");
        String expected = word.length == 1 || isOfVersion ? text : word[1];
        assertThat(said(record).get(isOfVersion ? meaning : word[0])).contains(expected);
    }

    private static Map<String, List<String>> said(ScanRecord record) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        said.put("asset", List.of(record.sighting().hostName()));
        said.put("check", List.of(record.sighting().checkId()));
        said.put("location", List.of(record.sighting().location()));
        said.put("description", List.of(record.description()));
        said.put("solution", List.of(record.solution()));
        said.put("output", List.of(record.output()));
        said.put("link", record.seeAlso());
        said.put("cve", record.cves());
        said.put("reference", record.crossReferences());
        said.put("vector", List.of(String.valueOf(record.cvss().v3Vector())));
        said.put("score", List.of(String.valueOf(record.cvss().v3())));
        said.put("score of version 2", List.of(String.valueOf(record.cvss().v2())));
        said.put("score of version 4", List.of(String.valueOf(record.cvss().v4())));
        return said;
    }

    @ParameterizedTest
    @CsvSource({
        "Critical, CRITICAL",
        "very high, CRITICAL",
        "Severe, CRITICAL",
        "HIGH, HIGH",
        "medium, MEDIUM",
        "Moderate, MEDIUM",
        "med, MEDIUM",
        "Low, LOW",
        "Very Low, LOW",
        "Info, INFO",
        "Informational, INFO",
        "information, INFO",
        "None, INFO"
    })
    void haveTheseSeverities(String word, Severity severity) throws IOException {
        assertThat(table("Title,Severity", "Old server," + word)
                        .records
                        .get(0)
                        .sighting()
                        .scannerSeverity())
                .isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource({
        "FalsePositive, TRUE, false positive",
        "False_P, yes, false positive",
        "False Positive, 1, false positive",
        "Duplicate, y, a duplicate",
        "IsMitigated, true, mitigated",
        "Is_Mitigated, true, mitigated",
        "Mitigated, true, mitigated",
        "Active, no, not active",
        "Active, 0, not active",
        "Active, N, not active",
        "Status, Closed, closed",
        "State, Fixed, fixed",
        "Status, Resolved, resolved",
        "Status, Remediated, remediated",
        "Status, False Positive, false positive",
        "Status, false-positive, false-positive"
    })
    void endAFinding(String column, String text, String why) throws IOException {
        CollectedScan scan = table("Title,Severity," + column, "Old server,High," + text);
        assertThat(scan.records).isEmpty();
        assertThat(scan.skipped).extracting(Skipped::why).containsExactly("\"Old server\": the list calls it " + why);
    }

    @ParameterizedTest
    @CsvSource({"udp, 53/udp", "TCP, 53/tcp"})
    void nameTheProtocolOfAPort(String protocol, String location) throws IOException {
        assertThat(table("Title,Severity,Port,Protocol", "Old server,High,53," + protocol)
                        .records
                        .get(0)
                        .sighting()
                        .location())
                .isEqualTo(location);
    }
}
