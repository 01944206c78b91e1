package io.closeout.intake.parser.workbook;

import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanInput;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.jspecify.annotations.Nullable;

/** Which cells hold days: a workbook stores them as numbers, and only the format of the cell tells. */
final class CellStyles {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final List<Boolean> dates = new ArrayList<>();
    private final boolean since1904;

    private CellStyles(boolean since1904) {
        this.since1904 = since1904;
    }

    static CellStyles of(Optional<ScanInput> part, boolean since1904) throws IOException {
        CellStyles styles = new CellStyles(since1904);
        if (part.isPresent()) {
            Map<Integer, String> formats = new HashMap<>();
            try (HardenedXml xml = HardenedXml.open(part.get().open())) {
                xml.root();
                xml.children(name -> {
                    if (name.equals("numFmts")) {
                        xml.children(format -> formats.put(
                                number(xml.attribute("numFmtId")), String.valueOf(xml.attribute("formatCode"))));
                    } else if (name.equals("cellXfs")) {
                        xml.children(style -> styles.dates.add(isDate(number(xml.attribute("numFmtId")), formats)));
                    }
                });
            }
        }
        return styles;
    }

    private static boolean isDate(int format, Map<Integer, String> own) {
        String code = own.getOrDefault(format, BuiltinFormats.getBuiltinFormat(format));
        return code != null && DateUtil.isADateFormat(format, code);
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    /** A number as people read it: a day, a moment, or the digits that the spreadsheet shows. */
    String shown(String number, @Nullable String style) {
        double told;
        try {
            told = Double.parseDouble(number);
        } catch (NumberFormatException noNumber) {
            return number;
        }
        int index = number(style);
        boolean isDate = index >= 0 && index < dates.size() && dates.get(index);
        if (isDate && DateUtil.isValidExcelDate(told)) {
            LocalDateTime moment = DateUtil.getLocalDateTime(told, since1904, true);
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : MOMENT.format(moment);
        }
        return NumberToTextConverter.toText(told);
    }
}
