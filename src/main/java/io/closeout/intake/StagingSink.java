package io.closeout.intake;

import io.closeout.access.PolicyCalendar;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.register.SeenAsset;
import io.closeout.shared.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a parser hands over into staging, some hundred rows at a time. In memory it keeps one short entry per distinct
 * check, never a result.
 */
class StagingSink implements ScanSink {

    private static final int ROWS = 500;
    private static final int LISTED_PROBLEMS = 500;

    private final Scan scan;
    private final Staging staging;
    private final PolicyCalendar calendar;
    private final String target;

    private final Map<String, KnownCheck> known = new HashMap<>();
    private final Map<String, Set<String>> moreCves = new HashMap<>();
    private final List<Staging.Check> checks = new ArrayList<>();
    private final List<Staging.Finding> findings = new ArrayList<>();
    private final List<Staging.Host> hosts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int skipped;
    private int records;
    private @Nullable Instant newest;

    /** @param target what to call what the file does not name */
    StagingSink(Scan scan, Staging staging, PolicyCalendar calendar, String target) {
        this.target = target;
        this.scan = scan;
        this.staging = staging;
        this.calendar = calendar;
    }

    private record KnownCheck(int number, Severity worst) {}

    int records() {
        return records;
    }

    @Override
    public void header(ScanHeader header) {
        String selection = CheckCoverage.written(header.checks(), header.ports());
        staging.header(scan.id(), header.format(), header.scanner(), header.policyName(), selection);
    }

    /** Informational results need no texts once their check is known. */
    @Override
    public boolean sighted(Sighting sighting) {
        records++;
        KnownCheck check = known.get(sighting.checkId());
        if (sighting.isAboveInfo() || check == null) {
            return true;
        }
        stage(sighting, check, Severity.INFO, null);
        return false;
    }

    @Override
    public void record(ScanRecord record) {
        KnownCheck check = known.get(record.sighting().checkId());
        if (check == null) {
            check = new KnownCheck(known.size(), record.severity());
            known.put(record.sighting().checkId(), check);
            checks.add(staged(check, record));
        } else if (record.severity().isWorseThan(check.worst())) {
            flush();
            check = new KnownCheck(check.number(), record.severity());
            known.put(record.sighting().checkId(), check);
            staging.worsen(scan.id(), staged(check, record));
        }
        String output = record.output().isEmpty() || !record.sighting().isAboveInfo() ? null : record.output();
        stage(record.sighting(), check, record.severity(), output);
    }

    @Override
    public void moreCves(String checkId, List<String> cves) {
        if (!cves.isEmpty()) {
            moreCves.computeIfAbsent(checkId, check -> new TreeSet<>()).addAll(cves);
        }
    }

    private static Staging.Check staged(KnownCheck check, ScanRecord record) {
        return new Staging.Check(check.number(), record.sighting().checkId(), StagedText.of(record));
    }

    private void stage(Sighting sighting, KnownCheck check, Severity severity, @Nullable String output) {
        findings.add(new Staging.Finding(
                records,
                sighting.hostNumber(),
                check.number(),
                sighting.location(),
                severity.name(),
                output,
                !sighting.isAboveInfo()));
        if (findings.size() >= ROWS) {
            flush();
        }
    }

    /** What the file does not name has the name that was given with it. */
    private SeenAsset asset(ScannedHost host) {
        SeenAsset seen = SeenAssets.of(host);
        return host.name().equals(ScannedHost.NOT_NAMED) ? SeenAssets.named(target, seen) : seen;
    }

    @Override
    public void host(ScannedHost host) {
        Instant start = notInFuture(host.start());
        Instant end = notInFuture(endOf(host));
        Instant seenAt =
                Optional.ofNullable(end).or(() -> Optional.ofNullable(start)).orElseGet(this::scanMoment);
        if (newest == null || seenAt.isAfter(newest)) {
            newest = seenAt;
        }
        hosts.add(new Staging.Host(
                host.number(),
                asset(host),
                start,
                end,
                seenAt,
                foundBefore(seenAt, host.found()),
                host.contact(),
                host.credentials(),
                host.properties(),
                host.feed().text()));
        if (hosts.size() >= ROWS) {
            flush();
        }
    }

    /** Whoever looked by hand says at upload when that was: the file itself does not. */
    private @Nullable Instant endOf(ScannedHost host) {
        return host.end() == null && host.reached() && scan.scanDate() != null ? scanMoment() : host.end();
    }

    /** Nothing was seen after the file was handed in, whatever the scanner's clock or time zone says. */
    private @Nullable Instant notInFuture(@Nullable Instant told) {
        return told == null || told.isBefore(scan.receivedAt()) ? told : scan.receivedAt();
    }

    private static @Nullable Instant foundBefore(Instant seenAt, @Nullable Instant found) {
        return found == null || found.isBefore(seenAt) ? found : seenAt;
    }

    /** Where a file has no times, its findings are as old as the scan is said to be. */
    private Instant scanMoment() {
        return scan.scanDate() == null ? scan.receivedAt() : calendar.startOf(scan.scanDate());
    }

    @Override
    public void skipped(Skipped left) {
        skipped++;
        if (problems.size() < LISTED_PROBLEMS) {
            problems.add(new Problem(left.where(), left.why()));
        }
    }

    private void flush() {
        staging.checks(scan.id(), checks);
        staging.findings(scan.id(), findings);
        staging.hosts(scan.id(), hosts);
        checks.clear();
        findings.clear();
        hosts.clear();
    }

    void finish() {
        flush();
        moreCves.forEach((check, cves) -> staging.moreCves(
                scan.id(), Objects.requireNonNull(known.get(check)).number(), cves));
        if (skipped > problems.size()) {
            problems.add(new Problem("", "and " + (skipped - problems.size()) + " more entries that were left out"));
        }
        staging.read(scan.id(), records, newest == null ? null : calendar.dateOf(newest), problems);
    }
}
