package io.closeout.intake.parser.registry;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanUnreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of our own samples of a format, and what is read out of it or of something that was made of it. */
record SampleFile(Path path, String format, byte[] bytes) {

    private static final Path SAMPLES = Path.of("src/test/resources");
    private static final int LARGEST = 200_000;

    /** Those that are read. */
    static List<SampleFile> all() {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            List<SampleFile> samples = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.size(file) > LARGEST ? new byte[0] : Files.readAllBytes(file);
                read(bytes)
                        .ifPresent(read -> samples.add(new SampleFile(SAMPLES.relativize(file), read.format(), bytes)));
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a file says.
     *
     * @param identities check, asset and location of each result
     * @param results those again with what is told of them, as often as they come
     * @param hosts with what is known of their scan
     * @param leftOut how many parts
     */
    record Read(String format, Set<String> identities, List<String> results, List<String> hosts, int leftOut) {

        boolean tellsHowFarItGot() {
            return hosts.stream().anyMatch(host -> host.contains(" CHECKED "));
        }
    }

    /** Empty if the file is refused. */
    static Optional<Read> read(byte[] file) {
        CollectedScan scan = new CollectedScan();
        try {
            FormatDescriptor format =
                    new ParserRegistry().read(ScanInput.of("sample", () -> new ByteArrayInputStream(file)), scan);
            return Optional.of(new Read(
                    format.format(),
                    scan.records.stream()
                            .map(each -> each.sighting().checkId() + " | "
                                    + each.sighting().hostName() + " | "
                                    + each.sighting().location())
                            .collect(Collectors.toCollection(TreeSet::new)),
                    scan.records.stream().map(String::valueOf).toList(),
                    scan.hosts.stream()
                            .map(host -> host.name() + " " + host.contact() + " " + host.credentials())
                            .sorted()
                            .toList(),
                    scan.skipped.size()));
        } catch (ScanUnreadable refused) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Read read() {
        return read(bytes).orElseThrow();
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return path + " (" + format + ")";
    }
}
