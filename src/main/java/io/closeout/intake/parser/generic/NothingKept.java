package io.closeout.intake.parser.generic;

import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Skipped;

/** For a look at a file that is not read yet. */
final class NothingKept implements ScanSink {

    @Override
    public void header(ScanHeader header) {}

    @Override
    public void record(ScanRecord record) {}

    @Override
    public void host(ScannedHost host) {}

    @Override
    public void skipped(Skipped skipped) {}
}
