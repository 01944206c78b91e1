package io.closeout.threat.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.closeout.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads CISA's catalogue, as JSON (with version and release) or as CSV (without). */
public final class KevReader {

    /** The catalogue has some 1,500 entries and grows by 200 a year. */
    private static final int MOST_ENTRIES = 50_000;

    /** Bytes; the catalogue has 2 MB. */
    private static final long LARGEST = 64L << 20;

    private static final int LONGEST_VERSION = 100;
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final Map<String, KevEntry> entries = new LinkedHashMap<>();
    private final Problems problems = new Problems();
    private final Map<String, String> head = new HashMap<>();
    private int number;

    private KevReader() {}

    /** @throws Refused if it is no catalogue, breaks off, or holds no entry that can be read */
    public static KevCatalogue json(InputStream in) throws IOException {
        return new KevReader().readJson(small(in));
    }

    /** @throws Refused as {@link #json} */
    public static KevCatalogue csv(InputStream in) throws IOException {
        return new KevReader().readCsv(small(in));
    }

    private static InputStream small(InputStream in) {
        return Bytes.atMost(LARGEST, in, "The file is larger than any catalogue of CISA's.");
    }

    private KevCatalogue readJson(InputStream in) throws IOException {
        try (JsonParser json = Json.parser(in)) {
            Json.mustStartObject(json);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("vulnerabilities") && value == JsonToken.START_ARRAY) {
                    readEntries(json);
                } else if (value.isScalarValue()) {
                    head.put(field, json.getText());
                } else {
                    json.skipChildren();
                }
            }
        }
        mustBeWhole();
        return finished(version(), released());
    }

    private void readEntries(JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        while (token != JsonToken.END_ARRAY) {
            if (token == JsonToken.START_OBJECT) {
                add(Json.scalars(json), "entry ");
            } else {
                json.skipChildren();
                mustNotBeTooMany();
                problems.add("entry " + number, "This is no entry.");
            }
            token = json.nextToken();
        }
    }

    private KevCatalogue readCsv(InputStream in) throws IOException {
        try (CSVParser rows = CSV.parse(new InputStreamReader(Bytes.withoutMark(in), StandardCharsets.UTF_8))) {
            for (CSVRecord row : rows) {
                if (row.isConsistent()) {
                    add(row.toMap(), "row ");
                } else {
                    mustNotBeTooMany();
                    problems.add("row " + number, "It does not have as many cells as the first line names.");
                }
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            throw Refused.because("The catalogue cannot be read as CSV after row " + number
                    + ": a cell that begins with a quotation mark does not end. Download the file again.");
        }
        return entries.isEmpty()
                ? nothing()
                : finished(
                        "as of " + KevCatalogue.newest(entries.values().stream().toList()), null);
    }

    private void add(Map<String, String> fields, String unit) {
        mustNotBeTooMany();
        String place = unit + number + place(fields.get("cveID"));
        try {
            KevEntry entry = KevEntry.of(fields);
            if (entries.putIfAbsent(entry.cve(), entry) != null) {
                problems.add(place, "The CVE stands in the catalogue twice; the first entry counts.");
            }
        } catch (EntryBroken broken) {
            problems.add(place, String.valueOf(broken.getMessage()));
        }
    }

    private static String place(@Nullable String cve) {
        return cve == null || cve.isBlank() ? "" : " (" + cve.strip() + ")";
    }

    private void mustNotBeTooMany() {
        if (++number > MOST_ENTRIES) {
            throw Refused.because(
                    "The file has more than " + MOST_ENTRIES + " entries, which is no catalogue of CISA's.");
        }
    }

    private void mustBeWhole() {
        String count = head.get("count");
        if (count != null && !count.equals(Integer.toString(number))) {
            throw Refused.because("The catalogue says that it has " + Fields.quoted(count) + " entries and holds "
                    + number + ". It is not whole: download it again.");
        }
    }

    private String version() {
        String version = head.get("catalogVersion");
        if (version == null || version.isBlank() || version.length() > LONGEST_VERSION) {
            throw Refused.because("The file says no catalogVersion, so it is no catalogue of CISA's.");
        }
        return version.strip();
    }

    private Instant released() {
        Instant released = Fields.instant(head.get("dateReleased"));
        if (released == null) {
            throw Refused.because("The catalogue's dateReleased is " + Fields.quoted(head.get("dateReleased"))
                    + ", which is no date and time. Download it again.");
        }
        return released;
    }

    private KevCatalogue finished(String version, @Nullable Instant released) {
        return entries.isEmpty()
                ? nothing()
                : new KevCatalogue(version, released, entries.values().stream().toList(), problems);
    }

    private KevCatalogue nothing() {
        throw Refused.because(
                problems.first().isEmpty()
                        ? "The catalogue holds no entries. Download it again."
                        : "The catalogue holds no entry that can be read. The first, %s: %s"
                                .formatted(
                                        problems.first().get(0).place(),
                                        problems.first().get(0).reason()));
    }
}
