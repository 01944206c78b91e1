package io.closeout.intake.parser;

import java.io.IOException;
import java.util.List;

/** For tools whose report is an archive: one file holds the results, others beside it say more about them. */
public interface PackedScanParser extends ScanParser {

    /**
     * As {@link ScanParser#parse}.
     *
     * @param beside the other files of the archive, in its order
     */
    void parse(ScanInput in, List<ScanInput> beside, ScanSink sink) throws IOException;

    @Override
    default void parse(ScanInput in, ScanSink sink) throws IOException {
        parse(in, List.of(), sink);
    }
}
