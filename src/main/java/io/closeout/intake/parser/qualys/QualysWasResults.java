package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.util.Optional;

/** The results of a WAS report, of one scan or of several web applications. */
final class QualysWasResults {

    private final HardenedXml xml;
    private final ScanSink sink;
    private final QualysWasFacts facts;
    private final QualysWebApps apps = new QualysWebApps();
    private String application = "";

    QualysWasResults(HardenedXml xml, ScanSink sink, QualysWasFacts facts) {
        this.xml = xml;
        this.sink = sink;
        this.facts = facts;
        this.application = facts.onlyApplication();
    }

    void read() throws IOException {
        xml.children(part -> {
            if (part.equals("RESULTS")) {
                xml.children(this::part);
            }
        });
        apps.finish(sink, facts.end());
    }

    private void part(String name) throws IOException {
        switch (name) {
            case "WEB_APPLICATION" -> {
                application = facts.onlyApplication();
                xml.children(this::part);
            }
            case "URL" -> application = xml.text().strip();
            case "VULNERABILITY_LIST", "SENSITIVE_CONTENT_LIST", "INFORMATION_GATHERED_LIST" ->
                xml.children(this::result);
            default -> xml.skip();
        }
    }

    private void result(String kind) throws IOException {
        String place = xml.place();
        QualysWasResult result = QualysWasResult.read(xml);
        String id = result.text("QID");
        Optional<QualysCheck> check = Optional.ofNullable(facts.check(id));
        Severity severity = QualysWords.severity(
                kind.equals("INFORMATION_GATHERED"),
                check.map(QualysCheck::level).orElse(""));
        String left = result.leftOut();
        if (id.isEmpty() || severity == null || !left.isEmpty()) {
            String why = left.isEmpty() ? "is not in the glossary with a known severity" : left;
            sink.skipped(Skipped.result(place, id.isEmpty() ? "a result without QID" : "QID " + id + " " + why));
            return;
        }
        QualysWebApps.Place where = apps.place(result.text("URL"), application);
        result.lastSeen().ifPresent(moment -> apps.seen(where, moment));
        Sighting sighting = new Sighting(where.number(), where.application(), id, severity, where.path());
        if (sink.sighted(sighting)) {
            sink.record(check.map(known -> known.record(sighting, known.category(), ""))
                    .orElseGet(() -> ScanRecord.of(sighting))
                    .type(ScanRecord.CheckType.REMOTE)
                    .output(result.output())
                    .build());
        }
    }
}
