package io.closeout.threat;

import io.closeout.access.Actor;
import io.closeout.access.PolicyCalendar;
import io.closeout.shared.Refused;
import io.closeout.threat.DownloadRows.Validators;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Downloads catalogue and scores where the network allows it and somebody set it so. A download that fails is told on the page and leaves
 * what is known as it is. Several nodes may do it at the same time: the same file counts once.
 */
@Component
class FeedDownload {

    private static final Logger log = LoggerFactory.getLogger(FeedDownload.class);

    private static final Actor DOWNLOAD = Actor.system("download");
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final int NOT_MODIFIED = 304;

    private final ThreatFeeds feeds;
    private final DownloadRows rows;
    private final PolicyCalendar calendar;
    private final ThreatSettings settings;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    FeedDownload(ThreatFeeds feeds, DownloadRows rows, PolicyCalendar calendar, ThreatSettings settings) {
        this.feeds = feeds;
        this.rows = rows;
        this.calendar = calendar;
        this.settings = settings;
    }

    @Scheduled(cron = "${closeout.threat.cron:-}", zone = "UTC")
    void downloadAll() {
        for (Feed feed : Feed.values()) {
            URI address = settings.address(feed);
            if (address != null) {
                download(feed, address);
            }
        }
    }

    private void download(Feed feed, URI address) {
        try {
            ask(feed, address);
        } catch (Refused refused) {
            fail(feed, String.valueOf(refused.getMessage()), refused);
        } catch (HttpTimeoutException e) {
            fail(feed, "The server did not answer in time.", e);
        } catch (IOException | UncheckedIOException e) {
            fail(feed, "The server could not be reached, or broke off before the file was whole.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fail(feed, "Something went wrong on our side; the log says what.", e);
        }
    }

    private void fail(Feed feed, String why, Exception cause) {
        log.warn("The download of {} failed: {}", feed, why, cause);
        rows.failed(feed, why, calendar.now());
    }

    private void ask(Feed feed, URI address) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                client.send(request(address, rows.validators(feed)), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            CompletableFuture<Void> giveUp = closeLater(body);
            try {
                receive(feed, address, answer, body);
            } finally {
                giveUp.cancel(false);
            }
        }
    }

    private HttpRequest request(URI address, Validators known) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(settings.timeout()).header("User-Agent", "Closeout");
        if (known.etag() != null) {
            request.header("If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            request.header("If-Modified-Since", known.lastModified());
        }
        return request.build();
    }

    /** The client's time-out ends with the headers; a body that trickles is cut off here. */
    private CompletableFuture<Void> closeLater(InputStream body) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        body.close();
                    } catch (IOException e) {
                        log.debug("A body could not be closed", e);
                    }
                },
                CompletableFuture.delayedExecutor(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
    }

    private void receive(Feed feed, URI address, HttpResponse<InputStream> answer, InputStream body) {
        if (answer.statusCode() == NOT_MODIFIED) {
            rows.unchanged(feed, calendar.now());
            return;
        }
        if (answer.statusCode() != 200) {
            throw Refused.because("The server at " + address.getHost() + " answers with status " + answer.statusCode()
                    + " instead of the file.");
        }
        Feed taken = feeds.take(body, name(address), DOWNLOAD).release().feed();
        if (taken != feed) {
            throw Refused.because(
                    "The address gives a file of " + taken.label() + ". It was taken; correct the setting.");
        }
        rows.succeeded(
                feed,
                new Validators(
                        answer.headers().firstValue("ETag").orElse(null),
                        answer.headers().firstValue("Last-Modified").orElse(null)),
                calendar.now());
    }

    private static String name(URI address) {
        String path = Objects.requireNonNullElse(address.getPath(), "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
