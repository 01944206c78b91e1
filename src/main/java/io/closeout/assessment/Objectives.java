package io.closeout.assessment;

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
import java.util.stream.Collectors;

/** The 320 assessment objectives of NIST SP 800-171A as {@code objectives.txt} lists them; as fixed as {@link Requirements}. */
public final class Objectives {

    private static final int COLUMNS = 3;
    private static final Map<Requirement, List<Objective>> BY_REQUIREMENT = read();

    private Objectives() {}

    /** In the order of NIST SP 800-171A. */
    public static List<Objective> all() {
        return BY_REQUIREMENT.values().stream().flatMap(List::stream).toList();
    }

    /** At least one, by letter. */
    public static List<Objective> of(Requirement requirement) {
        return Objects.requireNonNull(BY_REQUIREMENT.get(requirement));
    }

    /** @param name the letter alone, or with the number: {@code 3.1.1[a]} */
    public static Objective get(Requirement requirement, String name) {
        return of(requirement).stream()
                .filter(each -> each.letter().equals(name) || each.id().equals(name))
                .findFirst()
                .orElseThrow(() -> NotFound.of("objective of " + requirement.id(), name));
    }

    private static Map<Requirement, List<Objective>> read() {
        return Collections.unmodifiableMap(text().lines()
                .filter(line -> !line.startsWith("#"))
                .map(Objectives::objective)
                .collect(Collectors.groupingBy(Objective::requirement, LinkedHashMap::new, Collectors.toList())));
    }

    private static Objective objective(String line) {
        String[] cells = line.split("\\|", COLUMNS);
        return new Objective(Requirements.get(cells[0].strip()), cells[1].strip(), cells[2].strip());
    }

    private static String text() {
        try (InputStream file = Objectives.class.getResourceAsStream("objectives.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
