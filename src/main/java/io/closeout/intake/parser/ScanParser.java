package io.closeout.intake.parser;

import java.io.IOException;

/** Reads the files of one format. Parsers have no state and may be shared by threads. */
public interface ScanParser {

    FormatDescriptor descriptor();

    /** Judges by the content alone. True also for files of the format that {@link #parse} will refuse with advice. */
    boolean accepts(ScanProbe probe) throws IOException;

    /** Whether several files of the format in one archive are parts of one report, in any order: they are read as one, behind each other. */
    default boolean joinsFiles() {
        return false;
    }

    /** Whether such files tell how far a scan got, so that one may prove a weakness gone without anybody's word. */
    default boolean tellsCoverage() {
        return false;
    }

    /** Whether people count informational results as findings of the format, as most tools themselves do. */
    default boolean countsInformational() {
        return true;
    }

    /**
     * Reads the whole file into the sink. When this returns, every result of the file was handed over or reported as
     * skipped; no record at all means recognised and clean.
     *
     * @throws ScanUnreadable if any part of the file cannot be understood; what the sink received by then is void
     * @throws IOException if the bytes cannot be had, which says nothing about the file
     */
    void parse(ScanInput in, ScanSink sink) throws ScanUnreadable, IOException;
}
