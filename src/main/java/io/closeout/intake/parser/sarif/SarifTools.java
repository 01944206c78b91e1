package io.closeout.intake.parser.sarif;

import io.closeout.intake.parser.JsonValue;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whose findings a file brings. One tool: the scanner is that tool. Several: the scanner is {@code sarif}, every check id begins with its
 * tool, and the list of tools stands for the policy, so that a file in which one of them is missing proves nothing.
 */
record SarifTools(Set<String> names) {

    private static final String SEVERAL = "sarif";

    /** Tools that changed the name by which they call themselves. */
    private static final Map<String, String> NAMES_OF_TODAY = Map.of(
            "semgrep-oss", "semgrep",
            "semgrep-pro", "semgrep",
            "semgrep-ce", "semgrep",
            "semmle-ql", "codeql",
            "codeql-command-line-toolchain", "codeql",
            "snykcode", "snyk-code");

    static SarifTools of(Collection<SarifRun> runs) {
        return new SarifTools(
                runs.stream().map(run -> name(run.tool())).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** In lower case with dashes; at most 40 characters. */
    static String name(String tool) {
        String dashed = tool.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        String trimmed = dashed.replaceAll("^-|-$", "");
        String name = trimmed.isEmpty() ? SEVERAL : trimmed.substring(0, Math.min(trimmed.length(), 40));
        return NAMES_OF_TODAY.getOrDefault(name, name);
    }

    String scanner() {
        return names.size() == 1 ? names.iterator().next() : SEVERAL;
    }

    String asPolicy() {
        return names.size() == 1 ? "" : String.join(", ", names);
    }

    /** A result without a rule is known by what it says. */
    String checkId(SarifRun run, JsonValue result, String ruleId, String message) {
        String own = SarifRules.id(result);
        String id = !own.isEmpty() ? own : !ruleId.isEmpty() ? ruleId : message;
        return names.size() == 1 ? id : name(run.tool()) + ":" + id;
    }
}
