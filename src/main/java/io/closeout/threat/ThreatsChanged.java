package io.closeout.threat;

import java.util.Set;

/** What is known of attacks on these CVEs has changed. Published after the file was taken, outside of its transaction. */
public record ThreatsChanged(Set<String> cves) {

    public ThreatsChanged {
        cves = Set.copyOf(cves);
    }
}
