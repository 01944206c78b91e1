package io.closeout.review.acceptance;

import io.closeout.shared.Sha256;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is material to an acceptance, as it stood when somebody signed: by name, in the order in which people read it. A change of any
 * of them makes the acceptance stale.
 */
public record SeenFacts(Map<String, String> byName) {

    public SeenFacts {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** A fact that changed; one that was not there before or is gone has a dash. */
    public record Difference(String fact, String before, String after) {}

    /** SHA-256 over one line {@code name=content} per fact, line breaks written as {@code \n}. */
    public String digest() {
        StringBuilder lines = new StringBuilder();
        byName.forEach((name, content) -> lines.append(name)
                .append('=')
                .append(content.replace("\\", "\\\\").replace("\n", "\\n"))
                .append('\n'));
        return Sha256.of(lines.toString());
    }

    /** What is different now, in the order of the facts. */
    public List<Difference> to(SeenFacts now) {
        Set<String> names = new LinkedHashSet<>(byName.keySet());
        names.addAll(now.byName.keySet());
        return names.stream()
                .map(name -> new Difference(name, byName.getOrDefault(name, "–"), now.byName.getOrDefault(name, "–")))
                .filter(each -> !each.before().equals(each.after()))
                .toList();
    }
}
