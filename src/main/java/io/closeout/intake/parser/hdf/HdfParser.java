package io.closeout.intake.parser.hdf;

import io.closeout.intake.parser.CheckSelection;
import io.closeout.intake.parser.FeedVersion;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.PortRange;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.ScannedHost.Contact;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.hdf.HdfControl.Verdict;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Results of profiles. Read twice: which controls speak has to be known before their findings. What failed is found; what passed proves
 * that it is none; what was skipped says nothing.
 */
public final class HdfParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "hdf-json",
            "hdf",
            "MITRE Heimdall Data Format (HDF, InSpec JSON)",
            "InSpec 4 to 6 (--reporter json), SAF CLI, Heimdall 2",
            "inspec exec PROFILE --reporter json:results.json, or saf convert. Name the machine with the file where it does not (InSpec's does not).",
            "MITRE SAF, \"Heimdall Data Format\" (saf.mitre.org, github.com/mitre/heimdall2, inspecjs schema exec-json)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("profiles") && (probe.hasJson("platform") || probe.hasJson("profiles[].controls"));
    }

    @Override
    public boolean tellsCoverage() {
        return true;
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        Reading reading = new Reading(sink);
        eachControl(in, reading, reading::note);
        reading.open();
        eachControl(in, reading, reading::take);
        reading.close();
    }

    /** Takes one control. */
    private interface Taker {
        void take(HdfControl control);
    }

    private static void eachControl(ScanInput in, Reading reading, Taker taker) throws IOException {
        try (HardenedJson json = HardenedJson.open(in.open())) {
            while (json.next()) {
                json.members(name -> {
                    if (name.equals("platform")) {
                        reading.target = json.value().text("target_id");
                    } else if (name.equals("profiles") && json.isArray()) {
                        json.elements(() -> profile(json, reading, taker));
                    }
                });
            }
        }
    }

    /** The name of a profile stands before its controls in what the tools write; without it its results go by the format's. */
    private static void profile(HardenedJson json, Reading reading, Taker taker) throws IOException {
        String[] profile = {""};
        json.members(name -> {
            if (name.equals("name")) {
                profile[0] = json.value().text();
            } else if (name.equals("version")) {
                reading.versions.add(json.value().text());
            } else if (name.equals("controls") && json.isArray()) {
                json.elements(() -> {
                    String place = json.place();
                    taker.take(new HdfControl(place, profile[0], json.value()));
                });
            }
        });
    }

    private static final class Reading {

        private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

        private final ScanSink sink;
        private final Map<String, Boolean> speaks = new HashMap<>();
        private final Set<String> profiles = new LinkedHashSet<>();
        private final Set<String> versions = new HashSet<>();
        private String target = "";
        private int controls;
        private int results;
        private int silent;
        private @Nullable Instant end;

        Reading(ScanSink sink) {
            this.sink = sink;
        }

        void note(HdfControl control) {
            controls++;
            profiles.add(control.profile());
            Verdict verdict = control.verdict();
            if (verdict != Verdict.NO_RESULTS) {
                results++;
                silent += verdict == Verdict.UNKNOWN ? 1 : 0;
                boolean leftOut = verdict == Verdict.FAILED && control.rating() == null;
                speaks.merge(control.id(), verdict != Verdict.UNKNOWN && !leftOut, Boolean::logicalAnd);
            }
            control.at().filter(at -> end == null || at.isAfter(end)).ifPresent(at -> end = at);
        }

        void open() {
            if (controls > 0 && results == 0) {
                throw ScanUnreadable.because(
                        "The file describes a profile and holds no results of it. Hand in what the run of the profile wrote.");
            }
            CheckSelection.Builder selection = new CheckSelection.Builder();
            speaks.forEach(selection::singleCheck);
            String names = String.join(", ", profiles);
            sink.header(new ScanHeader(
                    DESCRIPTOR.scanner(), DESCRIPTOR.format(), names, names, selection.build(), PortRange.of("")));
        }

        void take(HdfControl control) {
            if (control.verdict() == Verdict.NO_RESULTS) {
                return;
            }
            String unknown = control.unknownStatus();
            if (unknown != null) {
                sink.skipped(new Skipped(
                        control.place(), "control " + control.id() + " has the unknown status \"" + unknown + "\""));
            }
            if (control.verdict() != Verdict.FAILED) {
                return;
            }
            Severity severity = control.rating();
            if (control.id().isEmpty() || severity == null) {
                sink.skipped(Skipped.result(
                        control.place(),
                        control.id().isEmpty()
                                ? "a control without id"
                                : "control " + control.id() + " has the impact \""
                                        + control.told().text("impact") + "\", which is no number from 0 to 1"));
                return;
            }
            Sighting sighting = new Sighting(0, host(), control.id(), severity, control.profile());
            if (sink.sighted(sighting)) {
                sink.record(control.record(sighting));
            }
        }

        /** InSpec's own id of a machine is no name that anybody knows. */
        private String host() {
            return target.isEmpty() || target.matches(UUID) ? ScannedHost.NOT_NAMED : target;
        }

        /** The version of the one profile; several cannot be told apart. */
        private FeedVersion feed() {
            return versions.size() == 1 ? FeedVersion.of(versions.iterator().next()) : FeedVersion.UNKNOWN;
        }

        void close() {
            if (silent > 0) {
                sink.skipped(new Skipped(
                        "the results",
                        silent + " of " + results + " controls were skipped, and nothing is said of them"));
            }
            if (results > 0) {
                sink.host(ScannedHost.of(0, host())
                        .contact(Contact.CHECKED)
                        .feed(feed())
                        .end(end)
                        .property("inspec-target", target)
                        .build());
            }
        }
    }
}
