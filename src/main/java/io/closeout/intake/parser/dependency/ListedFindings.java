package io.closeout.intake.parser.dependency;

import io.closeout.intake.parser.CheckSelection;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.PortRange;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Hands the results of one file to the sink, with the things they were found in as hosts. Those are only listed: none of these files
 * shows which filters made it, so none proves a weakness absent.
 */
public final class ListedFindings {

    private final ScanSink sink;
    private final SeverityScale scale;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, ScannedHost.Builder> assets = new LinkedHashMap<>();

    public ListedFindings(ScanSink sink, SeverityScale scale) {
        this.sink = sink;
        this.scale = scale;
    }

    /**
     * Identity of one result, before anything else is read of it.
     *
     * @param asset empty if the file does not say what was scanned
     * @param severity the tool's own word; may be empty
     */
    public record Found(
            String place, String asset, String checkId, String location, String severity, CvssScores scores) {}

    /** @param scanName may be empty */
    public void header(FormatDescriptor format, String scanName) {
        sink.header(new ScanHeader(
                format.scanner(),
                format.format(),
                scanName,
                "",
                new CheckSelection.Builder().build(),
                PortRange.of("")));
    }

    /** What was scanned, to be filled with facts; known from now on, whether something was found in it or not. */
    public ScannedHost.Builder asset(String name) {
        String known = name.isEmpty() ? ScannedHost.NOT_NAMED : name;
        int number = numbers.computeIfAbsent(known, first -> numbers.size());
        return assets.computeIfAbsent(known, first -> ScannedHost.of(number, first));
    }

    /** @param texts adds what is said about the result; asked for only if the sink wants it */
    public void add(Found found, UnaryOperator<ScanRecord.Builder> texts) {
        if (found.checkId().isEmpty()) {
            skipped(found.place(), "a result without an id");
            return;
        }
        Severity severity = scale.rate(found.severity(), found.scores());
        if (severity == null) {
            skipped(found.place(), unrated(found));
            return;
        }
        asset(found.asset());
        String asset = found.asset().isEmpty() ? ScannedHost.NOT_NAMED : found.asset();
        Sighting sighting =
                new Sighting(numbers.getOrDefault(asset, 0), asset, found.checkId(), severity, found.location());
        if (sink.sighted(sighting)) {
            sink.record(
                    texts.apply(ScanRecord.of(sighting).cvss(found.scores())).build());
        }
    }

    private String unrated(Found found) {
        String what = found.checkId() + " in " + (found.location().isEmpty() ? found.asset() : found.location());
        if (found.severity().isEmpty()) {
            return what + " has neither severity nor score";
        }
        return scale.isUnrated(found.severity())
                ? what + " has the severity \"" + found.severity() + "\" and no score, so it cannot be rated"
                : what + " has the unknown severity \"" + found.severity() + "\"";
    }

    /** About the file, or about something that is none of the results that the format is counted by. */
    public void remark(String place, String why) {
        sink.skipped(new Skipped(place, why));
    }

    /** A result was left out; the rest of the file goes on. */
    public void skipped(String place, String why) {
        sink.skipped(Skipped.result(place, why));
    }

    /** After the last result. */
    public void finish() {
        assets.values().forEach(asset -> sink.host(asset.build()));
    }
}
