package io.closeout.intake.parser.checkmarx;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.shared.Severity;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What all formats of Checkmarx share: scale, states, and how a result is identified. */
final class CheckmarxResults {

    static final String SCANNER = "checkmarx";

    /** Checkmarx, "Severity levels"; CxSAST before 9.6 had no critical. */
    private static final SeverityScale SCALE = SeverityScale.ofFour().with(Severity.INFO, "information", "info");

    private static final Set<String> CLOSED = Set.of("not exploitable", "fixed");

    private final ListedFindings findings;

    CheckmarxResults(FormatDescriptor format, ScanSink sink) {
        this.findings = new ListedFindings(sink, SCALE);
        findings.header(format, "");
    }

    /**
     * A place in code that a query found.
     *
     * @param file where the data ends up, in the words of Checkmarx the sink
     * @param state what people made of it; numbers are the words of CxSAST
     */
    record Place(String where, String project, String query, String file, String severity, String state) {

        String path() {
            return file.replace('\\', '/').replaceFirst("^[./]*/", "");
        }
    }

    void add(Place place, UnaryOperator<ScanRecord.Builder> texts) {
        String closed = closed(place.state());
        if (closed.isEmpty()) {
            findings.add(
                    new Found(
                            place.where(),
                            place.project(),
                            place.query(),
                            place.path(),
                            place.severity(),
                            CvssScores.NONE),
                    record -> texts.apply(record.title(place.query().replace('_', ' '))));
        } else {
            findings.skipped(place.where(), place.query() + " in " + place.path() + " is " + closed);
        }
    }

    /** A weakness of a package, unless people say that it is none. */
    void add(String where, String name, String state, PackageWeakness weakness) {
        String closed = closed(state);
        if (closed.isEmpty()) {
            weakness.addTo(findings);
        } else {
            findings.skipped(where, name + " is " + closed);
        }
    }

    void skipped(String where, String why) {
        findings.skipped(where, why);
    }

    /** Checkmarx, "Result states": 0 to verify, 1 not exploitable, 2 confirmed, 3 urgent, 4 proposed not exploitable. */
    private static String closed(String state) {
        String word = state.equals("1")
                ? "not exploitable"
                : state.toLowerCase(Locale.ROOT).replace('_', ' ');
        return CLOSED.contains(word) ? word : "";
    }

    void asset(String project) {
        if (!project.isEmpty()) {
            findings.asset(project);
        }
    }

    void finish() {
        findings.finish();
    }
}
