package io.closeout.intake.parser.nikto;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.WebSites;
import io.closeout.shared.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * One item. Nikto rates nothing: what refers to the Open Sourced Vulnerability Database is a known weakness and taken for Moderate, as
 * DefectDojo does; all else is informational.
 *
 * @param url path on the site
 * @param osvdb 0 or empty for none
 */
record NiktoItem(String id, String site, String url, String method, String message, String osvdb, String references) {

    private static final int TITLE = 200;

    void handTo(ScanSink sink, WebSites sites, String place) {
        if (id.isEmpty()) {
            sink.skipped(Skipped.result(place, "an item without id"));
            return;
        }
        boolean known = !osvdb.isEmpty() && !osvdb.equals("0");
        String path = url.startsWith("/") ? url : "/" + url;
        Sighting sighting =
                sites.at(site.replaceFirst("/+$", "") + path).sighting(id, known ? Severity.MEDIUM : Severity.INFO);
        if (sink.sighted(sighting)) {
            sink.record(record(sighting, known));
        }
    }

    private ScanRecord record(Sighting sighting, boolean known) {
        return ScanRecord.of(sighting)
                .title(title())
                .type(ScanRecord.CheckType.REMOTE)
                .description(message)
                .output((method + " " + url).strip() + "\n" + message)
                .cves(CveList.in(message + " " + references))
                .seeAlso(Stream.of(references.split("[\\s,]+"))
                        .filter(word -> word.startsWith("http"))
                        .toList())
                .crossReferences(known ? List.of("OSVDB:" + osvdb) : List.of())
                .build();
    }

    /** Messages begin with the path they are about, which is no part of what is wrong. */
    private String title() {
        String text = message.startsWith(url + ":")
                ? message.substring(url.length() + 1).strip()
                : message;
        return text.length() <= TITLE ? text : text.substring(0, TITLE - 1) + "…";
    }

    /** @param host name or address */
    static String site(String host, String port) {
        String scheme = port.equals("443") || port.equals("8443") ? "https" : "http";
        return host.isEmpty() ? "" : scheme + "://" + host + (port.isEmpty() ? "" : ":" + port);
    }
}
