package io.closeout.intake.parser.workbook;

import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanUnreadable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A workbook by its parts (ECMA-376, Office Open XML). A sheet is read as a stream; only the texts that cells share are held, and they are
 * limited.
 */
public final class Workbook {

    private static final int MOST_SHEETS = 200;

    private final Map<String, ScanInput> parts;
    private final String path;

    private Workbook(Map<String, ScanInput> parts, String path) {
        this.parts = parts;
        this.path = path;
    }

    private record Listed(String name, String relation, boolean hidden) {}

    /** @param parts by path in the file; empty if they are those of no workbook */
    public static Optional<Workbook> of(Map<String, ScanInput> parts) {
        if (parts.containsKey("xl/workbook.bin")) {
            throw ScanUnreadable.because(
                    "It is a binary workbook (.xlsb). Open it, save it as .xlsx and hand that in.");
        }
        return parts.keySet().stream()
                .filter(path -> path.matches("xl/workbook\\d*\\.xml"))
                .findFirst()
                .map(path -> new Workbook(parts, path));
    }

    /** Those that people see, each as a table of comma-separated values, in their order. */
    public List<ScanInput> sheets() throws IOException {
        String file = part(path).name();
        return found().stream()
                .filter(each -> !each.hidden())
                .<ScanInput>map(each -> new Sheet(file, each.title(), () -> new SheetText(each.open())))
                .toList();
    }

    /** All sheets in their order, hidden ones as well, each as rows of cells. */
    public List<WorkbookTable> tables() throws IOException {
        return List.copyOf(found());
    }

    private List<Found> found() throws IOException {
        Map<String, String> targets = relations();
        List<Listed> listed = new ArrayList<>();
        boolean[] since1904 = new boolean[1];
        try (HardenedXml xml = HardenedXml.open(part(path).open())) {
            xml.root();
            xml.children(name -> {
                if (name.equals("workbookPr")) {
                    String told = String.valueOf(xml.attribute("date1904"));
                    since1904[0] = told.equals("1") || told.equals("true");
                } else if (name.equals("sheets")) {
                    xml.children(sheet -> listed.add(listed(xml)));
                }
            });
        }
        if (listed.size() > MOST_SHEETS) {
            throw ScanUnreadable.because("The workbook has more than " + MOST_SHEETS + " sheets.");
        }
        List<Found> sheets = new ArrayList<>();
        for (Listed each : listed) {
            String target = targets.get(each.relation());
            if (target != null && parts.containsKey(target)) {
                sheets.add(new Found(each.name(), each.hidden(), () -> rows(target, since1904[0])));
            }
        }
        return sheets;
    }

    private interface Opening {
        SheetRows open() throws IOException;
    }

    private record Found(String title, boolean hidden, Opening opening) implements WorkbookTable {

        SheetRows open() throws IOException {
            return opening.open();
        }

        @Override
        public void read(RowTaker taker) throws IOException {
            try (SheetRows rows = open()) {
                boolean wanted = true;
                while (wanted && rows.next()) {
                    wanted = taker.take(rows.row(), rows.cells());
                }
            }
        }
    }

    private static Listed listed(HardenedXml xml) {
        return new Listed(
                String.valueOf(xml.attribute("name")),
                String.valueOf(xml.attribute("id")),
                String.valueOf(xml.attribute("state")).toLowerCase(Locale.ROOT).endsWith("hidden"));
    }

    private Map<String, String> relations() throws IOException {
        Map<String, String> targets = new HashMap<>();
        String relations = path.replace("xl/", "xl/_rels/") + ".rels";
        if (parts.containsKey(relations)) {
            try (HardenedXml xml = HardenedXml.open(part(relations).open())) {
                xml.root();
                xml.children(name -> targets.put(
                        String.valueOf(xml.attribute("Id")), absolute(String.valueOf(xml.attribute("Target")))));
            }
        }
        return targets;
    }

    private static String absolute(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private SheetRows rows(String sheet, boolean since1904) throws IOException {
        SharedTexts texts = SharedTexts.of(optional("xl/sharedStrings.xml"));
        CellStyles styles = CellStyles.of(optional("xl/styles.xml"), since1904);
        return SheetRows.open(part(sheet).open(), texts, styles);
    }

    private Optional<ScanInput> optional(String part) {
        return Optional.ofNullable(parts.get(part));
    }

    private ScanInput part(String name) {
        ScanInput part = parts.get(name);
        if (part == null) {
            throw ScanUnreadable.because("The workbook is broken: its part " + name + " is missing. Save it again.");
        }
        return part;
    }

    /** One sheet, under the name of its file. */
    private record Sheet(String part, String title, Source source) implements ScanInput {

        @Override
        public String name() {
            return part.replaceFirst(", xl/workbook\\d*\\.xml$", "") + ", sheet " + title;
        }

        @Override
        public InputStream open() throws IOException {
            return source.open();
        }

        @Override
        public Optional<String> sheet() {
            return Optional.of(title);
        }
    }
}
