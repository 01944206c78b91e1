package io.closeout.intake.parser.sarif;

import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.WebAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the results of one run share.
 *
 * @param tool as the file names it; may be empty
 * @param asset repository or image; {@link ScannedHost#NOT_NAMED} if the run names none
 * @param files addresses by index
 * @param logicalLocations full names by index
 * @param taxonomies lists of other organisations, such as CWE, by index
 * @param bases absolute addresses under which the code lay
 */
record SarifRun(
        String tool,
        String version,
        String asset,
        SarifRules rules,
        List<String> files,
        List<String> logicalLocations,
        List<JsonValue> taxonomies,
        List<String> bases,
        @Nullable Instant start,
        @Nullable Instant end) {

    boolean namesItsAsset() {
        return !asset.equals(ScannedHost.NOT_NAMED);
    }

    /** Collects what stands in the run, in any order. */
    static final class Builder {

        private final SarifRules rules = new SarifRules();
        private final List<String> files = new ArrayList<>();
        private final List<String> logicalLocations = new ArrayList<>();
        private final List<JsonValue> taxonomies = new ArrayList<>();
        private final List<String> bases = new ArrayList<>();
        private String tool = "";
        private String version = "";
        private String repository = "";
        private String image = "";
        private @Nullable Instant start;
        private @Nullable Instant end;

        void toolName(String name) {
            tool = name;
        }

        void toolVersion(String text) {
            version = version.isEmpty() ? text : version;
        }

        SarifRules.Component component(boolean driver) {
            return driver ? rules.driver() : rules.addExtension();
        }

        void file(String uri) {
            files.add(uri);
        }

        void logicalLocation(JsonValue location) {
            logicalLocations.add(location.firstText("fullyQualifiedName", "name"));
        }

        void taxonomy(JsonValue taxonomy) {
            taxonomies.add(taxonomy);
        }

        void base(JsonValue base) {
            String uri = base.isObject() ? base.text("uri") : base.text();
            if (uri.startsWith("file:") && uri.endsWith("/")) {
                bases.add(uri);
            }
        }

        void invocation(JsonValue invocation) {
            start = start == null ? moment(invocation.firstText("startTimeUtc", "startTime")) : start;
            Instant ended = moment(invocation.firstText("endTimeUtc", "endTime"));
            end = end == null || (ended != null && ended.isAfter(end)) ? ended : end;
        }

        private static @Nullable Instant moment(String text) {
            try {
                return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException otherForm) {
                return null;
            }
        }

        /** The first names the asset. A password in its address stays behind. */
        void provenance(JsonValue provenance) {
            String uri = provenance.firstText("repositoryUri", "uri");
            if (repository.isEmpty()) {
                repository = WebAddress.of(uri)
                        .map(address -> address.origin() + address.path())
                        .orElse(uri);
            }
        }

        /** Trivy names the image that it looked at here. */
        void properties(JsonValue properties) {
            image = properties.text("imageName");
        }

        SarifRun build() {
            return new SarifRun(
                    tool.isEmpty() ? rules.driver().name() : tool,
                    version,
                    repository.isEmpty() ? (image.isEmpty() ? ScannedHost.NOT_NAMED : image) : repository,
                    rules,
                    List.copyOf(files),
                    List.copyOf(logicalLocations),
                    List.copyOf(taxonomies),
                    List.copyOf(bases),
                    start,
                    end);
        }
    }
}
