package io.closeout.intake.parser.generic;

import io.closeout.intake.parser.CsvRows;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.TableShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A first look at a table, or a list in JSON, of which nothing is known.
 *
 * @param list as in {@link TableLayout}
 * @param sheet its name, if it is a sheet of a workbook
 * @param samples the first entries, by column
 */
public record TableLook(
        List<String> columns,
        @Nullable List<String> list,
        @Nullable String sheet,
        List<Map<String, String>> samples) {

    private static final TableShape UNKNOWN = new TableShape(List.of(), null, null);
    private static final int HEAD = 256 * 1024;
    private static final int SAMPLES = 200;
    private static final int DEEPEST = 4;
    private static final int FEWEST_MEMBERS = 3;

    public TableLook {
        columns = List.copyOf(columns);
        list = list == null ? null : List.copyOf(list);
        samples = List.copyOf(samples);
    }

    public static boolean isTable(ScanInput in) throws IOException {
        return of(in, UNKNOWN).isPresent();
    }

    /**
     * Empty if it does not look like a table or list.
     *
     * @param shape separator and encoding, as far as they are known; its columns do not matter
     */
    public static Optional<TableLook> of(ScanInput in, TableShape shape) throws IOException {
        byte[] head;
        try (InputStream bytes = in.open()) {
            head = bytes.readNBytes(HEAD);
        }
        String start =
                new String(head, 0, Math.min(head.length, 200), StandardCharsets.ISO_8859_1).replaceAll("[^!-~]", "");
        if (start.startsWith("<")) {
            return Optional.empty();
        }
        return start.startsWith("{") || start.startsWith("[") ? ofJson(head) : ofTable(in, shape);
    }

    private static Optional<TableLook> ofTable(ScanInput in, TableShape shape) throws IOException {
        Optional<CsvRows> guessed = CsvRows.guess(in, shape);
        if (guessed.isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, String>> samples = new ArrayList<>();
        try (CsvRows rows = guessed.get()) {
            List<String> columns = rows.names();
            try {
                while (samples.size() < SAMPLES && rows.next(new NothingKept())) {
                    Map<String, String> sample = new LinkedHashMap<>();
                    columns.forEach(column -> sample.put(column, rows.get(column)));
                    samples.add(sample);
                }
            } catch (ScanUnreadable brokenLater) {
                // told when the file is read
            }
            return samples.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new TableLook(columns, null, in.sheet().orElse(null), samples));
        }
    }

    private static Optional<TableLook> ofJson(byte[] head) throws IOException {
        Map<List<String>, List<Map<String, String>>> lists = new LinkedHashMap<>();
        int values = 0;
        try (HardenedJson json = HardenedJson.open(new ByteArrayInputStream(head))) {
            while (json.next()) {
                values++;
                if (json.isObject() && values > 1) {
                    note(json.value(), List.of(), lists);
                } else {
                    note(json, List.of(), lists);
                }
            }
        } catch (ScanUnreadable endOfTheBeginning) {
            // what was found before it counts
        }
        return lists.entrySet().stream()
                .map(list -> new TableLook(columns(list.getValue()), list.getKey(), null, list.getValue()))
                .filter(look -> look.columns().size() >= FEWEST_MEMBERS)
                .max(Comparator.comparingInt(look -> look.columns().size()));
    }

    private static void note(HardenedJson json, List<String> path, Map<List<String>, List<Map<String, String>>> lists)
            throws IOException {
        if (json.isArray()) {
            json.elements(() -> {
                if (json.isObject()) {
                    note(json.value(), path, lists);
                }
            });
        } else if (json.isObject() && path.size() < DEEPEST) {
            json.members(name -> {
                List<String> inside = new ArrayList<>(path);
                inside.add(name);
                note(json, inside, lists);
            });
        }
    }

    private static void note(JsonValue entry, List<String> path, Map<List<String>, List<Map<String, String>>> lists) {
        Map<String, String> texts = new LinkedHashMap<>();
        flatten(entry, "", texts, 0);
        List<Map<String, String>> samples = lists.computeIfAbsent(path, list -> new ArrayList<>());
        if (samples.size() < SAMPLES) {
            samples.add(texts);
        }
    }

    private static void flatten(JsonValue value, String before, Map<String, String> texts, int depth) {
        value.members().forEach(member -> {
            String name = before + member.getKey();
            if (member.getKey().contains(".")) {
                return;
            }
            if (member.getValue().isObject() && depth < DEEPEST) {
                flatten(member.getValue(), name + ".", texts, depth + 1);
            } else if (member.getValue().items().noneMatch(JsonValue::isObject)) {
                texts.put(name, String.join(" ", member.getValue().texts()));
            }
        });
    }

    private static List<String> columns(List<Map<String, String>> samples) {
        Set<String> columns = new LinkedHashSet<>();
        samples.forEach(sample -> columns.addAll(sample.keySet()));
        return List.copyOf(columns);
    }

    /** Different texts of a column among the samples, in their order. */
    public List<String> words(String column) {
        return samples.stream()
                .map(sample -> sample.getOrDefault(column, ""))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}
