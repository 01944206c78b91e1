package io.closeout.intake.inspect;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.registry.ParserRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** One line of JSON on the standard output for each file that can be read; what is wrong goes to the error output. */
public final class Inspect {

    public static final String COMMAND = "inspect";

    private static final int ALL_READ = 0;
    private static final int SOMETHING_WRONG = 2;

    private final ParserRegistry registry = new ParserRegistry();
    private final PrintStream out;
    private final PrintStream err;

    /** @param out UTF-8, as JSON demands */
    public Inspect(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @return the exit code: 0 if all files were read, 2 otherwise */
    public int run(String... files) {
        if (files.length == 0) {
            err.println("Name the scan files to read: java -jar closeout.jar inspect FILE...");
            return SOMETHING_WRONG;
        }
        int exitCode = ALL_READ;
        for (String file : files) {
            if (!inspect(file)) {
                exitCode = SOMETHING_WRONG;
            }
        }
        out.flush();
        return exitCode;
    }

    private boolean inspect(String file) {
        try {
            ScanCounts counts = new ScanCounts();
            FormatDescriptor format = registry.read(ScanInput.of(Path.of(file)), counts);
            long reported = counts.reported(registry.countsInformational(format.format()));
            out.println(InspectLine.of(file, format, counts, reported));
            return true;
        } catch (ScanUnreadable e) {
            err.println(file + ": " + e.getMessage());
        } catch (NoSuchFileException | InvalidPathException e) {
            err.println(file + ": there is no such file.");
        } catch (IOException e) {
            err.println(file + ": the file cannot be read (" + e.getMessage() + ").");
        }
        return false;
    }
}
