package io.closeout.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder into which people and scripts drop files. Each file is taken once, also where several nodes look at the same folder: whoever
 * moves it to {@code working} first has it. Then it lies in {@code done}, or in {@code refused} with the reason beside it. A file on which
 * the program itself failed, or died, is taken again.
 */
public final class DropFolder {

    /** What somebody does with a dropped file. */
    public interface Taker {

        /**
         * @param file where it lies while it is taken
         * @param name without what the folder added to it
         * @throws Refused if something is wrong with the file
         */
        void take(Path file, String name) throws IOException;
    }

    private static final Logger log = LoggerFactory.getLogger(DropFolder.class);

    /** A copy that is still being written grows; it is left alone until it has not changed for so long. */
    private static final Duration SETTLED = Duration.ofSeconds(10);
    /** Longer than any file takes: whoever had it is dead. */
    private static final Duration ABANDONED = Duration.ofHours(6);
    /** As browsers and copying programs name what is not whole yet. */
    private static final Pattern NOT_WHOLE = Pattern.compile("\\..*|.*\\.(part|partial|filepart|crdownload|tmp)");

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final int CLAIM_LENGTH = 9;

    private final Path folder;
    private final Clock clock;

    /** @param folder made when it is looked at first */
    public DropFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Takes what lies there now, one file after the other; one that fails does not stop the next. */
    public void look(Taker taker) {
        try {
            for (String place : List.of("working", "done", "refused")) {
                Files.createDirectories(folder.resolve(place));
            }
            bringBackAbandoned();
            for (Path file : files(folder)) {
                if (isWhole(file)) {
                    takeFirst(file, taker);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be used", e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private boolean isWhole(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !NOT_WHOLE.matcher(name).matches() && isOlder(file, SETTLED);
    }

    private boolean isOlder(Path file, Duration age) throws IOException {
        try {
            return !Files.getLastModifiedTime(file)
                    .toInstant()
                    .isAfter(clock.instant().minus(age));
        } catch (NoSuchFileException takenByAnother) {
            return false;
        }
    }

    private void bringBackAbandoned() throws IOException {
        for (Path claimed : files(folder.resolve("working"))) {
            if (isOlder(claimed, ABANDONED)) {
                move(claimed, folder.resolve(claimed.getFileName().toString().substring(CLAIM_LENGTH)));
            }
        }
    }

    private void takeFirst(Path file, Taker taker) throws IOException {
        String name = file.getFileName().toString();
        Path claimed = folder.resolve("working")
                .resolve(UUID.randomUUID().toString().substring(0, CLAIM_LENGTH - 1) + "-" + name);
        if (!claim(file, claimed)) {
            return;
        }
        try {
            taker.take(claimed, name);
            log.info("Took {} from {}", name, folder);
            move(claimed, ended("done", claimed));
        } catch (Refused refused) {
            log.info("Refused {} from {}: {}", name, folder, refused.getMessage());
            Path kept = ended("refused", claimed);
            Files.writeString(kept.resolveSibling(kept.getFileName() + ".reason.txt"), refused.getMessage() + "\n");
            move(claimed, kept);
        } catch (IOException | RuntimeException fault) {
            log.warn("{} in {} could not be taken; it is tried again at the next look", name, folder, fault);
            move(claimed, file);
        }
    }

    /** Its time is that of the claim before it lies there: another node must not think it abandoned. */
    private boolean claim(Path file, Path claimed) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            return move(file, claimed);
        } catch (NoSuchFileException takenByAnother) {
            return false;
        }
    }

    private Path ended(String place, Path claimed) {
        return folder.resolve(place).resolve(STAMP.format(clock.instant()) + "-" + claimed.getFileName());
    }

    /** @return {@code false} if somebody else was faster */
    private static boolean move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }
}
