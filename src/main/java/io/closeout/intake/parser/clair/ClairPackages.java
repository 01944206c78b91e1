package io.closeout.intake.parser.clair;

import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The image, and for reports of clairctl its packages and which of them each vulnerability concerns. */
final class ClairPackages {

    private final Map<String, Package> packages = new HashMap<>();
    private final Map<String, List<String>> concerned = new HashMap<>();
    private String image = "";

    record Package(String name, String version) {}

    void collect(HardenedJson json, String name) throws IOException {
        switch (name) {
            case "image", "manifest_hash" -> image = json.text();
            case "packages" -> {
                if (json.isObject()) {
                    json.members(id -> packages.put(id, read(json.value())));
                }
            }
            case "package_vulnerabilities" -> {
                if (json.isObject()) {
                    json.members(id -> json.value().texts().forEach(each -> concerned
                            .computeIfAbsent(each, first -> new ArrayList<>())
                            .add(id)));
                }
            }
            default -> json.skip();
        }
    }

    private static Package read(JsonValue value) {
        return new Package(value.text("name"), value.text("version"));
    }

    /** Empty if the file does not name it. */
    String image() {
        return image;
    }

    List<Package> concernedBy(String vulnerability) {
        return concerned.getOrDefault(vulnerability, List.of()).stream()
                .map(id -> packages.getOrDefault(id, new Package(id, "")))
                .toList();
    }
}
