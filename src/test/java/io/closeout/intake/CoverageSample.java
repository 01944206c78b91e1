package io.closeout.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The same situations, as the formats that tell coverage write them: one machine, {@code press}, that is weak or not. */
enum CoverageSample {
    NESSUS(EnumSet.noneOf(Situation.class)) {
        @Override
        String weak() {
            return nessus(1, "3", "yes", true, "202603010600", true);
        }

        @Override
        String later(Situation situation) {
            return nessus(
                    situation == Situation.OLDER_SCAN ? 0 : 8,
                    situation == Situation.NOT_UNDERSTOOD ? "9" : "",
                    situation == Situation.CREDENTIALS_LOST ? "no" : "yes",
                    situation != Situation.HOST_UNREACHABLE,
                    situation == Situation.OLDER_FEED ? "202602010600" : "202603080600",
                    situation != Situation.OTHER_POLICY);
        }

        private String nessus(
                int day, String severity, String loggedOn, boolean reached, String feed, boolean checkRuns) {
            return """
                    <NessusClientData_v2><Policy><policyName>Weekly</policyName><Preferences><ServerPreferences>
                    <preference><name>plugin_set</name><value>19506;%s</value></preference></ServerPreferences></Preferences></Policy>
                    <Report name="r"><ReportHost name="press"><HostProperties>
                    <tag name="HOST_END_TIMESTAMP">%d</tag></HostProperties>%s%s</ReportHost></Report></NessusClientData_v2>
                    """.formatted(
                    checkRuns ? "100" : "101",
                    at(day).getEpochSecond(),
                    reached
                            ? nessusItem(
                                    "19506",
                                    "0",
                                    "",
                                    "Plugin feed version : " + feed + "\nCredentialed checks : " + loggedOn)
                            : nessusItem("10180", "0", "", "The remote host is considered as dead"),
                    severity.isEmpty() ? "" : nessusItem("100", severity, "<plugin_type>local</plugin_type>", ""));
        }

        private String nessusItem(String check, String severity, String facts, String output) {
            return ("<ReportItem port=\"0\" protocol=\"tcp\" severity=\"%s\" pluginID=\"%s\" pluginName=\"W\" pluginFamily=\"F\">"
                            + "%s<plugin_output>%s</plugin_output></ReportItem>")
                    .formatted(severity, check, facts, output);
        }
    },

    QUALYS(EnumSet.noneOf(Situation.class)) {
        @Override
        String weak() {
            return qualys(1, "4", true, true, "2.5.100-2", "Plant");
        }

        @Override
        String later(Situation situation) {
            return qualys(
                    situation == Situation.OLDER_SCAN ? 0 : 8,
                    situation == Situation.NOT_UNDERSTOOD ? "9" : "",
                    situation != Situation.CREDENTIALS_LOST,
                    situation != Situation.HOST_UNREACHABLE,
                    situation == Situation.OLDER_FEED ? "2.5.99-9" : "2.5.101-1",
                    situation == Situation.OTHER_POLICY ? "Quick look" : "Plant");
        }

        private String qualys(int day, String severity, boolean loggedOn, boolean up, String feed, String policy) {
            String facts = """
                    <INFOS><CAT value="Information gathering"><INFO number="45038" severity="1"><TITLE>Host Scan Time</TITLE>
                    <RESULT>End time: %s GMT</RESULT></INFO></CAT></INFOS><SERVICES><CAT value="SMB / NETBIOS">
                    <SERVICE number="%s" severity="1"><TITLE>Log-on</TITLE><RESULT>svc-scan</RESULT></SERVICE></CAT></SERVICES>
                    """.formatted(
                            DateTimeFormatter.ofPattern("EEE, MMM dd yyyy, HH:mm:ss", Locale.US)
                                    .format(at(day).atOffset(ZoneOffset.UTC)),
                            loggedOn ? "70053" : "105015");
            return """
                    <SCAN value="scan/1"><HEADER><KEY value="STATUS">FINISHED</KEY>
                    <KEY value="SCAN_HOST">10.9.9.9 (Scanner 12.1,Vulnsigs %s)</KEY>
                    <OPTION_PROFILE><OPTION_PROFILE_TITLE>%s</OPTION_PROFILE_TITLE></OPTION_PROFILE></HEADER>
                    <IP value="10.9.2.11" name="press" status="%s">%s%s</IP></SCAN>
                    """.formatted(
                            feed,
                            policy,
                            up ? "up" : "down",
                            up ? facts : "",
                            severity.isEmpty()
                                    ? ""
                                    : ("<VULNS><CAT value=\"Windows\"><VULN number=\"100\" severity=\"%s\"><TITLE>W</TITLE>"
                                                    + "</VULN></CAT></VULNS>")
                                            .formatted(severity));
        }
    },

