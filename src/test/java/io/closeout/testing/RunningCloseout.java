package io.closeout.testing;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The whole program in a process of its own, on a free port of the loopback address and a database file; it has the demo's people and
 * token and no sample items.
 */
public final class RunningCloseout implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(4);
    private static final Duration STOPS_WITHIN = Duration.ofMinutes(1);

    private final Process process;
    private final Path output;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningCloseout(Process process, Path output, URI address) {
        this.process = process;
        this.output = output;
        this.address = address;
    }

    /** WRITE_DELAY=0 as shipped: without it H2 loses acknowledged commits. */
    public static String databaseIn(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("closeout").toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    /** Returns when the program answers. */
    public static RunningCloseout start(Path folder) throws IOException, InterruptedException {
        return start(folder, databaseIn(folder), "closeout");
    }

    /** @param user has no password */
    public static RunningCloseout start(Path folder, String database, String user)
            throws IOException, InterruptedException {
        return startWith(
                folder,
                "--spring.profiles.active=demo",
                "--closeout.demo.data=none",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + user);
    }

    /** As an operator starts it for the first time: without sample people, waiting for its set-up. */
    public static RunningCloseout startUntouched(Path folder) throws IOException, InterruptedException {
        return startWith(folder, "--spring.datasource.url=" + databaseIn(folder));
    }

    private static RunningCloseout startWith(Path folder, String... settings) throws IOException, InterruptedException {
        int port = freePort();
        Path output = Files.createTempFile(folder, "output", ".log");
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx700m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                programClasses(),
                "io.closeout.Closeout",
                "--server.port=" + port,
                "--closeout.worker.node=killed"));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        RunningCloseout running = new RunningCloseout(process, output, URI.create("http://127.0.0.1:" + port));
        running.awaitAnswer();
        return running;
    }

    /**
     * A command-line tool in a process of its own, to its end: the drill moves the clock of a whole JVM.
     *
     * @return the exit code
     */
    public static int command(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(), "-cp", programClasses(), "io.closeout.Closeout"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What the tests run on, without the tests: their configurations are no part of the program. */
    private static String programClasses() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(STARTS_WITHIN);
        while (get("/actuator/health").filter(body -> body.contains("UP")).isEmpty()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("The program did not start:\n" + lastOutput());
            }
            Thread.sleep(100);
        }
    }

    /** Empty if the program does not answer, or not with success. */
    public Optional<String> get(String path) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request(path).GET().build(), BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /** @return where the scan can be asked for */
    public String upload(Path file) throws IOException, InterruptedException {
        String boundary = "the-file-ends-here";
        String head = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, file.getFileName());
        HttpRequest upload = request("/api/scans")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build();
        HttpResponse<String> answer = http.send(upload, BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException("The upload was answered with " + answer.statusCode() + answer.body());
        }
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** @return what the program says of the scan when it is done and its process has ended */
    public String awaitDone(String scan, Duration within) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(within);
        Optional<String> answer = get(scan);
        while (answer.filter(body -> body.contains("\"state\":\"DONE\"")).isEmpty() || isImporting()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("Not done within " + within + ": " + answer + "\n" + lastOutput());
            }
            Thread.sleep(50);
            answer = get(scan);
        }
        return answer.orElseThrow();
    }

    private boolean isImporting() throws InterruptedException {
        return get("/engine-rest/process-instance/count?processDefinitionKey=importScan")
                .filter(body -> body.contains("\"count\":0"))
                .isEmpty();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer demo");
    }

    /** SIGKILL: it gets no chance to put anything in order. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As an operator would end it. */
    public void stop() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The program did not stop:\n" + lastOutput());
        }
    }

    public URI address() {
        return address;
    }

    /** @return the first group of the pattern in what the program has printed; it prints its greeting when it is ready */
    public String awaitPrinted(Pattern words) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(STARTS_WITHIN);
        Matcher found = words.matcher(Files.readString(output));
        while (!found.find()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("Nothing printed like " + words + ":\n" + lastOutput());
            }
            Thread.sleep(100);
            found = words.matcher(Files.readString(output));
        }
        return found.group(1);
    }

    public String lastOutput() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(output));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
