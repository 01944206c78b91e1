package io.closeout.reporting.excel;

import io.closeout.shared.Severity;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder.BorderSide;

/** The looks of a workbook, made once: Excel allows some 64,000 styles, and making one is slow. */
final class CellStyles {

    /** On every machine, or one of the same widths. */
    private static final String FONT = "Arial";

    private static final int NAVY = 0x10263F;
    private static final int INK = 0x1B2733;
    private static final int LINE = 0xD5DDE5;
    private static final int RED = 0xA61B1B;

    private final XSSFWorkbook workbook;

    final CellStyle heading;
    final CellStyle text;
    final CellStyle quotedText;
    final CellStyle date;
    final CellStyle number;
    final CellStyle score;
    final CellStyle count;
    final CellStyle alarm;
    final CellStyle title;
    final CellStyle label;
    private final Map<Severity, CellStyle> severities = new EnumMap<>(Severity.class);

    CellStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        normalFont();
        text = body();
        quotedText = quoted();
        date = formatted("yyyy-mm-dd", HorizontalAlignment.CENTER);
        number = formatted("General", HorizontalAlignment.RIGHT);
        score = formatted("0.0", HorizontalAlignment.RIGHT);
        count = formatted("#,##0", HorizontalAlignment.LEFT);
        alarm = coloured(0xFBE9E7, RED);
        heading = heading();
        title = plain(font(16, NAVY, true));
        label = labelled();
        severities.put(Severity.CRITICAL, coloured(0xF3C6CB, 0x7A0F1D));
        severities.put(Severity.HIGH, coloured(0xFBE0DC, 0x7C1409));
        severities.put(Severity.MEDIUM, coloured(0xFDF0CF, 0x5B3D00));
        severities.put(Severity.LOW, coloured(0xE4F1E5, 0x1D4A26));
        severities.put(Severity.INFO, text);
    }

    CellStyle of(Severity severity) {
        return severities.getOrDefault(severity, text);
    }

    /** The font of style 0, which is also what column widths are counted in. */
    private void normalFont() {
        XSSFFont normal = workbook.getFontAt(0);
        normal.setFontName(FONT);
        normal.setFontHeightInPoints((short) 9);
        normal.setColor(colour(INK));
    }

    private XSSFCellStyle body() {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        Stream.of(BorderSide.TOP, BorderSide.BOTTOM, BorderSide.LEFT, BorderSide.RIGHT)
                .forEach(side -> style.setBorderColor(side, colour(LINE)));
        return style;
    }

    private XSSFCellStyle quoted() {
        XSSFCellStyle style = body();
        style.setQuotePrefixed(true);
        return style;
    }

    private XSSFCellStyle formatted(String format, HorizontalAlignment alignment) {
        XSSFCellStyle style = body();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setAlignment(alignment);
        return style;
    }

    private XSSFCellStyle coloured(int ground, int ink) {
        XSSFCellStyle style = body();
        fill(style, ground);
        style.setFont(font(9, ink, true));
        return style;
    }

    private XSSFCellStyle heading() {
        XSSFCellStyle style = body();
        fill(style, NAVY);
        style.setFont(font(9, 0xFFFFFF, true));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private XSSFCellStyle labelled() {
        XSSFCellStyle style = body();
        style.setFont(font(9, INK, true));
        return style;
    }

    private XSSFCellStyle plain(XSSFFont font) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }

    private static void fill(XSSFCellStyle style, int colour) {
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(colour(colour));
    }

    private XSSFFont font(int points, int colour, boolean bold) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setColor(colour(colour));
        font.setBold(bold);
        return font;
    }

    private static XSSFColor colour(int rgb) {
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }
}
