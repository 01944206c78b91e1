package io.closeout.intake;

import io.closeout.access.PolicyCalendar;
import io.closeout.access.WebAddress;
import io.closeout.evidence.StoredFiles;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.tables.OwnTables;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * First step of an import: reads the stored file as a stream into staging. It may be called again after a kill and then starts
 * over; until the whole file was understood nothing but staging knows of it.
 */
@Service
public class ScanReading {

    private static final Logger log = LoggerFactory.getLogger(ScanReading.class);

    /** Reading is the first half of what people see of an import. */
    static final int SHARE = 50;

    private final Scans scans;
    private final StoredFiles files;
    private final Staging staging;
    private final PolicyCalendar calendar;
    private final OwnTables tables;
    private final WebAddress web;
    private final ArchiveUnpacking unpacking;

    ScanReading(
            Scans scans,
            StoredFiles files,
            Staging staging,
            PolicyCalendar calendar,
            OwnTables tables,
            WebAddress web,
            ArchiveUnpacking unpacking) {
        this.tables = tables;
        this.unpacking = unpacking;
        this.web = web;
        this.scans = scans;
        this.files = files;
        this.staging = staging;
        this.calendar = calendar;
    }

    /** @return {@code false} if the file was refused: its state and problems say why, and nothing else of it is left */
    public boolean read(long scanId, Progress progress) {
        return read(scanId, progress, Optional.empty());
    }

    /** @param remark what is to be known of the file beside what is in it */
    private boolean read(long scanId, Progress progress, Optional<Skipped> remark) {
        Scan scan = scans.get(scanId);
        staging.clear(scanId);
        scans.enter(scanId, ScanState.PARSING);
        StagingSink sink = new StagingSink(scan, staging, calendar, scans.target(scan));
        try {
            remark.ifPresent(sink::skipped);
            ScanInput input = ScanInput.of(scan.fileName(), () -> watched(scan, progress));
            tables.registry().read(input, sink);
            sink.finish();
            log.info("Scan {} read: {} records", scanId, sink.records());
            return true;
        } catch (ScanUnreadable several) {
            return several.reports().isEmpty() ? refuse(scan, several) : readEach(scan, several, progress);
        } catch (IOException e) {
            throw new UncheckedIOException("The stored file of scan " + scanId + " cannot be read", e);
        }
    }

    private boolean readEach(Scan archive, ScanUnreadable several, Progress progress) {
        try {
            String told = unpacking.unpack(archive, several.reports());
            return read(archive.id(), progress, Optional.of(new Skipped(archive.fileName(), told)));
        } catch (ScanUnreadable unreadable) {
            return refuse(archive, unreadable);
        } catch (IOException e) {
            throw new UncheckedIOException("The stored file of scan " + archive.id() + " cannot be read", e);
        }
    }

    private boolean refuse(Scan scan, ScanUnreadable unreadable) {
        log.info("Scan {} refused: {}", scan.id(), unreadable.getMessage());
        if (unreadable.asksForColumns()) {
            scans.asksForColumns(scan.id());
        }
        staging.refuse(
                scan.id(),
                List.of(new Problem(
                        unreadable.where().isEmpty() ? scan.fileName() : unreadable.where(),
                        advice(scan.id(), unreadable))));
        return false;
    }

    private String advice(long scanId, ScanUnreadable unreadable) {
        return unreadable.asksForColumns()
                ? unreadable.why() + " The ISSM can say once what they mean, and then this file is read: " + web.text()
                        + "/tables/new?scan=" + scanId
                : unreadable.why();
    }

    private InputStream watched(Scan scan, Progress progress) throws IOException {
        return new FilterInputStream(files.open(scan.fileDigest())) {
            private long seen;
            private int told;

            @Override
            public int read() throws IOException {
                int next = super.read();
                tell(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                tell(Math.max(count, 0));
                return count;
            }

            private void tell(int bytes) {
                seen += bytes;
                // a parser may read a file twice
                int percent = (int) Math.min(seen * SHARE / scan.fileSize(), SHARE);
                if (percent > told) {
                    told = percent;
                    progress.at(percent);
                }
            }
        };
    }
}
