package io.closeout.intake.parser.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All that is read of each of our samples, field by field, stands in {@code src/test/resources/readings}. A change of a parser shows there
 * as a difference that somebody has to read; the tests beside the parsers say what of it is a rule.
 */
class ReadingsTest {

    private static final String COMMAND = "mvn test -Dtest=ReadingsTest -Dcloseout.readings=true";
    private static final Path READINGS = Path.of("src/test/resources/readings");

    static Stream<SampleFile> samples() {
        return SampleFile.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadAsBefore(SampleFile sample) throws IOException {
        CollectedScan scan = new CollectedScan();
        new ParserRegistry()
                .read(ScanInput.of(sample.path().toString(), () -> new ByteArrayInputStream(sample.bytes())), scan);
        String reading = Reading.of(scan);
        Path file = READINGS.resolve(sample.path() + ".txt");
        if (Boolean.getBoolean("closeout.readings")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, reading);
        }
        assertThat(file)
                .as("Read the difference, then renew it by: " + COMMAND)
                .content()
                .isEqualTo(reading);
    }
}
