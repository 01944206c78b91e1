package io.closeout.exchange.reader;

import java.util.List;

/** What a column is about, with the headings that each layout gives it, in small letters and with single blanks. */
public enum Field {
    ID(List.of("id"), List.of("poam id"), List.of("poa&m item id")),
    TITLE(List.of("title"), List.of("weakness name"), List.of()),
    DESCRIPTION(List.of("description"), List.of("weakness description"), List.of("control vulnerability description")),
    CONTROLS(
            List.of(),
            List.of("controls"),
            List.of("controls / aps", "security control number (nc/na controls only)", "security control number")),
    CHECKS(List.of(), List.of(), List.of("security checks")),
    SOURCE(
            List.of("weakness source"),
            List.of("weakness detector source"),
            List.of("identification source", "source identifying vulnerability")),
    SOURCE_ID(List.of("source id"), List.of("weakness source identifier"), List.of()),
    ASSETS(List.of("affected systems"), List.of("asset identifier"), List.of("devices affected")),
    CVES(List.of(), List.of("cve"), List.of()),
    DETECTED_ON(List.of("detection date"), List.of("original detection date"), List.of()),
    ORIGINAL_RATING(List.of(), List.of("original risk rating"), List.of("raw severity")),
    RATING(List.of("severity"), List.of("adjusted risk rating"), List.of("severity")),
    RATING_ADJUSTED(List.of(), List.of("risk adjustment"), List.of()),
    CONTACT(List.of("owner"), List.of("point of contact"), List.of("office/org")),
    CONTACT_ADDRESS(List.of("owner e-mail"), List.of(), List.of()),
    REMEDIATION(
            List.of("planned remediation"),
            List.of("overall remediation plan"),
            List.of("mitigations", "mitigations (in-house and in conjunction with the navy cssp)")),
    MILESTONES(List.of("milestones"), List.of("planned milestones"), List.of("milestone with completion dates")),
    MILESTONE_CHANGES(List.of("milestone changes"), List.of("milestone changes"), List.of("milestone changes")),
    MILESTONE_ID(List.of(), List.of(), List.of("milestone id")),
    MILESTONE_TEXT(List.of(), List.of(), List.of("milestone description")),
    MILESTONE_STATUS(List.of(), List.of(), List.of("milestone status")),
    MILESTONE_COMMENTS(List.of(), List.of(), List.of("milestone status comments")),
    MILESTONE_DUE(List.of(), List.of(), List.of("milestone scheduled completion date")),
    MILESTONE_DONE(List.of(), List.of(), List.of("milestone completion date")),
    ORIGINAL_COMPLETION(List.of("original planned completion"), List.of(), List.of()),
    PLANNED_COMPLETION(
            List.of("current planned completion"),
            List.of("scheduled completion date"),
            List.of("poa&m scheduled completion date", "scheduled completion date")),
    HOURS(List.of("estimated hours"), List.of(), List.of()),
    RESOURCES(List.of("resources required"), List.of("resources required"), List.of("resources required")),
    STATUS(List.of("status"), List.of(), List.of("poa&m status", "status")),
    STATUS_DATE(List.of(), List.of("status date"), List.of()),
    CLOSED_ON(List.of("closed on"), List.of(), List.of("poa&m completion date")),
    RESIDUAL_RISK(List.of("residual risk"), List.of(), List.of("residual risk level")),
    FALSE_POSITIVE(List.of(), List.of("false positive"), List.of()),
    OPERATIONAL_REQUIREMENT(List.of(), List.of("operational requirement"), List.of()),
    VENDOR_DEPENDENCY(List.of("vendor dependency"), List.of("vendor dependency"), List.of()),
    COMMENTS(List.of("comments"), List.of("comments"), List.of("comments")),
    TRACK(List.of("track"), List.of(), List.of());

    private final List<String> closeout;
    private final List<String> fedramp;
    private final List<String> emass;

    Field(List<String> closeout, List<String> fedramp, List<String> emass) {
        this.closeout = closeout;
        this.fedramp = fedramp;
        this.emass = emass;
    }

    List<String> headings(Layout layout) {
        return switch (layout) {
            case CLOSEOUT -> closeout;
            case FEDRAMP -> fedramp;
            case EMASS -> emass;
        };
    }
}
