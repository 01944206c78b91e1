package io.closeout.intake.parser.dependency;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A known weakness of a package, as a file tells it. Identified by the CVE, else by the advisory, and by the package without its
 * version (ADR 21). Texts may be empty.
 */
public final class PackageWeakness {

    private final String place;
    private final String asset;
    private final String id;
    private final Set<String> aliases = new LinkedHashSet<>();
    private final Set<String> cwes = new LinkedHashSet<>();
    private final Set<String> links = new LinkedHashSet<>();
    private final List<String> output = new ArrayList<>();
    private String url = "";
    private String name = "";
    private String installed = "";
    private String fixed = "";
    private String advice = "";
    private String severity = "";
    private String title = "";
    private String description = "";
    private String family = "";
    private CvssScores scores = CvssScores.NONE;
    private @Nullable LocalDate published;

    /** @param id CVE or number of an advisory */
    public PackageWeakness(String place, String asset, String id) {
        this.place = place;
        this.asset = asset;
        this.id = id;
    }

    /** Other numbers of the same weakness. */
    public PackageWeakness aliases(Collection<String> more) {
        more.stream().filter(alias -> !alias.equals(id)).forEach(aliases::add);
        return this;
    }

    /** @param url package URL; may be empty, as may the name if there is a URL */
    public PackageWeakness of(String url, String name, String installed) {
        this.url = url;
        this.name = name.isEmpty() ? PackageUrl.name(url) : name;
        this.installed = installed.isEmpty() ? PackageUrl.version(url) : installed;
        return this;
    }

    /** @param fixed the version, or several with commas between */
    public PackageWeakness fixedIn(String fixed) {
        this.fixed = fixed.replaceFirst("^>=\\s*", "");
        return this;
    }

    /** What to do beside an upgrade, or instead of one. */
    public PackageWeakness advice(String advice) {
        this.advice = advice;
        return this;
    }

    public PackageWeakness rated(String severity, CvssScores scores) {
        this.severity = severity;
        this.scores = scores;
        return this;
    }

    public PackageWeakness told(String title, String description) {
        this.title = title;
        this.description = description;
        return this;
    }

    /** In which list of weaknesses, or kind of package, the tool looked. */
    public PackageWeakness family(String family) {
        this.family = family;
        return this;
    }

    /** @param cwe in any spelling that ends with the number, such as {@code CWE-79: Cross-site Scripting} begins */
    public PackageWeakness cwes(Collection<String> all) {
        all.stream().map(PackageWeakness::cwe).filter(cwe -> !cwe.isEmpty()).forEach(cwes::add);
        return this;
    }

    private static String cwe(String text) {
        String number = text.replaceFirst("^(?i)cwe[-:]?\\s*", "").replaceFirst("\\D.*$", "");
        return number.matches("0*") ? "" : "CWE:" + number;
    }

    public PackageWeakness links(Collection<String> more) {
        more.stream().filter(link -> link.startsWith("http")).forEach(links::add);
        return this;
    }

    public PackageWeakness published(@Nullable LocalDate published) {
        this.published = published;
        return this;
    }

    /** One line for the output, left out if there is nothing to say. */
    public PackageWeakness line(String label, String text) {
        if (!text.isEmpty()) {
            output.add(label + ": " + text);
        }
        return this;
    }

    public void addTo(ListedFindings findings) {
        findings.add(new Found(place, asset, checkId(), location(), severity, scores), this::describe);
    }

    /** Advisories of distributions speak of many CVEs; only one that is alone stands for the weakness. */
    private String checkId() {
        List<String> own = CveList.in(id);
        List<String> telling = own.isEmpty() ? cves() : own;
        return telling.size() == 1 ? telling.get(0) : id;
    }

    private List<String> cves() {
        return CveList.in(id + " " + String.join(" ", aliases));
    }

    private String location() {
        String stable = PackageUrl.withoutVersion(url);
        return stable.isEmpty() ? name : stable;
    }

    private ScanRecord.Builder describe(ScanRecord.Builder record) {
        return record.title(title.isBlank() ? checkId() + (name.isEmpty() ? "" : " in " + name) : title)
                .family(family)
                .description(description)
                .solution(solution())
                .output(Stream.concat(Stream.of("Package: " + (name + " " + installed).strip()), output.stream())
                        .collect(Collectors.joining("\n")))
                .cves(cves())
                .seeAlso(List.copyOf(links))
                .crossReferences(references())
                .vulnerabilityPublished(published);
    }

    private List<String> references() {
        Stream<String> others = Stream.concat(Stream.of(id), aliases.stream());
        return Stream.concat(
                        cwes.stream(), others.filter(other -> CveList.in(other).isEmpty()))
                .distinct()
                .toList();
    }

    private String solution() {
        String upgrade = fixed.isEmpty() ? "" : upgrade();
        return Stream.of(upgrade, advice).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Several versions are the fixes of several branches. */
    private String upgrade() {
        return "Upgrade " + name + (installed.isEmpty() ? "" : " from " + installed) + " to " + fixed
                + (fixed.contains(",") ? ", whichever fits, or newer." : " or newer.");
    }
}
