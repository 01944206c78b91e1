package io.closeout.intake.parser.gitlab;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What scanner and catalogues call a result. The scanner's own rule comes first, says the schema. */
final class GitLabIdentifiers {

    private static final Set<String> GROUPS = Set.of("cwe", "owasp", "wasc");
    private static final Set<String> ADVISORIES = Set.of("ghsa", "osvdb", "usn", "rhsa", "elsa", "h1");

    private final JsonValue result;

    GitLabIdentifiers(JsonValue result) {
        this.result = result;
    }

    private Stream<JsonValue> all() {
        return result.items("identifiers").filter(each -> each.has("value") || each.has("name"));
    }

    private static String type(JsonValue identifier) {
        return identifier.text("type").toLowerCase(Locale.ROOT);
    }

    /** With its kind, since numbers such as 10062 mean something else to every scanner. */
    String rule() {
        return all().filter(each -> !GROUPS.contains(type(each)))
                .map(GitLabIdentifiers::rule)
                .findFirst()
                .orElseGet(() -> all().map(GitLabIdentifiers::rule).findFirst().orElse(result.text("name")));
    }

    /** Some scanners write a sentence where the value belongs. */
    private static String rule(JsonValue identifier) {
        String value = identifier.text("value");
        String id = value.isEmpty() || value.contains(" ") ? identifier.firstText("name", "value") : value;
        return type(identifier).equals("cve") || id.startsWith("CWE-") ? id : type(identifier) + ":" + id;
    }

    /** Of several CVEs the first by number, whatever their order; without any the number of an advisory, else what the scanner has. */
    String advisory() {
        List<String> cves = cves();
        return cves.isEmpty()
                ? all().filter(each -> ADVISORIES.contains(type(each)))
                        .map(each -> each.firstText("value", "name"))
                        .findFirst()
                        .orElseGet(this::rule)
                : Collections.min(cves);
    }

    List<String> cves() {
        return all().filter(each -> type(each).equals("cve"))
                .flatMap(each -> CveList.in(each.firstText("value", "name")).stream())
                .distinct()
                .toList();
    }

    List<String> aliases() {
        return all().filter(each -> !GROUPS.contains(type(each)))
                .map(each -> type(each).equals("cve") || ADVISORIES.contains(type(each))
                        ? each.firstText("value", "name")
                        : rule(each))
                .distinct()
                .toList();
    }

    List<String> cwes() {
        return all().filter(each -> type(each).equals("cwe"))
                .flatMap(each -> cwe(each).stream())
                .distinct()
                .toList();
    }

    private static List<String> cwe(JsonValue identifier) {
        List<String> named = CweList.in(identifier.text("name"));
        return named.isEmpty() ? CweList.ofNumber(identifier.text("value")) : named;
    }

    /** CWEs first; without CVEs. */
    List<String> others() {
        return Stream.concat(
                        cwes().stream(),
                        all().filter(each -> !Set.of("cwe", "cve").contains(type(each)))
                                .map(each -> type(each) + ":" + each.firstText("name", "value")))
                .distinct()
                .toList();
    }
}
