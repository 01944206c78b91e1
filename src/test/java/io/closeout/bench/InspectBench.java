package io.closeout.bench;

import io.closeout.intake.inspect.Inspect;
import io.closeout.intake.parser.tenable.NessusFileGenerator;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;

/** {@code inspect} against a bare StAX pass over the same file. */
final class InspectBench {

    private static final int ROUNDS = 5;

    private InspectBench() {}

    static Measured run() throws Exception {
        Path file = Files.createTempFile("bench", ".nessus");
        try {
            new NessusFileGenerator(600, 3000, 120, 600).write(file);
            double megabytes = Files.size(file) / 1e6;
            double[] seconds = Rounds.alternate(ROUNDS, () -> inspect(file), () -> bare(file));
            return new Measured(
                    "inspect, %.0f MB".formatted(megabytes),
                    "none",
                    megabytes / seconds[0],
                    megabytes / seconds[1],
                    "MB/s",
                    0.6);
        } finally {
            Files.delete(file);
        }
    }

    private static void inspect(Path file) {
        int exit = new Inspect(new PrintStream(OutputStream.nullOutputStream()), System.err)
                .run(new String[] {file.toString()});
        if (exit != 0) {
            throw new IllegalStateException("inspect ended with " + exit);
        }
    }

    private static void bare(Path file) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                reader.next();
            }
        }
    }
}
