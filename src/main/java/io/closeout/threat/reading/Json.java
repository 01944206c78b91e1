package io.closeout.threat.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** JSON from strangers: bounded in depth and in the length of names, numbers and texts. */
final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNameLength(5_000)
                    .maxNumberLength(200)
                    .maxStringLength(2_000_000)
                    .build())
            .build();
    private static final ObjectMapper TREES = new ObjectMapper(FACTORY);

    private Json() {}

    static JsonParser parser(InputStream in) throws IOException {
        return FACTORY.createParser(Bytes.withoutMark(in));
    }

    static JsonNode tree(InputStream in) throws IOException {
        return TREES.readTree(Bytes.withoutMark(in));
    }

    static void mustStartObject(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw Refused.because("The file is JSON, but neither a catalogue nor a CVE record.");
        }
    }

    /** The plain values of an object, whose beginning was just read, as text; lists and objects within are left out. */
    static Map<String, String> scalars(JsonParser json) throws IOException {
        Map<String, String> values = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isStructStart()) {
                json.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                values.put(field, json.getText());
            }
        }
        return values;
    }
}
