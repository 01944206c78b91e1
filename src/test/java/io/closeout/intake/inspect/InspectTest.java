package io.closeout.intake.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.intake.parser.Fingerprint;
import io.closeout.intake.parser.tenable.NessusFileGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectTest {

    private static final String SAMPLE = "src/test/resources/nessus/two-hosts.nessus";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void saysInOneLineWhatAFileHolds() {
        assertThat(inspect(SAMPLE)).isZero();
        assertThat(printed(out))
                .isEqualToIgnoringNewLines(
                        "{\"file\":\"" + SAMPLE + "\",\"format\":\"nessus-v2\",\"scanner\":\"nessus\","
                                + "\"scanDate\":\"2026-01-01T10:00:00Z\",\"assets\":1,\"records\":5,\"reported\":3,"
                                + "\"findings\":2,\"weaknesses\":2,"
                                + "\"bySeverity\":{\"CRITICAL\":2,\"HIGH\":1,\"MEDIUM\":0,\"LOW\":0,\"INFO\":2},"
                                + "\"skipped\":[]}");
        assertThat(printed(err)).isEmpty();
    }

    @Test
    void listsWhatWasSkipped() throws IOException {
        String file = write(
                "skipped.nessus",
                report("<ReportHost name=\"h\"><ReportItem severity=\"9\" pluginID=\"1\"/>" + "</ReportHost>"));
        assertThat(inspect(file)).isZero();
        assertThat(lines().get(0).at("/skipped/0/where").asText()).startsWith("host h, line 1");
        assertThat(lines().get(0).at("/skipped/0/why").asText()).contains("severity \"9\"");
        assertThat(lines().get(0).at("/records").asInt()).isZero();
    }

    /** What the scanner settled, what nobody understands and what only informs, each where people count the format by it. */
    @ParameterizedTest
    @CsvSource({
        "prowler/resources.csv, 1, 6",
        "zap/shop.xml, 2, 5",
        "stig/press.ckl, 2, 3",
        "trivy/image.json, 7, 10",
        "trivy/operator.json, 4, 4",
        "checkov/two-kinds.json, 3, 4"
    })
    void reportsByTheUnitOfTheFormat(String sample, int records, int reported) throws IOException {
        inspect("src/test/resources/" + sample);
        assertThat(lines().get(0).at("/records").asInt()).isEqualTo(records);
        assertThat(lines().get(0).at("/reported").asInt()).isEqualTo(reported);
    }

    @Test
    void saysNothingAboutTheDateIfNoHostEnded() throws IOException {
        inspect(write("clean.nessus", report("")));
        assertThat(lines().get(0).at("/scanDate").isNull()).isTrue();
    }

    @Test
    void readsTheOtherFilesIfOneIsBroken() throws IOException {
        String broken = write("broken.nessus", report("<ReportHost name=\"h\">"));
        String other = write("other.xml", "<other/>");
        String empty = write("empty.nessus", "");
        assertThat(inspect(broken, other, SAMPLE, empty, folder + "/none.nessus", folder.toString()))
                .isEqualTo(2);
        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line.get("file").asText()).isEqualTo(SAMPLE));
        assertThat(printed(err).lines().toList())
                .hasSize(5)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(broken + ": line 1, column ")
                                .contains("export it again"),
                        line -> assertThat(line).startsWith(other + ": ").contains("not recognised"),
                        line -> assertThat(line).startsWith(empty + ": ").contains("empty"),
                        line -> assertThat(line).contains("no such file"),
                        line -> assertThat(line).startsWith(folder + ": the file cannot be read"));
    }

    @Test
    void explainsItselfIfNoFileIsNamed() {
        assertThat(inspect()).isEqualTo(2);
        assertThat(printed(err)).contains("inspect FILE");
    }

    @Test
    void countsEachDistinctThingOnce() throws IOException {
        inspect(write("generated.nessus", new NessusFileGenerator(20, 50, 100, 80).asText()));
        JsonNode line = lines().get(0);
        assertThat(line.at("/assets").asInt()).isEqualTo(20);
        assertThat(line.at("/records").asInt()).isEqualTo(2_000);
        assertThat(line.at("/reported").asInt()).isEqualTo(1_600);
        assertThat(line.at("/findings").asInt()).isEqualTo(800);
        assertThat(line.at("/weaknesses").asInt()).isEqualTo(40);
    }

    @Test
    void countsTheSameInWhateverOrderTheHostsStand() throws IOException {
        String whole = new NessusFileGenerator(30, 45, 12, 60).asText();
        String[] parts = whole.split("(?=<ReportHost )|(?=</Report>)");
        List<String> hosts = Arrays.asList(Arrays.copyOfRange(parts, 1, parts.length - 1));
        inspect(write("a.nessus", whole));
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(hosts, new Random(seed));
            inspect(write("a.nessus", parts[0] + String.join("", hosts) + parts[parts.length - 1]));
        }
        assertThat(hosts).hasSize(30);
        assertThat(lines()).hasSize(6).containsOnly(lines().get(0));
    }

    @Test
    void neverTakesATruncatedFileForAScan() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(SAMPLE));
        Random random = new Random(1);
        String file = folder.resolve("cut.nessus").toString();
        for (int i = 0; i < 200; i++) {
            int length = random.nextInt(new String(whole, StandardCharsets.UTF_8).lastIndexOf('>'));
            Files.write(Path.of(file), Arrays.copyOf(whole, length));
            assertThat(inspect(file)).as("cut after %d bytes", length).isEqualTo(2);
        }
        assertThat(printed(out)).isEmpty();
    }

    @Test
    void countsMillionsOfFingerprintsExactly() {
        FingerprintSet set = new FingerprintSet();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 1_000_000; i++) {
                set.add(Fingerprint.of("plugin", Integer.toString(i)));
            }
        }
        assertThat(set.size()).isEqualTo(1_000_000);
        assertThat(Fingerprint.of("ab", "c")).isNotEqualTo(Fingerprint.of("a", "bc"));
    }

    private int inspect(String... files) {
        return new Inspect(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true)).run(files);
    }

    private List<JsonNode> lines() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : printed(out).lines().toList()) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private static String printed(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String report(String hosts) {
        return "<NessusClientData_v2><Report name=\"r\">" + hosts + "</Report></NessusClientData_v2>";
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
