package io.closeout.threat;

import java.util.List;

/**
 * What came of a file.
 *
 * @param release as it counts now
 * @param known whether this very file counted before, so that nothing was done
 * @param problems the first broken entries
 */
public record Taken(Release release, boolean known, List<Broken> problems) {

    public Taken {
        problems = List.copyOf(problems);
    }
}
