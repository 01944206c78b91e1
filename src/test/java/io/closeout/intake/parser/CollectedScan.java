package io.closeout.intake.parser;

import io.closeout.intake.parser.registry.ParserRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Keeps what a parser hands over; for small files. */
public final class CollectedScan implements ScanSink {

    public final List<ScanHeader> headers = new ArrayList<>();
    public final List<ScanRecord> records = new ArrayList<>();
    private final Map<String, Set<String>> moreCves = new HashMap<>();
    public final List<ScannedHost> hosts = new ArrayList<>();
    public final List<Skipped> skipped = new ArrayList<>();

    public static CollectedScan of(String xml) throws IOException {
        CollectedScan scan = new CollectedScan();
        new ParserRegistry().read(input(xml), scan);
        return scan;
    }

    public static CollectedScan ofResource(String name) throws IOException {
        CollectedScan scan = new CollectedScan();
        new ParserRegistry().read(ScanInput.of(name, () -> CollectedScan.class.getResourceAsStream(name)), scan);
        return scan;
    }

    /** As {@link #ofResource}, for samples that are there. */
    public static CollectedScan reading(String resource) {
        try {
            return ofResource(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sample as text, to be changed by a test. */
    public static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(CollectedScan.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ScanInput input(String xml) {
        return ScanInput.of("test", () -> new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param hosts XML inside of the report */
    public static CollectedScan ofReport(String hosts) throws IOException {
        return of("<NessusClientData_v2><Report name=\"r\">" + hosts + "</Report></NessusClientData_v2>");
    }

    @Override
    public void header(ScanHeader header) {
        headers.add(header);
    }

    @Override
    public void record(ScanRecord record) {
        records.add(record);
    }

    @Override
    public void moreCves(String checkId, List<String> cves) {
        moreCves.computeIfAbsent(checkId, check -> new TreeSet<>()).addAll(cves);
    }

    /** Of a check, whatever rows they came in. */
    public Set<String> cves(String checkId) {
        Set<String> all = new TreeSet<>(moreCves.getOrDefault(checkId, Set.of()));
        records.stream()
                .filter(record -> record.sighting().checkId().equals(checkId))
                .forEach(record -> all.addAll(record.cves()));
        return all;
    }

    @Override
    public void host(ScannedHost host) {
        hosts.add(host);
    }

    @Override
    public void skipped(Skipped part) {
        skipped.add(part);
    }
}
