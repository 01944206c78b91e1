package io.closeout.intake.parser.sarif;

import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.WebAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where results lie. A path is kept as it is from the root of the code; lines are left out, since code moves. */
final class SarifPlaces {

    private final SarifRun run;

    SarifPlaces(SarifRun run) {
        this.run = run;
    }

    /**
     * @param asset of the run, or the web site if the run names none and the place is one on the web
     * @param location path, else logical name; may be empty
     */
    record Place(String asset, String location) {}

    Place of(JsonValue result) {
        String uri = locations(result)
                .map(this::uri)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> result.text("analysisTarget", "uri"));
        if (uri.isEmpty()) {
            return new Place(run.asset(), logical(result));
        }
        Optional<WebAddress> web = WebAddress.of(uri);
        if (web.isPresent() && !run.namesItsAsset()) {
            return new Place(web.get().origin(), web.get().path());
        }
        return new Place(run.asset(), path(uri));
    }

    private static Stream<JsonValue> locations(JsonValue result) {
        return result.items("locations");
    }

    private String uri(JsonValue location) {
        JsonValue artifact = artifact(location);
        String uri = artifact.firstText("uri");
        return uri.isEmpty() ? indexed(run.files(), artifact.firstText("index", "fileIndex")) : uri;
    }

    private static JsonValue artifact(JsonValue location) {
        JsonValue physical = location.at("physicalLocation");
        return Stream.of(
                        physical.at("artifactLocation"),
                        physical.at("fileLocation"),
                        physical,
                        location.at("resultFile"),
                        location.at("analysisTarget"))
                .filter(each -> each.has("uri") || each.has("index") || each.has("fileIndex"))
                .findFirst()
                .orElse(physical);
    }

    private static String indexed(List<String> all, String index) {
        return index.matches("\\d{1,9}") && Integer.parseInt(index) < all.size()
                ? all.get(Integer.parseInt(index))
                : "";
    }

    private String path(String uri) {
        String relative = run.bases().stream()
                .filter(uri::startsWith)
                .findFirst()
                .map(base -> uri.substring(base.length()))
                .orElse(uri);
        String path = decoded(relative.startsWith("file://") ? relative.substring("file://".length()) : relative)
                .replace('\\', '/');
        boolean drive = path.matches("/\\p{Alpha}:/.*");
        return drive ? path.substring(1) : path.startsWith("./") ? path.substring(2) : path;
    }

    private static String decoded(String uri) {
        try {
            return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return uri;
        }
    }

    private String logical(JsonValue result) {
        return locations(result)
                .flatMap(location -> Stream.concat(
                        location.items("logicalLocations").map(this::logicalName),
                        Stream.of(location.firstText("fullyQualifiedLogicalName", "fullyQualifiedName"))))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String logicalName(JsonValue logical) {
        String name = logical.firstText("fullyQualifiedName", "name");
        return name.isEmpty() ? indexed(run.logicalLocations(), logical.text("index")) : name;
    }

    /** Every place with its line, one a line. What stands there is left out: it may be the very secret that was found. */
    String lines(JsonValue result) {
        return locations(result)
                .map(this::line)
                .filter(line -> !line.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private String line(JsonValue location) {
        String uri = uri(location);
        String line = Stream.of(location.at("physicalLocation"), location.at("resultFile"))
                .map(physical -> physical.text("region", "startLine"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        String path = uri.isEmpty() ? logicalOf(location) : path(uri);
        return line.isEmpty() || path.isEmpty() ? path : path + ", line " + line;
    }

    private String logicalOf(JsonValue location) {
        return location.items("logicalLocations")
                .map(this::logicalName)
                .findFirst()
                .orElse("");
    }
}