    /** Greenbone's XML does not hold the version of its feed. */
    OPENVAS(EnumSet.of(Situation.OLDER_FEED)) {
        @Override
        String weak() {
            return openvas(1, "High", "Success", true, "Weekly");
        }

        @Override
        String later(Situation situation) {
            return openvas(
                    situation == Situation.OLDER_SCAN ? 0 : 8,
                    situation == Situation.NOT_UNDERSTOOD ? "Purple" : "",
                    situation == Situation.CREDENTIALS_LOST ? "Failure" : "Success",
                    situation != Situation.HOST_UNREACHABLE,
                    situation == Situation.OTHER_POLICY ? "Quick look" : "Weekly");
        }

        private String openvas(int day, String threat, String logOn, boolean up, String task) {
            return """
                    <report><task><name>%1$s</name></task><report><gmp><version>22.6</version></gmp><scan_run_status>Done</scan_run_status>
                    <task><name>%1$s</name></task><results>%2$s</results>
                    <host><ip>10.9.1.21</ip><start>%3$s</start><end>%3$s</end><detail><name>hostname</name><value>press</value></detail>
                    <detail><name>%4$s</name><value>1</value></detail></host></report></report>
                    """.formatted(
                            task,
                            threat.isEmpty()
                                    ? ""
                                    : ("<result><name>W</name><host>10.9.1.21</host><port>general/tcp</port><nvt oid=\"1.2.100\"><name>W</name>"
                                                    + "<family>F</family></nvt><threat>%s</threat>"
                                                    + "<qod><value>97</value><type>package</type></qod></result>")
                                            .formatted(threat),
                            at(day),
                            up ? "Auth-SSH-" + logOn : "Host dead");
        }
    },

    /** A person looked, so there is no log-on; when, is said at the upload. */
    CKL(EnumSet.of(Situation.CREDENTIALS_LOST)) {
        @Override
        String weak() {
            return ckl("Open", "high", "07 Jun 2025");
        }

        @Override
        String later(Situation situation) {
            return ckl(
                    statusAfter(situation),
                    severityAfter(situation),
                    situation == Situation.OLDER_FEED ? "26 Jan 2023" : "10 Feb 2026");
        }

        private String ckl(String status, String severity, String release) {
            return """
                    <CHECKLIST><ASSET><HOST_NAME>press</HOST_NAME></ASSET><STIGS><iSTIG><STIG_INFO>
                    <SI_DATA><SID_NAME>releaseinfo</SID_NAME><SID_DATA>Release: 5 Benchmark Date: %s</SID_DATA></SI_DATA>
                    <SI_DATA><SID_NAME>stigid</SID_NAME><SID_DATA>Press</SID_DATA></SI_DATA></STIG_INFO><VULN>
                    <STIG_DATA><VULN_ATTRIBUTE>Vuln_Num</VULN_ATTRIBUTE><ATTRIBUTE_DATA>V-100</ATTRIBUTE_DATA></STIG_DATA>
                    <STIG_DATA><VULN_ATTRIBUTE>Severity</VULN_ATTRIBUTE><ATTRIBUTE_DATA>%s</ATTRIBUTE_DATA></STIG_DATA>
                    <STATUS>%s</STATUS></VULN></iSTIG></STIGS></CHECKLIST>
                    """.formatted(release, severity, status);
        }
    },

    CKLB(EnumSet.of(Situation.CREDENTIALS_LOST)) {
        @Override
        String weak() {
            return cklb("open", "high", "07 Jun 2025");
        }

        @Override
        String later(Situation situation) {
            return cklb(
                    statusAfter(situation)
                            .replace("NotAFinding", "not_a_finding")
                            .replace("Not_Reviewed", "not_reviewed")
                            .replace("Open", "open"),
                    severityAfter(situation),
                    situation == Situation.OLDER_FEED ? "26 Jan 2023" : "10 Feb 2026");
        }

        private String cklb(String status, String severity, String release) {
            return """
                    {"target_data": {"host_name": "press"}, "stigs": [{"stig_id": "Press",
                    "release_info": "Release: 5 Benchmark Date: %s", "rules": [
                    {"group_id": "V-100", "status": "%s", "severity": "%s", "rule_title": "W"}]}]}
                    """.formatted(release, status, severity);
        }
    },

