package io.closeout.intake.parser.trivy;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.ImageName;
import io.closeout.intake.parser.dependency.ListedFindings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was scanned: the artifact, the resources of a cluster, and the target of each result, in the order of the file. */
final class TrivyOutline implements TrivyLayout.Visitor {

    private final Map<String, String> facts = new HashMap<>();
    private final List<Map<String, String>> resources = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private String operatingSystem = "";
    private String firstTag = "";
    private @Nullable Map<String, String> resource;

    /** @param resource null unless the result belongs to a resource of a cluster */
    private record Result(@Nullable Map<String, String> resource, Map<String, String> members) {

        String text(String name) {
            return members.getOrDefault(name, "");
        }
    }

    @Override
    public void fact(HardenedJson json, String name) throws IOException {
        if (name.equals("Metadata") && json.isObject()) {
            json.members(part -> metadata(json, part));
        } else {
            facts.put(name, json.text());
        }
    }

    private void metadata(HardenedJson json, String name) throws IOException {
        if (name.equals("OS")) {
            JsonValue system = json.value();
            operatingSystem = (system.text("Family") + " " + system.text("Name")).strip();
        } else if (name.equals("RepoTags")) {
            firstTag = json.value().texts().stream().findFirst().orElse("");
        }
    }

    @Override
    public void resource() {
        resource = new HashMap<>();
        resources.add(resource);
    }

    @Override
    public void resourceFact(HardenedJson json, String name) throws IOException {
        if (resource != null) {
            resource.put(name, json.text());
        }
    }

    @Override
    public void result() {
        results.add(new Result(resource, new HashMap<>()));
    }

    @Override
    public void resultMember(HardenedJson json, String name) throws IOException {
        if (name.equals("Target") || name.equals("Class") || name.equals("Type")) {
            results.get(results.size() - 1).members().put(name, json.text());
        }
    }

    /** Header and everything that was scanned, be something found in it or not. */
    void describe(ListedFindings findings, FormatDescriptor format) {
        findings.header(format, facts.getOrDefault("ClusterName", artifact()));
        if (resources.isEmpty()) {
            ScannedHost.Builder asset = findings.asset(artifact())
                    .operatingSystem(operatingSystem)
                    .end(Days.moment(facts.getOrDefault("CreatedAt", "")));
            asset.property("artifact type", facts.getOrDefault("ArtifactType", ""));
        }
        resources.forEach(
                each -> findings.asset(name(each)).property("cluster", facts.getOrDefault("ClusterName", "")));
    }

    /** Of the result with this place in the file, from 0. */
    String asset(int result) {
        Map<String, String> of = results.get(result).resource();
        return of == null ? artifact() : name(of);
    }

    String target(int result) {
        return results.get(result).text("Target");
    }

    /** What kind of packages or files were looked at. */
    String type(int result) {
        Result of = results.get(result);
        return of.text("Type").isEmpty() ? of.text("Class") : of.text("Type");
    }

    private static String name(Map<String, String> resource) {
        return Stream.of("Namespace", "Kind", "Name")
                .map(part -> resource.getOrDefault(part, ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
    }

    /** An image that was read from an archive is called by its tag. */
    private String artifact() {
        String name = facts.getOrDefault("ArtifactName", "");
        boolean archive = name.endsWith(".tar") || name.endsWith(".tar.gz") || name.startsWith("sha256:");
        if (archive && !firstTag.isEmpty()) {
            return firstTag;
        }
        return name.isEmpty() ? imageOfTargets() : ImageName.withoutDigest(name);
    }

    /** Old reports name an image only in the target of its operating system: {@code alpine:3.10 (alpine 3.10.2)}. */
    private String imageOfTargets() {
        return results.stream()
                .map(result -> result.text("Target"))
                .filter(target -> target.endsWith(")") && target.contains(" ("))
                .map(target -> ImageName.withoutDigest(target.substring(0, target.lastIndexOf(" ("))))
                .findFirst()
                .orElse("");
    }
}
