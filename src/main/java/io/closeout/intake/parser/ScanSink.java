package io.closeout.intake.parser;

import java.util.List;

/**
 * Receives what a file holds, in this order: the header once; then sightings and records in the order of the file and, after
 * all of its own, the host itself, because some of its facts (credentials, reached or not) lie among its records. Hosts may be
 * mixed. Several may carry one name and are then one asset; merging them is the sink's business.
 */
public interface ScanSink {

    void header(ScanHeader header);

    /**
     * A result was found; its texts were not read yet.
     *
     * @return whether the sink wants the whole {@link ScanRecord}; a parser passes over the texts otherwise
     */
    default boolean sighted(Sighting sighting) {
        return true;
    }

    /** Follows its sighting at once, if that was answered with true. */
    void record(ScanRecord record);

    /** Concerned by a check that was recorded; for files that give each CVE of a result a row of its own. */
    default void moreCves(String checkId, List<String> cves) {}

    /** All facts of a host are final now. */
    void host(ScannedHost host);

    /** Something could not be understood and was left out; the rest of the file goes on. It may precede the header. */
    void skipped(Skipped skipped);
}
