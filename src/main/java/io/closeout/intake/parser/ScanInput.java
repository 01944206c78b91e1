package io.closeout.intake.parser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A scanner file that can be opened more than once: to recognise it and to read it. */
public interface ScanInput {

    /** As people know the file; used in messages only, never to recognise a format. */
    String name();

    /** From the first byte; the caller closes it. */
    InputStream open() throws IOException;

    /** Name of the sheet, if this is one of a workbook, as a table: its places are rows then, not lines. */
    default Optional<String> sheet() {
        return Optional.empty();
    }

    static ScanInput of(Path file) {
        return of(file.toString(), () -> Files.newInputStream(file));
    }

    static ScanInput of(String name, Source source) {
        return new ScanInput() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() throws IOException {
                return source.open();
            }
        };
    }

    /** Where the bytes come from. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }
}
