package io.closeout.evidence;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clears away, every hour, what uploads left behind that broke off with the program a day ago or longer. */
@Component
@EnableScheduling
class AbandonedUploads {

    private static final Logger log = LoggerFactory.getLogger(AbandonedUploads.class);
    private static final Duration SURELY_BROKEN = Duration.ofHours(24);

    private final StoredFiles files;

    AbandonedUploads(StoredFiles files) {
        this.files = files;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void discard() {
        int discarded = files.discardAbandoned(SURELY_BROKEN);
        if (discarded > 0) {
            log.info("Discarded {} abandoned uploads", discarded);
        }
    }
}
