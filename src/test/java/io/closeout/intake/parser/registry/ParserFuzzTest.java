package io.closeout.intake.parser.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Skipped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our samples, damaged in many ways that are the same each time: a parser reads what is left or refuses it in words, and neither
 * hangs nor breaks.
 */
class ParserFuzzTest {

    private static final Path SAMPLES = Path.of("src/test/resources");
    private static final int LARGEST = 200_000;
    private static final int DAMAGES = 60;
    private static final Duration HANGS = Duration.ofSeconds(60);

    private static final List<byte[]> INTRUDERS = Stream.of(
                    "\0",
                    "\u0001",
                    "<",
                    "&x;",
                    "]]>",
                    "\"",
                    "\\u0000",
                    "{",
                    "[[[[[[[[",
                    ",,,",
                    "\n\n",
                    "\uFEFF",
                    "-1",
                    "1e999",
                    "null",
                    "<!DOCTYPE a [<!ENTITY x \"y\">]>",
                    "<script>alert(1)</script>",
                    "=cmd|'/c calc'!A1",
                    "9".repeat(400),
                    "x".repeat(70_000))
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> formatOf(read(file)).isPresent())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.size(file) > LARGEST ? new byte[0] : Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> formatOf(byte[] file) {
        try {
            FormatDescriptor format = new ParserRegistry()
                    .read(ScanInput.of("file", () -> new ByteArrayInputStream(file)), new Nothing());
            return Optional.of(format.format());
        } catch (ScanUnreadable refused) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void mostFormatsHaveASample() throws IOException {
        List<String> sampled = samples()
                .map(file -> formatOf(read(file)).orElseThrow())
                .distinct()
                .toList();
        List<String> all = new ParserRegistry()
                .formats().stream().map(FormatDescriptor::format).toList();
        assertThat(sampled.size() * 100 / all.size()).isGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadOrRefusedHoweverItIsDamaged(Path sample) {
        byte[] whole = read(sample);
        assertTimeoutPreemptively(HANGS, () -> {
            for (int seed = 0; seed < DAMAGES; seed++) {
                byte[] damaged = damaged(whole, new Random(seed));
                try {
                    formatOf(damaged);
                } catch (RuntimeException broken) {
                    fail("Damage " + seed + " of " + sample, broken);
                }
            }
        });
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] damaged = whole;
        for (int i = 0; i <= random.nextInt(3); i++) {
            damaged = once(damaged, random);
        }
        return damaged;
    }

    private static byte[] once(byte[] file, Random random) {
        int from = random.nextInt(file.length + 1);
        int to = Math.min(file.length, from + random.nextInt(200));
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(file, from);
            case 1 -> joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
            case 2 -> joined(Arrays.copyOf(file, to), Arrays.copyOfRange(file, from, file.length));
            case 3 -> flipped(file, from, random);
            default ->
                joined(
                        joined(Arrays.copyOf(file, from), INTRUDERS.get(random.nextInt(INTRUDERS.size()))),
                        Arrays.copyOfRange(file, from, file.length));
        };
    }

    private static byte[] flipped(byte[] file, int at, Random random) {
        byte[] flipped = file.clone();
        if (at < flipped.length) {
            flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** Wants everything and keeps nothing. */
    private static final class Nothing implements ScanSink {

        @Override
        public void header(ScanHeader header) {
            // kept by nobody
        }

        @Override
        public void record(ScanRecord record) {
            // kept by nobody
        }

        @Override
        public void host(ScannedHost host) {
            // kept by nobody
        }

        @Override
        public void skipped(Skipped skipped) {
            // kept by nobody
        }
    }
}
