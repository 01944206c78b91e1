package io.closeout.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** How fields lie in their column. Has its own mapper, so that no setting of the program can change what is stored. */
final class FieldsJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<LedgerField>> FIELDS = new TypeReference<>() {};

    private FieldsJson() {}

    static String write(List<LedgerField> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Ledger fields could not be written as JSON", e);
        }
    }

    static List<LedgerField> read(String json) {
        try {
            return JSON.readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Ledger fields could not be read from JSON", e);
        }
    }
}
