package io.closeout.threat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Invented feed files in the shape of the real ones. */
public final class Feeds {

    private Feeds() {}

    public static String catalogue(String version, String released, String... entries) {
        return """
                {"title": "CISA Catalog of Known Exploited Vulnerabilities", "catalogVersion": "%s",
                 "dateReleased": "%s", "count": %d, "vulnerabilities": [%s]}""".formatted(version, released, entries.length, String.join(",\n", entries));
    }

    public static String entry(String cve, LocalDate added, LocalDate due) {
        return """
                {"cveID": "%s", "vendorProject": "Osprey", "product": "Gate", "vulnerabilityName": "Osprey Gate Code Injection",
                 "dateAdded": "%s", "shortDescription": "It runs code.", "requiredAction": "Apply the update.",
                 "dueDate": "%s", "knownRansomwareCampaignUse": "Known", "notes": "https://a.example ; https://b.example",
                 "cwes": ["CWE-94"]}""".formatted(cve, added, due);
    }

    public static String scores(String date, String... rows) {
        return "#model_version:v2026.06.15,score_date:%s\ncve,epss,percentile\n".formatted(date)
                + Arrays.stream(rows).map(row -> row + "\n").collect(Collectors.joining());
    }

    /** @param options such as {@code {"Automatable": "yes"}, {"Technical Impact": "total"}} */
    public static String record(String cve, String judgedAt, String options) {
        return """
                {"dataType": "CVE_RECORD", "containers": {"cna": {"title": "x"}, "adp": [{"title": "CVE Program Container"},
                  {"title": "CISA ADP Vulnrichment", "metrics": [{"other": {"type": "ssvc", "content": {"id": "%1$s",
                   "options": [{"Exploitation": "active"}, %3$s], "timestamp": "%2$s"}}}]}]},
                 "cveMetadata": {"cveId": "%1$s", "state": "PUBLISHED"}}""".formatted(cve, judgedAt, options);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static InputStream stream(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** @param namesAndTexts by turns */
    public static byte[] zip(String... namesAndTexts) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(bytes(namesAndTexts[i + 1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
