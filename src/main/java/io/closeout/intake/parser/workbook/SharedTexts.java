package io.closeout.intake.parser.workbook;

import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanUnreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts of cells, which a workbook holds once for all its sheets. */
final class SharedTexts {

    /** Of all texts together, in characters. */
    static final long LIMIT = 64L * 1024 * 1024;

    private final List<String> texts = new ArrayList<>();
    private long length;

    private SharedTexts() {}

    static SharedTexts of(Optional<ScanInput> part) throws IOException {
        SharedTexts shared = new SharedTexts();
        if (part.isPresent()) {
            try (HardenedXml xml = HardenedXml.open(part.get().open())) {
                xml.root();
                xml.children(name -> shared.add(rich(xml)));
                xml.finish();
            }
        }
        return shared;
    }

    /** The text of the current element in all its formats, without the reading aids of Japanese. */
    static String rich(HardenedXml xml) throws IOException {
        StringBuilder text = new StringBuilder();
        xml.children(name -> {
            if (name.equals("t")) {
                text.append(xml.text());
            } else if (name.equals("r")) {
                xml.children(inside -> {
                    if (inside.equals("t")) {
                        text.append(xml.text());
                    }
                });
            }
        });
        return text.toString();
    }

    private void add(String text) {
        length += text.length();
        if (length > LIMIT || texts.size() > LIMIT / 8) {
            throw ScanUnreadable.because("The texts of the workbook together are longer than the limit of " + LIMIT
                    + " characters. Save the sheet as CSV and hand that in.");
        }
        texts.add(text);
    }

    /** Empty for what is no number of a text. */
    String get(String number) {
        try {
            int index = Integer.parseInt(number.strip());
            return index >= 0 && index < texts.size() ? texts.get(index) : "";
        } catch (NumberFormatException noNumber) {
            return "";
        }
    }
}
