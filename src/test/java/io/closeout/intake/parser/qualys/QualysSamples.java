package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.CollectedScan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Files of invented hosts in {@code /qualys}. */
final class QualysSamples {

    private QualysSamples() {}

    static CollectedScan read(String name) {
        try {
            return CollectedScan.ofResource("/qualys/" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(QualysSamples.class.getResourceAsStream("/qualys/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
