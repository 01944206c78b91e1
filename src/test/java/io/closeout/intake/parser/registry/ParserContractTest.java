package io.closeout.intake.parser.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.registry.SampleFile.Read;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every format, tried on all of our samples: results are known by what they are, not by where they stand in a file. */
class ParserContractTest {

    private static final int CUTS = 10;

    /** Named as what they are, and refused, because they hold no results by nature. */
    private static final Set<String> WITHOUT_RESULTS = Set.of("spdx-json");

    /** Places whose parts are known by their position, by sample or format. */
    private static final Map<String, String> POSITIONS = Map.of(
            "sarif/gauge-2.1.0.sarif .runs[].artifacts[]", "results point to them by number",
            "checkmarx/sast.xml /CxXMLResults/Query/Result/Path/PathNode", "the last one is where the data ends up",
            "checkmarx/one.json .results[].data.nodes[]", "the last one is where the data ends up",
            "checkmarx/report.json .scanResults.sast.languages[].queries[].vulnerabilities[].nodes[]",
                    "the last one is where the data ends up",
            "qualys/vmdr-wrapped.csv row", "wrapped reports set a row inside of quotes; the test does not know how");

    /** Places that hold several parts of one result, by format or sample. */
    private static final Map<String, String> ONE_RESULT = Map.of(
            "github-alerts-json identifiers[]", "the best of them is the check id",
            "gitlab-security-json identifiers[]", "the best of them is the check id",
            "checkmarx-osa-json []", "a weakness and its library stand in two lists",
            "stig-ckl STIG_DATA", "they are the facts of one rule",
            "fortify-fpr Entry", "they are the way of one result through the code",
            "defender/answers.json line", "the names of machines stand in another answer than their weaknesses",
            "cyclonedx-json affects[]", "without any, the whole is affected",
            "sarif .runs[]", "ADR 0026: with another tool in the file check ids begin with the tool");

    /**
     * Statements of OpenVEX never come in, and the two lists of Checkmarx OSA belong together; our samples of the others hold one result
     * in each of their lists.
     */
    private static final Set<String> UNSPLIT =
            Set.of("checkmarx-osa-json", "invicti-xml", "openvex-json", "qualys-wasscan-xml");

    static Stream<SampleFile> samples() {
        return SampleFile.all().stream();
    }

