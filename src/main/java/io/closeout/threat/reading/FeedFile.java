package io.closeout.threat.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.closeout.shared.Refused;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file that was handed in, recognised by what it holds and not by its name. It may be read several times.
 *
 * @param file as it came, packed or not
 * @param unpackedLimit bytes; more is refused while it is read
 */
public record FeedFile(Path file, long unpackedLimit) {

    /** What a file holds. */
    public enum Content {
        KEV_JSON,
        KEV_CSV,
        EPSS_CSV,
        CVE_RECORD,
        CVE_ARCHIVE
    }

    /** Reads the file from its beginning. */
    public interface Reading<T> {

        T of(InputStream in) throws IOException;
    }

    private static final int HEAD = 4096;

    /** @throws Refused naming what is taken, if it is nothing of it */
    public Content content() {
        return read(this::recognise);
    }

    /** @throws Refused also if the file breaks off or is not what it began as */
    public <T> T read(Reading<T> reading) {
        try (InputStream in = open()) {
            return reading.of(in);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw Refused.because("The file cannot be read as JSON from line " + line + " on. Download it again.");
        } catch (EOFException | ZipException e) {
            throw Refused.because("The packed file breaks off or is damaged. Download it again.");
        } catch (IOException e) {
            throw Refused.because("The file cannot be read. Download it again.");
        }
    }

    private InputStream open() throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        raw.mark(2);
        boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        InputStream in = packed ? new BufferedInputStream(new GZIPInputStream(raw)) : raw;
        return Bytes.atMost(unpackedLimit, in, "The file is larger than allowed once it is unpacked.");
    }

    private Content recognise(InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        if (head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            return Content.CVE_ARCHIVE;
        }
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
        if (text.startsWith("{")) {
            return read(FeedFile::recogniseJson);
        }
        String firstLine = text.lines().findFirst().orElse("");
        if (firstLine.startsWith("#model_version:") || firstLine.startsWith("cve,epss,percentile")) {
            return Content.EPSS_CSV;
        }
        if (firstLine.contains("cveID") && firstLine.contains("dueDate")) {
            return Content.KEV_CSV;
        }
        throw unknown();
    }

    /** By the first field that only one of them has. */
    private static Content recogniseJson(InputStream in) throws IOException {
        try (JsonParser json = Json.parser(in)) {
            Json.mustStartObject(json);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                switch (json.currentName()) {
                    case "catalogVersion", "vulnerabilities", "dateReleased" -> {
                        return Content.KEV_JSON;
                    }
                    case "cveMetadata", "containers" -> {
                        return Content.CVE_RECORD;
                    }
                    default -> {
                        json.nextToken();
                        json.skipChildren();
                    }
                }
            }
        }
        throw unknown();
    }

    private static Refused unknown() {
        return Refused.because(
                "This is none of the files that are taken: CISA's catalogue of known exploited vulnerabilities"
                        + " (JSON or CSV), FIRST's EPSS scores (CSV, packed or not), or CVE records of CISA's Vulnrichment (JSON, or a zip of them).");
    }
}
