package io.closeout.intake.parser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a parser hands over; for small files. */
final class CollectedScan implements ScanSink {

    final List<ScanHeader> headers = new ArrayList<>();
    final List<ScanRecord> records = new ArrayList<>();
    final List<ScannedHost> hosts = new ArrayList<>();
    final List<Skipped> skipped = new ArrayList<>();

    static CollectedScan of(String xml) throws IOException {
        CollectedScan scan = new CollectedScan();
        new ParserRegistry().read(input(xml), scan);
        return scan;
    }

    static CollectedScan ofResource(String name) throws IOException {
        CollectedScan scan = new CollectedScan();
        new ParserRegistry().read(ScanInput.of(name, () -> CollectedScan.class.getResourceAsStream(name)), scan);
        return scan;
    }

    static ScanInput input(String xml) {
        return ScanInput.of("test", () -> new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param hosts XML inside of the report */
    static CollectedScan ofReport(String hosts) throws IOException {
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
    public void host(ScannedHost host) {
        hosts.add(host);
    }

    @Override
    public void skipped(Skipped part) {
        skipped.add(part);
    }
}
