package io.closeout.threat.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.closeout.policy.Automatable;
import io.closeout.policy.TechnicalImpact;
import io.closeout.shared.Refused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Reads SSVC decision points out of CVE records as CISA's Vulnrichment keeps them: one, or a zip of folders of them. */
public final class VulnrichmentReader {

    private static final long LARGEST_RECORD = 16L << 20;
    private static final int MOST_RECORDS = 1_000_000;
    /** Folders of the repository hold other things as well. */
    private static final Pattern RECORD = Pattern.compile("(?:.*/)?CVE-[^/]+\\.json");

    private final Consumer<SsvcRecord> each;
    private final Problems problems = new Problems();
    private int records;
    private int withoutPoints;

    private VulnrichmentReader(Consumer<SsvcRecord> each) {
        this.each = each;
    }

    /** @param withoutPoints records that say nothing of SSVC, which is common and no fault */
    public record Outcome(int records, int withoutPoints, Problems problems) {}

    /** @throws Refused if it is no CVE record or has no decision points */
    public static Outcome record(InputStream in, Consumer<SsvcRecord> each) throws IOException {
        VulnrichmentReader reader = new VulnrichmentReader(each);
        try {
            reader.read(in);
        } catch (EntryBroken | JsonProcessingException broken) {
            throw Refused.because("The CVE record cannot be read: " + words(broken));
        }
        if (reader.records == 0) {
            throw Refused.because(
                    "The CVE record holds no SSVC decision points. Take the file of CISA's Vulnrichment, which adds them.");
        }
        return reader.outcome();
    }

    /** @throws Refused if it holds no CVE record with decision points, or cannot be unpacked */
    public static Outcome archive(InputStream in, Consumer<SsvcRecord> each) throws IOException {
        VulnrichmentReader reader = new VulnrichmentReader(each);
        try (ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            reader.readAll(zip);
        } catch (ZipException | IllegalArgumentException broken) {
            throw Refused.because("The zip file cannot be unpacked. Download it again.");
        }
        if (reader.records == 0) {
            throw Refused.because("The zip file holds no CVE record with SSVC decision points"
                    + (reader.problems.count() == 0
                            ? ". Take the files named CVE-….json of CISA's Vulnrichment."
                            : "; " + reader.problems.count() + " cannot be read. The first, "
                                    + reader.problems.first().get(0).place() + ": "
                                    + reader.problems.first().get(0).reason()));
        }
        return reader.outcome();
    }

    private void readAll(ZipInputStream zip) throws IOException {
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++entries > MOST_RECORDS) {
                throw Refused.because("The zip file holds more than " + MOST_RECORDS + " files.");
            }
            if (!entry.isDirectory() && RECORD.matcher(entry.getName()).matches()) {
                readOne(entry.getName(), zip);
            }
        }
    }

    private void readOne(String name, InputStream zip) throws IOException {
        try {
            read(Bytes.atMost(LARGEST_RECORD, withoutClosing(zip), name + " is larger than any CVE record."));
        } catch (EntryBroken | JsonProcessingException broken) {
            problems.add(name, words(broken));
        }
    }

    private void read(InputStream in) throws IOException, EntryBroken {
        JsonNode record = Json.tree(in);
        String cve = Fields.cve(text(record.path("cveMetadata").path("cveId")));
        Optional<JsonNode> points = points(record.path("containers").path("adp"));
        if (points.isEmpty()) {
            withoutPoints++;
            return;
        }
        each.accept(new SsvcRecord(
                cve,
                automatable(option(points.get(), "Automatable")),
                impact(option(points.get(), "Technical Impact")),
                Fields.instant(text(points.get().path("timestamp")))));
        records++;
    }

    private static Optional<JsonNode> points(JsonNode containers) {
        for (JsonNode container : containers) {
            for (JsonNode metric : container.path("metrics")) {
                JsonNode other = metric.path("other");
                if (other.path("type").asText().equals("ssvc")) {
                    return Optional.of(other.path("content"));
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable String option(JsonNode content, String point) {
        for (JsonNode option : content.path("options")) {
            if (option.has(point)) {
                return text(option.path(point));
            }
        }
        return null;
    }

    private static Automatable automatable(@Nullable String word) throws EntryBroken {
        if (word == null) {
            return Automatable.UNKNOWN;
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes" -> Automatable.YES;
            case "no" -> Automatable.NO;
            default -> throw EntryBroken.because("Automatable is " + Fields.quoted(word) + " instead of yes or no.");
        };
    }

    private static TechnicalImpact impact(@Nullable String word) throws EntryBroken {
        if (word == null) {
            return TechnicalImpact.UNKNOWN;
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "partial" -> TechnicalImpact.PARTIAL;
            case "total" -> TechnicalImpact.TOTAL;
            default ->
                throw EntryBroken.because(
                        "Technical Impact is " + Fields.quoted(word) + " instead of partial or total.");
        };
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private static String words(Exception broken) {
        return broken instanceof JsonProcessingException json
                ? "It is not JSON from line "
                        + (json.getLocation() == null ? 1 : json.getLocation().getLineNr()) + " on."
                : String.valueOf(broken.getMessage());
    }

    /** A parser closes what it has read; the zip goes on. */
    private static InputStream withoutClosing(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {}
        };
    }

    private Outcome outcome() {
        return new Outcome(records, withoutPoints, problems);
    }
}
