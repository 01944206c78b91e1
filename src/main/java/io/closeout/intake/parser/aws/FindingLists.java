package io.closeout.intake.parser.aws;

import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanProbe;
import java.io.IOException;
import java.io.InputStream;

/** Finds the findings of a file wherever AWS puts them: a list by itself or in an object, an event's detail, or one a line. */
final class FindingLists {

    private FindingLists() {}

    /** Takes one finding. */
    @FunctionalInterface
    interface Taker {
        void take(String place, JsonValue finding);
    }

    /** @param mark a member that every finding has */
    static void each(ScanInput in, String mark, Taker taker) throws IOException {
        boolean lines = ScanProbe.of(in).hasJson(mark);
        try (InputStream bytes = in.open();
                HardenedJson json = HardenedJson.open(bytes)) {
            while (json.next()) {
                if (lines) {
                    one(json, taker);
                } else {
                    list(json, taker);
                }
            }
        }
    }

    private static void one(HardenedJson json, Taker taker) throws IOException {
        String place = json.place();
        taker.take(place, json.value());
    }

    private static void list(HardenedJson json, Taker taker) throws IOException {
        if (json.isArray()) {
            json.elements(() -> one(json, taker));
        } else if (json.isObject()) {
            json.members(name -> {
                if (name.equalsIgnoreCase("findings") || name.equals("detail")) {
                    list(json, taker);
                }
            });
        }
    }
}