    @Test
    void everyFormatHasASample() {
        Set<String> missing = new TreeSet<>();
        new ParserRegistry().formats().stream().map(FormatDescriptor::format).forEach(missing::add);
        samples().map(SampleFile::format).forEach(missing::remove);
        missing.removeAll(WITHOUT_RESULTS);

        assertThat(missing).as("formats without a sample in src/test/resources").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSameFileSaysTheSameTwice(SampleFile sample) {
        assertThat(sample.read()).isEqualTo(sample.read());
        assertThat(sample.read().results().size() + sample.read().leftOut()).isPositive();
    }

    /** Whoever hands over a host as checked says that its files can prove something; all others never do. */
    @Test
    void onlyFormatsThatTellCoverageProveAnything() {
        Set<String> telling = new TreeSet<>();
        samples()
                .filter(sample -> sample.read().tellsHowFarItGot())
                .map(SampleFile::format)
                .forEach(telling::add);
        ParserRegistry parsers = new ParserRegistry();
        assertThat(telling)
                .isEqualTo(parsers.formats().stream()
                        .map(FormatDescriptor::format)
                        .filter(parsers::tellsCoverage)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anotherOrderSaysTheSame(SampleFile sample) throws Exception {
        Rearranged parts = Rearranged.of(sample.bytes());
        Read whole = sample.read();
        for (String path : movable(sample, parts)) {
            for (UnaryOperator<List<Integer>> order : List.<UnaryOperator<List<Integer>>>of(
                    ParserContractTest::backwards, ParserContractTest::shuffled)) {
                Read moved = SampleFile.read(parts.with(path, order)).orElseThrow();
                assertThat(moved.identities()).as(path).isEqualTo(whole.identities());
                assertThat(moved.results()).as(path).hasSameSizeAs(whole.results());
                assertThat(moved.hosts()).as(path).isEqualTo(whole.hosts());
            }
        }
    }

    private static List<Integer> backwards(List<Integer> numbers) {
        List<Integer> order = new ArrayList<>(numbers);
        Collections.reverse(order);
        return order;
    }

    private static List<Integer> shuffled(List<Integer> numbers) {
        List<Integer> order = new ArrayList<>(numbers);
        Collections.shuffle(order, new Random(7));
        return order;
    }

    private static List<String> movable(SampleFile sample, Rearranged parts) {
        return parts.paths().stream()
                .filter(path -> !POSITIONS.containsKey(sample.path() + " " + path)
                        && !POSITIONS.containsKey(sample.format() + " " + path))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void twoHalvesSayTogetherWhatTheWholeSays(SampleFile sample) throws Exception {
        Rearranged parts = Rearranged.of(sample.bytes());
        for (String path : placesOfResults(sample)) {
            Set<String> together = new TreeSet<>(identities(parts.with(path, numbers -> List.of())));
            together.addAll(identities(parts.with(path, numbers -> numbers.subList(0, numbers.size() / 2))));
            together.addAll(
                    identities(parts.with(path, numbers -> numbers.subList(numbers.size() / 2, numbers.size()))));
            assertThat(together).as(path).isEqualTo(sample.read().identities());
        }
    }

    @Test
    void nearlyEveryFormatIsSplit() throws Exception {
        Set<String> unsplit = new TreeSet<>();
        samples().map(SampleFile::format).forEach(unsplit::add);
        for (SampleFile sample : samples().toList()) {
            if (!placesOfResults(sample).isEmpty()) {
                unsplit.remove(sample.format());
            }
        }
        assertThat(unsplit).isEqualTo(new TreeSet<>(UNSPLIT));
    }

    /** Without whose parts the file says less. */
    private static List<String> placesOfResults(SampleFile sample) throws Exception {
        Rearranged parts = Rearranged.of(sample.bytes());
        List<String> places = new ArrayList<>();
        for (String path : movable(sample, parts)) {
            boolean parted = ONE_RESULT.keySet().stream()
                    .map(each -> each.split(" "))
                    .noneMatch(each ->
                            Set.of(sample.format(), sample.path().toString()).contains(each[0])
                                    && path.endsWith(each[1]));
            if (parted
                    && identities(parts.with(path, numbers -> List.of())).size()
                            < sample.read().identities().size()) {
                places.add(path);
            }
        }
        return places;
    }

    private static Set<String> identities(byte[] file) {
        return SampleFile.read(file).map(Read::identities).orElse(Set.of());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aTruncatedFileIsNeverSilentlyLess(SampleFile sample) throws Exception {
        boolean byLine = !(Rearranged.of(sample.bytes()) instanceof Rearranged.Xml)
                && !(Rearranged.of(sample.bytes()) instanceof Rearranged.Json);
        List<Integer> cuts = byLine ? cutsInLines(sample) : cuts(sample);
        assertThat(cuts).hasSizeGreaterThanOrEqualTo(byLine ? 2 : CUTS);
        for (int cut : cuts) {
            Optional<Read> read = SampleFile.read(Arrays.copyOf(sample.bytes(), cut));
            Read whole = byLine ? upTo(sample, cut) : sample.read();
            read.ifPresent(less -> assertThat(less)
                    .as("cut after %d of %d bytes", cut, sample.bytes().length)
                    .satisfiesAnyOf(
                            listed -> assertThat(listed.leftOut()).isGreaterThan(whole.leftOut()),
                            all -> assertThat(all.identities()).isEqualTo(whole.identities())));
        }
    }

    private static List<Integer> cuts(SampleFile sample) {
        return IntStream.rangeClosed(1, CUTS)
                .map(i -> sample.bytes().length * i / (CUTS + 1))
                .boxed()
                .toList();
    }

    /** Nobody can tell that lines are missing at the end, so it is cut within lines. */
    private static List<Integer> cutsInLines(SampleFile sample) {
        List<Integer> cuts = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < sample.bytes().length; i++) {
            if (sample.bytes()[i] == '\n' || i == sample.bytes().length - 1) {
                if (begin > 0 && i - begin > 4) {
                    cuts.add(begin + (i - begin) / 3);
                    cuts.add(begin + (i - begin) * 2 / 3);
                }
                begin = i + 1;
            }
        }
        return cuts.stream().limit(2 * CUTS).toList();
    }

    /** With the whole line that is cut. */
    private static Read upTo(SampleFile sample, int cut) {
        int end = cut;
        while (end < sample.bytes().length && sample.bytes()[end] != '\n') {
            end++;
        }
        return SampleFile.read(Arrays.copyOf(sample.bytes(), end))
                .orElseGet(() -> new Read(sample.format(), new HashSet<>(), List.of(), List.of(), 0));
    }
}