    /** What could not be logged on to or was not reached, was not checked. */
    XCCDF(EnumSet.noneOf(Situation.class)) {
        @Override
        String weak() {
            return xccdf(1, "fail", "high", "2.5");
        }

        @Override
        String later(Situation situation) {
            return xccdf(
                    situation == Situation.OLDER_SCAN ? 0 : 8,
                    switch (situation) {
                        case CREDENTIALS_LOST, HOST_UNREACHABLE -> "notchecked";
                        case OTHER_POLICY -> "notselected";
                        case NOT_UNDERSTOOD -> "fail";
                        default -> "pass";
                    },
                    severityAfter(situation),
                    situation == Situation.OLDER_FEED ? "2.4" : "2.10");
        }

        private String xccdf(int day, String result, String severity, String version) {
            return """
                    <Benchmark id="b"><Rule id="r100" severity="high"><title>W</title></Rule>
                    <TestResult id="t" end-time="%s" version="%s"><benchmark id="Press"/><target>press</target>
                    <rule-result idref="r100" severity="%s"><result>%s</result></rule-result></TestResult></Benchmark>
                    """.formatted(at(day), version, severity, result);
        }
    },

    /** What could not be logged on to or was not reached, was skipped. */
    HDF(EnumSet.noneOf(Situation.class)) {
        @Override
        String weak() {
            return hdf(1, "V-100", "failed", "0.7", "2.5");
        }

        @Override
        String later(Situation situation) {
            return hdf(
                    situation == Situation.OLDER_SCAN ? 0 : 8,
                    situation == Situation.OTHER_POLICY ? "V-101" : "V-100",
                    switch (situation) {
                        case CREDENTIALS_LOST, HOST_UNREACHABLE -> "skipped";
                        case NOT_UNDERSTOOD -> "failed";
                        default -> "passed";
                    },
                    situation == Situation.NOT_UNDERSTOOD ? "\"much\"" : "0.7",
                    situation == Situation.OLDER_FEED ? "2.4" : "2.10");
        }

        private String hdf(int day, String control, String status, String impact, String version) {
            return """
                    {"platform": {"name": "ubuntu", "target_id": "press"}, "profiles": [{"name": "Press", "version": "%s",
                    "controls": [{"id": "%s", "title": "W", "impact": %s,
                    "results": [{"status": "%s", "start_time": "%s"}]}]}]}
                    """.formatted(version, control, impact, status, at(day));
        }
    };

    /** How a later scan differs from the one that saw the weakness, beside not reporting it. */
    enum Situation {
        NOTHING_CHANGED,
        CREDENTIALS_LOST,
        HOST_UNREACHABLE,
        OLDER_FEED,
        OTHER_POLICY,
        OLDER_SCAN,
        /** It is still there, with a severity that nobody knows. */
        NOT_UNDERSTOOD
    }

    private final Set<Situation> unsayable;

    CoverageSample(Set<Situation> unsayable) {
        this.unsayable = unsayable;
    }

    /** On 1 March. */
    abstract String weak();

    /** On 8 March. */
    abstract String later(Situation situation);

    /** Whether files of the format can hold the situation at all. */
    boolean canSay(Situation situation) {
        return !unsayable.contains(situation);
    }

    boolean isDatedAtUpload() {
        return this == CKL || this == CKLB;
    }

    /** @param day of March 2026; 0 is the day before */
    static Instant at(int day) {
        return Instant.parse("2026-02-28T20:00:00Z").plus(Duration.ofDays(day));
    }

    private static String statusAfter(Situation situation) {
        return switch (situation) {
            case HOST_UNREACHABLE, OTHER_POLICY -> "Not_Reviewed";
            case NOT_UNDERSTOOD -> "Open";
            default -> "NotAFinding";
        };
    }

    private static String severityAfter(Situation situation) {
        return situation == Situation.NOT_UNDERSTOOD ? "grave" : "high";
    }
}
