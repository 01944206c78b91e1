package io.closeout.intake.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Real files that other projects test with, and counts that other programs made of them. The files are not ours to keep here; what
 * their counts mean for us is, one table for each family of files in {@code /corpus}: which of our counts a count of theirs is to equal, and
 * beside it the files where we differ on purpose and why.
 */
public final class Corpus {

    private static final Path FOLDER = Path.of(System.getProperty("closeout.corpus", "../shared/corpus"));
    private static final CSVFormat TABLE =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private Corpus() {}

    /** @param format as the corpus names it */
    record Sample(Path file, String path, String family, String format, Map<String, Long> counts) {}

    /** A count of theirs, and the name of ours that is to equal it. */
    record Unit(String format, String count, String ours) {}

    /** @param ours what we count instead, or {@code refused} for a file that is not taken */
    record Difference(String file, String count, String ours, String reason) {}

    public static boolean isThere() {
        return Files.exists(FOLDER.resolve("manifest.csv"));
    }

    public static String whereToPut() {
        return "No corpus at " + FOLDER + "; set -Dcloseout.corpus=DIR to run this test";
    }

    /** Of families that have a table. */
    static List<Sample> samples() {
        return manifest().stream()
                .filter(row -> Corpus.class.getResource("/corpus/" + row.get("family") + ".csv") != null)
                .map(row -> new Sample(
                        FOLDER.resolve(row.get("path")),
                        row.get("path"),
                        row.get("family"),
                        row.get("format"),
                        counts(row)))
                .toList();
    }

    /** What others know of each file. */
    static List<CSVRecord> manifest() {
        return list("manifest.csv");
    }

    /** Imports of others in a row. */
    public static List<CSVRecord> sequences() {
        return list("sequences.csv");
    }

    private static List<CSVRecord> list(String name) {
        try (CSVParser rows = CSVParser.parse(FOLDER.resolve(name), StandardCharsets.UTF_8, TABLE)) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path file(String path) {
        return FOLDER.resolve(path);
    }

    private static Map<String, Long> counts(CSVRecord row) {
        Map<String, Long> counts = new HashMap<>();
        Arrays.stream(row.get("independent_detail").split(";"))
                .map(pair -> pair.split("="))
                .filter(pair -> pair.length == 2 && pair[1].matches("\\d+"))
                .forEach(pair -> counts.put(pair[0], Long.valueOf(pair[1])));
        if (!row.get("independent_count").isEmpty()) {
            counts.put("independent_count", Long.valueOf(row.get("independent_count")));
        }
        return counts;
    }

    static List<Unit> units(String family) {
        return table("/corpus/" + family + ".csv").stream()
                .map(row -> new Unit(row.get("format"), row.get("count"), row.get("ours")))
                .toList();
    }

    static Optional<Difference> difference(Sample sample, String count) {
        return table("/corpus/" + sample.family() + "-differences.csv").stream()
                .map(row -> new Difference(row.get("file"), row.get("count"), row.get("ours"), row.get("reason")))
                .filter(each ->
                        each.file().equals(sample.path()) && each.count().equals(count))
                .findFirst();
    }

    /** Of ours; empty if there is none. */
    public static List<CSVRecord> table(String resource) {
        try (InputStream in = Corpus.class.getResourceAsStream(resource)) {
            return in == null
                    ? List.of()
                    : TABLE.parse(new InputStreamReader(in, StandardCharsets.UTF_8))
                            .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
