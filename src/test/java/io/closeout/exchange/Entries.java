package io.closeout.exchange;

import static io.closeout.exchange.testing.WrittenWorkbook.FEDRAMP;

import io.closeout.exchange.testing.WrittenWorkbook;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Workbooks of others, with ids that no test shares. */
final class Entries {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Entries() {}

    static String newId() {
        return "V-" + NUMBER.incrementAndGet();
    }

    static WrittenWorkbook fedramp(String sheet) {
        return new WrittenWorkbook(sheet)
                .row("FedRAMP Plan of Action and Milestones (POA&M) Template")
                .row((Object[]) FEDRAMP);
    }

    static Map<String, Object> entry(String id, Object... more) {
        Map<String, Object> cells =
                new HashMap<>(Map.of("POAM ID", id, "Weakness Name", "Old TLS " + id, "Original Risk Rating", "High"));
        for (int i = 0; i < more.length; i += 2) {
            cells.put((String) more[i], more[i + 1]);
        }
        return cells;
    }

    static ByteArrayInputStream bytes(WrittenWorkbook book) {
        return new ByteArrayInputStream(book.bytes());
    }
}
