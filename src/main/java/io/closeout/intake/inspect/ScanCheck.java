package io.closeout.intake.inspect;

import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.registry.ParserRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a file can be read as a scan, before anything is done with it. */
public final class ScanCheck {

    private ScanCheck() {}

    /**
     * Reads it whole, all reports of an archive among them.
     *
     * @param name as people know the file
     * @param registry the formats that can be read
     * @throws ScanUnreadable with what is wrong and where
     */
    public static void mustBeReadable(Path file, String name, ParserRegistry registry) throws IOException {
        try {
            registry.read(ScanInput.of(name, () -> Files.newInputStream(file)), new ScanCounts());
        } catch (ScanUnreadable several) {
            if (several.reports().isEmpty()) {
                throw several;
            }
            for (ScanInput report : several.reports()) {
                registry.read(report, new ScanCounts());
            }
        }
    }
}
