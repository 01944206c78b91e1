package io.closeout.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropFolderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

    @Test
    void takesAFileAndMovesItToDone() throws IOException {
        drop("kev.json", "known");

        look();

        assertThat(taken).containsExactly("kev.json: known");
        assertThat(names("done")).singleElement().asString().matches("20261123-080000-\\w{8}-kev\\.json");
        assertThat(names("")).isEmpty();
        assertThat(names("working")).isEmpty();
    }

    @Test
    void keepsTwoFilesOfOneNameApart() throws IOException {
        drop("kev.json", "one");
        look();
        drop("kev.json", "other");
        look();

        assertThat(names("done")).hasSize(2);
    }

    @Test
    void refusesWithTheReasonBesideTheFileAndGoesOnWithTheNext() throws IOException {
        drop("a.json", "nonsense");
        drop("b.json", "known");

        look();

        assertThat(taken).containsExactly("b.json: known");
        List<String> refused = names("refused");
        assertThat(refused).hasSize(2).first().asString().endsWith("-a.json");
        assertThat(folder.resolve("refused").resolve(refused.get(0) + ".reason.txt"))
                .hasContent("\"a.json\" is none of the files.");
    }

    @Test
    void triesAgainWhatTheProgramFailedOnAndGoesOnWithTheNext() throws IOException {
        drop("a.json", "fault");
        drop("b.json", "known");

        look();

        assertThat(taken).containsExactly("b.json: known");
        assertThat(names("")).containsExactly("a.json");
    }

    @Test
    void leavesAFileThatIsStillBeingWritten() throws IOException {
        Files.setLastModifiedTime(drop("kev.json", "kno"), FileTime.from(NOW.minusSeconds(9)));

        look();

        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".kev.json", "kev.json.part", "kev.json.filepart", "kev.json.crdownload", "KEV.TMP"})
    void leavesAFileThatIsNotWhole(String name) throws IOException {
        drop(name, "known");

        look();

        assertThat(taken).isEmpty();
        assertThat(names("")).containsExactly(name);
    }

    @Test
    void takesAgainWhatSomebodyLeftWhoDied() throws IOException {
        Files.createDirectories(folder.resolve("working"));
        Path claimed = Files.writeString(folder.resolve("working/12345678-kev.json"), "known");
        Files.setLastModifiedTime(claimed, FileTime.from(NOW.minus(Duration.ofHours(5))));
        look();
        assertThat(taken).isEmpty();

        Files.setLastModifiedTime(claimed, FileTime.from(NOW.minus(Duration.ofHours(7))));
        look();

        assertThat(taken).containsExactly("kev.json: known");
    }

    @Test
    void givesEachFileToOneOfTwoThatLookAtOnce() throws Exception {
        for (int i = 0; i < 200; i++) {
            drop("file-" + i, "known");
        }
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> nodes = IntStream.range(0, 2)
                .mapToObj(node -> new Thread(() -> {
                    await(start);
                    look();
                }))
                .toList();
        nodes.forEach(Thread::start);
        start.countDown();
        for (Thread node : nodes) {
            node.join(TimeUnit.MINUTES.toMillis(1));
        }

        assertThat(taken).hasSize(200).doesNotHaveDuplicates();
        assertThat(names("done")).hasSize(200);
    }

    @Test
    void saysWhichFolderCannotBeUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new DropFolder(file, Clock.systemUTC()).look((one, name) -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    private Path drop(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(2))));
        return file;
    }

    private void look() {
        new DropFolder(folder, Clock.fixed(NOW, ZoneOffset.UTC)).look(this::take);
    }

    private void take(Path file, String name) throws IOException {
        String text = Files.readString(file);
        if (text.equals("nonsense")) {
            throw Refused.because("\"" + name + "\" is none of the files.");
        }
        if (text.equals("fault")) {
            throw new IllegalStateException("No connection");
        }
        taken.add(name + ": " + text);
    }

    private List<String> names(String place) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(place))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
