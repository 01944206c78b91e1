package io.closeout.threat;

import io.closeout.access.Actor;
import io.closeout.threat.reading.FeedFile;
import java.time.Instant;

/** A file that was handed in and recognised, and who did. */
record Arrival(Feed feed, FeedFile file, FeedFile.Content content, String name, String digest, Instant at, Actor by) {}
