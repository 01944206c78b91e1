package io.closeout.intake.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.closeout.intake.inspect.Corpus.Difference;
import io.closeout.intake.inspect.Corpus.Sample;
import io.closeout.intake.inspect.Corpus.Unit;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.registry.ParserRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reads the files of {@link Corpus} and compares. */
class CorpusTest {

    private static final String REFUSED = "refused";

    @TestFactory
    List<DynamicTest> countsRealFilesAsOthersDo() {
        assumeTrue(Corpus.isThere(), Corpus.whereToPut());
        return Corpus.samples().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.path(), () -> compare(sample)))
                .toList();
    }

    private static void compare(Sample sample) throws IOException {
        Optional<Difference> refused = Corpus.difference(sample, REFUSED);
        if (refused.isPresent()) {
            assertThatThrownBy(() -> read(sample.file()))
                    .isInstanceOf(ScanUnreadable.class)
                    .hasMessageContaining(refused.get().ours());
            return;
        }
        Counted counts = read(sample.file());
        for (Unit unit : unitsOf(sample)) {
            long expected = Corpus.difference(sample, unit.count())
                    .map(difference -> Long.valueOf(difference.ours()))
                    .orElseGet(() -> sample.counts().get(unit.count()));
            assertThat(ours(counts, unit))
                    .as(
                            "%s is our %s; left out: %s",
                            unit.count(), unit.ours(), counts.read().skipped())
                    .isEqualTo(expected);
        }
        assertThat(recordsIn(sample.file())).isEqualTo(counts.read().records());
    }

    private static List<Unit> unitsOf(Sample sample) {
        return Corpus.units(sample.family()).stream()
                .filter(unit -> unit.format().equals(sample.format()))
                .filter(unit -> sample.counts().containsKey(unit.count()))
                .toList();
    }

    /** @param reported as the outside contract has it, by the format's own unit */
    private record Counted(ScanCounts read, long reported) {}

    private static Counted read(Path file) throws IOException {
        ScanCounts counts = new ScanCounts();
        ParserRegistry registry = new ParserRegistry();
        String format = registry.read(ScanInput.of(file), counts).format();
        return new Counted(counts, counts.reported(registry.countsInformational(format)));
    }

    private static long ours(Counted counted, Unit unit) {
        ScanCounts counts = counted.read();
        return switch (unit.ours()) {
            case "records" -> counts.records();
            case "reported" -> counted.reported();
            case "findings" -> counts.findings();
            case "weaknesses" -> counts.weaknesses();
            case "assets" -> counts.assets();
            case "leftOut" -> counts.skipped().size();
            default -> throw new IllegalArgumentException("We do not count " + unit.ours());
        };
    }

    /** The same file with all texts, as an import reads it. */
    private static long recordsIn(Path file) throws IOException {
        long[] records = {0};
        new ParserRegistry().read(ScanInput.of(file), new ScanCounts() {
            @Override
            public boolean sighted(Sighting sighting) {
                super.sighted(sighting);
                return true;
            }

            @Override
            public void record(ScanRecord record) {
                assertThat(record.title()).isNotBlank();
                records[0]++;
            }
        });
        return records[0];
    }

    /** A share of files whose count is the very same; those that differ with a reason do not count for it. */
    @Test
    void agreesWithOthersOnNearlyAllFilesOfEachFamily() throws IOException {
        assumeTrue(Corpus.isThere(), Corpus.whereToPut());
        Map<String, int[]> families = new TreeMap<>();
        for (Sample sample : Corpus.samples()) {
            Optional<Unit> whole = unitsOf(sample).stream()
                    .filter(unit -> unit.count().equals("independent_count"))
                    .findFirst();
            if (whole.isPresent()) {
                int[] share = families.computeIfAbsent(sample.family(), family -> new int[2]);
                share[0] += agrees(sample, whole.get()) ? 1 : 0;
                share[1]++;
            }
        }
        StringBuilder table = new StringBuilder("files whose count is that of others\n");
        families.forEach((family, share) -> table.append(String.format(
                Locale.ROOT, "%-18s %3d of %3d, by %s%n", family, share[0], share[1], unitsCompared(family))));
        System.out.println(table);
        assertThat(families)
                .allSatisfy((family, share) ->
                        assertThat(share[0] * 100 / share[1]).as(family).isGreaterThanOrEqualTo(80));
    }

    private static boolean agrees(Sample sample, Unit unit) throws IOException {
        try {
            return ours(read(sample.file()), unit) == sample.counts().get(unit.count());
        } catch (ScanUnreadable refused) {
            return isExpectedToBeRefused(sample) && sample.counts().get(unit.count()) == 0;
        }
    }

    /** A document in which others find nothing either, such as a bill of materials without vulnerabilities. */
    private static boolean isExpectedToBeRefused(Sample sample) {
        return Corpus.difference(sample, REFUSED).isPresent();
    }

    private static String unitsCompared(String family) {
        return Corpus.units(family).stream()
                .filter(unit -> unit.count().equals("independent_count"))
                .map(Unit::ours)
                .distinct()
                .collect(Collectors.joining(" or "));
    }
}
