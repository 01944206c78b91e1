package io.closeout.intake.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;

/** The JSON document that other programs rely on; its keys never change. */
final class InspectLine {

    private static final JsonFactory JSON = new JsonFactory();

    private InspectLine() {}

    static String of(String file, FormatDescriptor format, ScanCounts counts, long reported) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("file", file);
            json.writeStringField("format", format.format());
            json.writeStringField("scanner", format.scanner());
            writeDate(json, counts);
            json.writeNumberField("assets", counts.assets());
            json.writeNumberField("records", counts.records());
            json.writeNumberField("reported", reported);
            json.writeNumberField("findings", counts.findings());
            json.writeNumberField("weaknesses", counts.weaknesses());
            writeSeverities(json, counts);
            writeSkipped(json, counts);
            json.writeEndObject();
        }
        return line.toString();
    }

    private static void writeDate(JsonGenerator json, ScanCounts counts) throws IOException {
        Instant date = counts.scanDate();
        json.writeStringField("scanDate", date == null ? null : date.toString());
    }

    private static void writeSeverities(JsonGenerator json, ScanCounts counts) throws IOException {
        json.writeObjectFieldStart("bySeverity");
        for (Severity severity : Severity.values()) {
            json.writeNumberField(severity.name(), counts.of(severity));
        }
        json.writeEndObject();
    }

    private static void writeSkipped(JsonGenerator json, ScanCounts counts) throws IOException {
        json.writeArrayFieldStart("skipped");
        for (Skipped part : counts.skipped()) {
            json.writeStartObject();
            json.writeStringField("where", part.where());
            json.writeStringField("why", part.why());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
