package io.closeout.intake.parser.workbook;

import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanUnreadable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one at a time. */
final class SheetRows implements AutoCloseable {

    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;

    private final HardenedXml xml;
    private final SharedTexts texts;
    private final CellStyles styles;
    private int row;

    private SheetRows(HardenedXml xml, SharedTexts texts, CellStyles styles) {
        this.xml = xml;
        this.texts = texts;
        this.styles = styles;
    }

    static SheetRows open(InputStream in, SharedTexts texts, CellStyles styles) throws IOException {
        HardenedXml xml = HardenedXml.open(in);
        SheetRows rows = new SheetRows(xml, texts, styles);
        xml.root();
        return rows;
    }

    /** Moves to the next row that the sheet holds; rows without any cell may be left out of it. */
    boolean next() throws IOException {
        if (!xml.to("row")) {
            return false;
        }
        String told = xml.attribute("r");
        int number = told == null ? row + 1 : number(told);
        if (number <= row || number > MOST_ROWS) {
            throw broken("rows are not in their order");
        }
        row = number;
        return true;
    }

    /** From 1. */
    int row() {
        return row;
    }

    /** Of the current row, from the first column on; once only. */
    List<String> cells() throws IOException {
        List<String> cells = new ArrayList<>();
        xml.children(name -> {
            if (name.equals("c")) {
                int column = column(xml.attribute("r"), cells.size());
                while (cells.size() < column) {
                    cells.add("");
                }
                cells.add(cell());
            }
        });
        return cells;
    }

    private int column(@Nullable String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0;
                i < reference.length() && Character.isLetter(reference.charAt(i)) && column < MOST_COLUMNS;
                i++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
        }
        if (column - 1 < next || column > MOST_COLUMNS) {
            throw broken("cells are not in their order");
        }
        return column - 1;
    }

    private String cell() throws IOException {
        String type = String.valueOf(xml.attribute("t"));
        String style = xml.attribute("s");
        String[] found = {""};
        xml.children(name -> {
            if (name.equals("v")) {
                found[0] = xml.text();
            } else if (name.equals("is")) {
                found[0] = SharedTexts.rich(xml);
            }
        });
        return switch (type) {
            case "s" -> texts.get(found[0]);
            case "b" -> found[0].strip().equals("1") ? "TRUE" : "FALSE";
            case "inlineStr", "str", "e", "d" -> found[0];
            default -> styles.shown(found[0].strip(), style);
        };
    }

    private int number(String told) {
        try {
            return Integer.parseInt(told);
        } catch (NumberFormatException noNumber) {
            throw broken("a row has the number \"" + told + "\"");
        }
    }

    private ScanUnreadable broken(String why) {
        return ScanUnreadable.at("row " + row, "the sheet is broken: " + why + ". Save the workbook again.");
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
