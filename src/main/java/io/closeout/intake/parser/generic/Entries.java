package io.closeout.intake.parser.generic;

import io.closeout.intake.parser.CsvRows;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;
import java.util.List;

/** The entries of a table or list, one at a time. */
final class Entries {

    private Entries() {}

    /** One entry, valid until the next. */
    interface Entry {

        /** Text of a column; empty if there is none. */
        String get(String column);

        String place();
    }

    /** Takes one entry. */
    interface Taker {
        void take(Entry entry) throws IOException;
    }

    static void each(TableLayout layout, ScanInput in, ScanSink sink, Taker taker) throws IOException {
        List<String> list = layout.list();
        if (list == null) {
            try (CsvRows rows = CsvRows.open(in, layout.shape())) {
                each(rows, sink, taker);
            }
        } else {
            try (HardenedJson json = HardenedJson.open(in.open())) {
                while (json.next()) {
                    each(json, list, taker);
                }
            }
        }
    }

    static void each(CsvRows rows, ScanSink sink, Taker taker) throws IOException {
        while (rows.next(sink)) {
            taker.take(new Entry() {
                @Override
                public String get(String column) {
                    return rows.get(column);
                }

                @Override
                public String place() {
                    return rows.place();
                }
            });
        }
    }

    /** Where the path ends: the elements of an array, or an object that is an entry itself, as in JSON lines. */
    static void each(HardenedJson json, List<String> path, Taker taker) throws IOException {
        if (json.isArray() && path.isEmpty()) {
            json.elements(() -> take(json, taker));
        } else if (json.isObject() && path.isEmpty()) {
            take(json, taker);
        } else if (json.isObject()) {
            json.members(name -> {
                if (name.equals(path.get(0))) {
                    each(json, path.subList(1, path.size()), taker);
                }
            });
        }
    }

    private static void take(HardenedJson json, Taker taker) throws IOException {
        String place = json.place();
        JsonValue value = json.value();
        taker.take(new Entry() {
            @Override
            public String get(String column) {
                return String.join(" ", value.texts(column.split("\\.")));
            }

            @Override
            public String place() {
                return place;
            }
        });
    }
}
