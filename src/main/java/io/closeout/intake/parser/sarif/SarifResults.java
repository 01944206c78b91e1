package io.closeout.intake.parser.sarif;

import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.util.Optional;

/** The second reading: one result after the other. */
final class SarifResults {

    private final ScanSink sink;
    private final SarifTools tools;
    private final SarifHosts hosts;

    SarifResults(ScanSink sink, SarifTools tools, SarifHosts hosts) {
        this.sink = sink;
        this.tools = tools;
        this.hosts = hosts;
    }

    void ofRun(HardenedJson json, SarifRun run) throws IOException {
        SarifPlaces places = new SarifPlaces(run);
        json.members(name -> {
            if (name.equals("results") && json.isArray()) {
                json.elements(() -> {
                    String place = json.place();
                    result(json.value(), run, places, place);
                });
            } else if (name.equals("externalPropertyFileReferences") && json.isObject()) {
                elsewhere(json);
            }
        });
    }

    private void elsewhere(HardenedJson json) throws IOException {
        String place = json.place();
        long files = json.value().items("results").count();
        if (files > 0) {
            sink.skipped(new Skipped(place, "results of this run lie in " + files + " other files; merge them first"));
        }
    }

    /** What stands beside the runs says which run it belongs to by an id alone; hardly any tool writes it. */
    void outsideOfRuns(HardenedJson json) throws IOException {
        String place = json.place();
        json.members(name -> {
            if (name.equals("results") && json.isArray()) {
                sink.skipped(new Skipped(place, "results outside of their run are not read"));
            }
        });
    }

    private void result(JsonValue result, SarifRun run, SarifPlaces places, String where) {
        Optional<SarifRules.Rule> rule = run.rules().of(result);
        String message = SarifMessages.of(result, rule, run.rules());
        String checkId =
                tools.checkId(run, result, rule.map(SarifRules.Rule::id).orElse(""), message);
        if (checkId.isEmpty()) {
            sink.skipped(Skipped.result(where, "a result has neither rule nor message"));
            return;
        }
        Optional<String> leftOut = SarifRating.whyLeftOut(result);
        if (leftOut.isPresent()) {
            sink.skipped(Skipped.result(where, "result of rule " + checkId + " " + leftOut.get()));
            return;
        }
        Optional<Severity> severity = SarifRating.of(result, rule, where, sink);
        severity.ifPresent(word -> {
            SarifPlaces.Place place = places.of(result);
            int host = hosts.seen(place.asset(), run);
            Sighting sighting = new Sighting(host, place.asset(), checkId, word, place.location());
            if (sink.sighted(sighting)) {
                sink.record(new SarifRecord(result, rule, run, message).of(sighting, places.lines(result)));
            }
        });
    }
}
