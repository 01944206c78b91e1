package io.closeout.workflow.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param models a folder with {@code processes} and {@code forms} that win over the shipped ones, file by file
 * @param out where the report goes
 */
record DrillOrder(Optional<Path> models, Path out) {

    private static final String MODELS = "--models=";
    private static final String OUT = "--out=";
    private static final String USAGE = "Use: java -jar closeout.jar drill [--models=DIR] [--out=closeout-drill.html]";

    /** @throws DrillRefused if it cannot be done */
    static DrillOrder of(String... arguments) {
        Optional<Path> models = Optional.empty();
        Path out = Path.of("closeout-drill.html");
        for (String argument : arguments) {
            if (argument.startsWith(MODELS)) {
                models = Optional.of(path(argument.substring(MODELS.length())));
            } else if (argument.startsWith(OUT)) {
                out = path(argument.substring(OUT.length()));
            } else {
                throw DrillRefused.because("\"" + argument + "\" is no option of the drill. " + USAGE);
            }
        }
        models.ifPresent(DrillOrder::mustHoldModels);
        mustBeWritable(out);
        return new DrillOrder(models, out);
    }

    private static Path path(String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException noPath) {
            throw DrillRefused.because("\"" + text + "\" is no path. " + USAGE);
        }
        throw DrillRefused.because("A path is missing. " + USAGE);
    }

    private static void mustHoldModels(Path folder) {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            throw DrillRefused.because(folder + " is no folder that can be read.");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            if (files.map(folder::relativize).noneMatch(DrillOrder::isModel)) {
                throw DrillRefused.because(folder
                        + " holds no models: put .bpmn and .dmn files below processes/, .form files below forms/.");
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw DrillRefused.because(folder + " cannot be read (" + unreadable.getMessage() + ").");
        }
    }

    private static boolean isModel(Path file) {
        String name = file.toString();
        return file.startsWith("processes") && (name.endsWith(".bpmn") || name.endsWith(".dmn"))
                || file.startsWith("forms") && name.endsWith(".form");
    }

    private static void mustBeWritable(Path out) {
        Path folder = out.toAbsolutePath().getParent();
        if (Files.isDirectory(out) || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw DrillRefused.because("The report cannot be written to " + out + ".");
        }
    }
}
