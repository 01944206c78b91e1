package io.closeout.intake.parser.generic;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a table can mean. */
public enum TableField {
    TITLE("title", "name", "vulnerability", "vulnerability name", "issue", "finding", "shortdescription", "summary"),
    SEVERITY("severity", "risk", "risk level", "threat", "rating", "priority"),
    ASSET("asset", "host", "hostname", "host name", "target", "ip", "ip address", "system", "endpoint", "url"),
    LOCATION("location", "port", "path", "file", "component"),
    CVE("cve", "cves", "cve id"),
    CHECK_ID("check id", "plugin id", "rule id", "vulnerability id", "finding id", "id"),
    FIRST_SEEN("first seen", "first found", "first detected", "date found", "detected", "date"),
    LAST_SEEN("last seen", "last found", "last detected"),
    SOLUTION("solution", "remediation", "recommendation", "mitigation", "resolution", "fix"),
    DESCRIPTION("description", "desc", "details", "longdescription"),
    OUTPUT("evidence", "output", "proof", "steps to reproduce"),
    SCORE("cvss", "cvss score", "cvss base score", "score"),
    REFERENCES("references", "refs", "see also", "links"),
    STATE("status", "state");

    /** What the identity of a finding is made of. */
    static final List<TableField> IDENTITY = List.of(TITLE, ASSET, LOCATION, CVE, CHECK_ID);

    private final List<String> usualNames;

    TableField(String... usualNames) {
        this.usualNames = List.of(usualNames);
    }

    /** The column that probably means this, the most usual name first. */
    public Optional<String> among(List<String> columns) {
        return usualNames.stream()
                .flatMap(name -> columns.stream().filter(column -> plain(column).equals(plain(name))))
                .findFirst();
    }

    private static String plain(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return last.toLowerCase(Locale.ROOT).replace("_", "").replace(" ", "").replace("-", "");
    }
}
