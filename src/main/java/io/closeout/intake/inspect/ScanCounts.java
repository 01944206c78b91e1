package io.closeout.intake.inspect;

import io.closeout.intake.parser.Fingerprint;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts a file while it streams by; wants no texts. */
class ScanCounts implements ScanSink {

    /** A file that is wrong throughout shall not fill the memory with its faults. */
    private static final int SKIPPED_LISTED = 1_000;

    private final Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
    private final FingerprintSet findings = new FingerprintSet();
    private final FingerprintSet weaknesses = new FingerprintSet();
    private final FingerprintSet assets = new FingerprintSet();
    private final List<Skipped> skipped = new ArrayList<>();
    private long skippedUnlisted;
    private long resultsLeftOut;
    private @Nullable Instant newestEnd;

    @Override
    public void header(ScanHeader header) {
        // counts need nothing of it
    }

    @Override
    public boolean sighted(Sighting sighting) {
        bySeverity.merge(sighting.scannerSeverity(), 1L, Long::sum);
        if (sighting.isAboveInfo()) {
            findings.add(Fingerprint.of(sighting.checkId(), sighting.hostName(), sighting.location()));
            weaknesses.add(Fingerprint.of(sighting.checkId()));
        }
        return false;
    }

    @Override
    public void record(ScanRecord record) {
        throw new IllegalStateException("No record was asked for");
    }

    /** A host counts unless the file shows that the scanner got nothing but a ping out of it. */
    @Override
    public void host(ScannedHost host) {
        if (host.contact() != ScannedHost.Contact.ONLY_PINGED) {
            assets.add(Fingerprint.of(host.name()));
        }
        Instant end = host.end();
        if (end != null && (newestEnd == null || end.isAfter(newestEnd))) {
            newestEnd = end;
        }
    }

    @Override
    public void skipped(Skipped part) {
        resultsLeftOut += part.isResult() ? 1 : 0;
        if (skipped.size() < SKIPPED_LISTED) {
            skipped.add(part);
        } else {
            skippedUnlisted++;
        }
    }

    long records() {
        return bySeverity.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Results that people count, those that are left out as settled or not understood among them.
     *
     * @param withInformational see {@link io.closeout.intake.parser.ScanParser#countsInformational}
     */
    long reported(boolean withInformational) {
        return records() - (withInformational ? 0 : of(Severity.INFO)) + resultsLeftOut;
    }

    long of(Severity severity) {
        return bySeverity.getOrDefault(severity, 0L);
    }

    long findings() {
        return findings.size();
    }

    long weaknesses() {
        return weaknesses.size();
    }

    long assets() {
        return assets.size();
    }

    /** Null if no host's scan ended at a known time. */
    @Nullable
    Instant scanDate() {
        return newestEnd;
    }

    List<Skipped> skipped() {
        List<Skipped> all = new ArrayList<>(skipped);
        if (skippedUnlisted > 0) {
            all.add(new Skipped("rest of the file", skippedUnlisted + " more"));
        }
        return all;
    }
}
