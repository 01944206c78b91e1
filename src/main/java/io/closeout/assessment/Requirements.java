package io.closeout.assessment;

import io.closeout.assessment.Requirement.OnPoam;
import io.closeout.shared.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The 110 requirements of CMMC Level 2 as {@code requirements.txt} lists them; law, so no setting and no table. */
public final class Requirements {

    private static final int COLUMNS = 6;
    private static final Map<String, Requirement> BY_ID = read();

    private Requirements() {}

    /** In the order of NIST SP 800-171. */
    public static List<Requirement> all() {
        return List.copyOf(BY_ID.values());
    }

    public static List<Requirement> of(Family family) {
        return BY_ID.values().stream().filter(each -> each.family() == family).toList();
    }

    public static Requirement get(String id) {
        return find(id).orElseThrow(() -> NotFound.of("CMMC Level 2 requirement", id));
    }

    public static Optional<Requirement> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** By its id, or by its number in NIST SP 800-171 as people write it: {@code 3.1.20}. */
    public static Optional<Requirement> named(String word) {
        return BY_ID.values().stream()
                .filter(each ->
                        each.id().equalsIgnoreCase(word) || each.number().equals(word))
                .findFirst();
    }

    private static Map<String, Requirement> read() {
        Map<String, Requirement> read = new LinkedHashMap<>();
        text().lines()
                .filter(line -> !line.startsWith("#"))
                .map(Requirements::requirement)
                .forEach(each -> read.put(each.id(), each));
        return Collections.unmodifiableMap(read);
    }

    private static String text() {
        try (InputStream file = Requirements.class.getResourceAsStream("requirements.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Requirement requirement(String line) {
        String[] cells = line.split("\\|", COLUMNS);
        return new Requirement(
                cells[0].strip(),
                cells[1].strip(),
                Integer.parseInt(cells[2].strip()),
                cells[3].isBlank() ? null : Integer.valueOf(cells[3].strip()),
                onPoam(cells[4].strip()),
                cells.length < COLUMNS ? null : orNull(cells[COLUMNS - 1].strip()));
    }

    private static OnPoam onPoam(String word) {
        return switch (word) {
            case "yes" -> OnPoam.YES;
            case "no" -> OnPoam.NO;
            case "partly met" -> OnPoam.PARTLY_MET;
            default -> throw new IllegalStateException("requirements.txt knows no \"" + word + "\"");
        };
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
