package io.closeout.threat;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.shared.Refused;
import io.closeout.threat.Intake.Stored;
import io.closeout.threat.reading.FeedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files that say what is known of attacks, from people, programs and downloads alike. */
@Service
public class ThreatFeeds {

    private static final Logger log = LoggerFactory.getLogger(ThreatFeeds.class);

    private final Intake intake;
    private final FeedRows feeds;
    private final OpenItems openItems;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final TransactionTemplate transaction;
    private final ThreatSettings settings;

    ThreatFeeds(
            Intake intake,
            FeedRows feeds,
            OpenItems openItems,
            Ledger ledger,
            PolicyCalendar calendar,
            PlatformTransactionManager transactions,
            ThreatSettings settings) {
        this.intake = intake;
        this.feeds = feeds;
        this.openItems = openItems;
        this.ledger = ledger;
        this.calendar = calendar;
        this.transaction = new TransactionTemplate(transactions);
        this.settings = settings;
    }

    /**
     * Takes a catalogue (KEV), scores (EPSS) or decision points (Vulnrichment), whichever it is, and looks again at the open items that
     * name a CVE of which it says something new. Commits in transactions of its own; best called outside of one. The stream is read to
     * its end and not closed.
     *
     * @param name of the file, for people; what it is shows from its content
     * @throws Refused from whoever may not, for a file that is none of these, is too large, cannot be read, or is older than what is
     *     known. Nothing of it is kept then.
     */
    public Taken take(InputStream content, String name, Actor by) {
        mustBeAllowed(by);
        try (SpooledFile file = SpooledFile.of(content, settings.maxSize())) {
            return take(file, name, by);
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be kept while it was read", e);
        }
    }

    private Taken take(SpooledFile file, String name, Actor by) {
        FeedFile readable = new FeedFile(file.path(), settings.maxUnpacked().toBytes());
        FeedFile.Content content = readable.content();
        Arrival arrival = new Arrival(feed(content), readable, content, name, file.digest(), calendar.now(), by);
        Optional<Stored> stored = Objects.requireNonNull(transaction.execute(status -> store(arrival)));
        stored.ifPresent(each -> reassess(arrival, each));
        Release release = feeds.current(arrival.feed()).orElseThrow();
        log.info(
                "{} taken: {} entries, {} new or changed, {} broken",
                release.title(),
                release.entries(),
                release.changed(),
                release.problems());
        return new Taken(release, stored.isEmpty(), feeds.problems(release.id()));
    }

    /** @return empty if this very file counts already */
    private Optional<Stored> store(Arrival arrival) {
        Optional<Release> present = feeds.hold(arrival.feed());
        if (present.filter(known -> known.digest().equals(arrival.digest())).isPresent()) {
            return Optional.empty();
        }
        Stored stored = intake.store(arrival, present);
        Release release = feeds.get(stored.release());
        ledger.append(LedgerEntry.of("threatFeedTaken", "threat:" + arrival.feed(), arrival.by())
                .with("file", release.fileName())
                .with("sha256", release.digest())
                .changed("version", present.map(Release::version).orElse(null), release.version())
                .with("released", release.released())
                .with("entries", release.entries())
                .with("changed", release.changed())
                .with("broken", release.problems()));
        return Optional.of(stored);
    }

    private void reassess(Arrival arrival, Stored stored) {
        if (arrival.feed() == Feed.EPSS) {
            return;
        }
        String why = feeds.get(stored.release()).title() + " was taken";
        Reassessment.Outcome outcome = openItems.reassess(stored.changed(), why);
        transaction.executeWithoutResult(status -> {
            feeds.reassessed(stored.release(), outcome);
            feeds.reassessed(arrival.feed());
        });
    }

    private static Feed feed(FeedFile.Content content) {
        return switch (content) {
            case KEV_JSON, KEV_CSV -> Feed.KEV;
            case EPSS_CSV -> Feed.EPSS;
            case CVE_RECORD, CVE_ARCHIVE -> Feed.SSVC;
        };
    }

    private static void mustBeAllowed(Actor by) {
        if (!by.isSystem()) {
            by.mustBeIn("take in what is known of attacks", Group.ISSM, Group.CAMUNDA_ADMIN);
        }
    }
}
