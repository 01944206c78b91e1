package io.closeout.threat;

import static io.closeout.threat.Feeds.bytes;
import static io.closeout.threat.Feeds.catalogue;
import static io.closeout.threat.Feeds.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@ThreatTest
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:download;DB_CLOSE_DELAY=-1",
            "closeout.threat.timeout=2s",
            "closeout.threat.max-size=100KB"
        })
class FeedDownloadTest {

    private static final AtomicInteger VERSION = new AtomicInteger();
    private static final LocalDate DAY = LocalDate.of(2026, 8, 7);
    private static final HttpServer SERVER = server();
    private static volatile HttpHandler answer = exchange -> {};

    @Autowired
    FeedDownload download;

    @Autowired
    FeedStates states;

    @Autowired
    ScheduledTaskHolder scheduled;

    private volatile @Nullable String askedWith;

    @DynamicPropertySource
    static void isThere(DynamicPropertyRegistry properties) {
        properties.add(
                "closeout.threat.kev-url",
                () -> "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/feeds/kev.json");
    }

    @AfterAll
    static void stop() {
        SERVER.stop(0);
    }

    @Test
    void isOffUntilSomebodySetsAnHour() {
        assertThat(scheduled.getScheduledTasks())
                .noneMatch(task -> task.toString().contains("FeedDownload"));
    }

    @Test
    void takesTheFileAndAsksOnlyForANewerOneNextTime() {
        String file = newer();
        answer = exchange -> {
            askedWith = exchange.getRequestHeaders().getFirst("If-None-Match");
            if (askedWith == null) {
                exchange.getResponseHeaders().add("ETag", "\"one\"");
                send(exchange, 200, bytes(file));
            } else {
                exchange.sendResponseHeaders(304, -1);
                exchange.close();
            }
        };

        download.downloadAll();

        assertThat(kev().release())
                .isNotNull()
                .returns("kev.json", Release::fileName)
                .returns("system", Release::takenBy);
        assertThat(kev().download().failure()).isNull();
        assertThat(kev().download().askedAt()).isNotNull();
        download.downloadAll();
        assertThat(askedWith).isEqualTo("\"one\"");
        assertThat(kev().download().failure()).isNull();
    }

    @Test
    void tellsWhatTheServerAnswersInsteadAndKeepsWhatIsKnown() {
        String file = newer();
        answer = exchange -> send(exchange, 200, bytes(file));
        download.downloadAll();
        Release known = kev().release();
        answer = exchange -> send(exchange, 503, bytes("come back later"));

        download.downloadAll();

        assertThat(kev().download().failure()).contains("127.0.0.1", "status 503");
        assertThat(kev().release()).isEqualTo(known);
    }

    @Test
    void tellsAFileThatIsNothingOfItAndOneThatIsTooLarge() {
        answer = exchange -> send(exchange, 200, bytes("<html>Please sign in</html>"));
        download.downloadAll();
        assertThat(kev().download().failure()).contains("none of the files");

        answer = exchange -> send(exchange, 200, new byte[200_000]);
        download.downloadAll();
        assertThat(kev().download().failure()).contains("larger than 100 kB");
    }

    @Test
    void givesUpOnABodyThatDoesNotEnd() {
        CountDownLatch ended = new CountDownLatch(1);
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(bytes("{\"catalog"));
            exchange.getResponseBody().flush();
            try {
                ended.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };

        download.downloadAll();
        ended.countDown();

        assertThat(kev().download().failure()).contains("broke off");
    }

    private static String newer() {
        Instant released = Instant.parse("2026-08-07T00:00:00Z").plusSeconds(VERSION.incrementAndGet());
        return catalogue("2026.08.07", released.toString(), entry("CVE-2026-8037", DAY, DAY));
    }

    private FeedState kev() {
        return states.all().get(0);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work);
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/feeds/kev.json", exchange -> answer.handle(exchange));
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
