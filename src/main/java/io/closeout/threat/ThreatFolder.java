package io.closeout.threat;

import io.closeout.access.Actor;
import io.closeout.shared.DropFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes catalogue, scores and decision points that somebody drops into a folder, where a setting names one. */
@Component
@ConditionalOnProperty("closeout.threat.folder")
class ThreatFolder {

    private static final Logger log = LoggerFactory.getLogger(ThreatFolder.class);

    private static final Actor FOLDER = Actor.system("folder");

    private final ThreatFeeds feeds;
    private final DropFolder folder;

    ThreatFolder(ThreatFeeds feeds, Clock clock, @Value("${closeout.threat.folder}") Path folder) {
        this.feeds = feeds;
        this.folder = new DropFolder(folder, clock);
    }

    private void take(Path file, String name) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            feeds.take(content, name, FOLDER);
        }
    }

    @Scheduled(initialDelayString = "10s", fixedDelayString = "${closeout.threat.look-every:1m}")
    void look() {
        try {
            folder.look(this::take);
        } catch (UncheckedIOException unusable) {
            log.error("{}. Correct closeout.threat.folder, or let the program write there", unusable.getMessage());
        }
    }
}
