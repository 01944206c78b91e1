package io.closeout.intake.web.tables;

import io.closeout.intake.parser.generic.DateOrder;
import io.closeout.intake.parser.generic.TableField;
import io.closeout.intake.parser.generic.TableLook;
import io.closeout.shared.Severity;
import io.closeout.shared.Shortened;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.ui.Model;

/** What the form of a table lets people choose from. */
final class TableChoices {

    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 80;

    private static final List<String> CHARSETS = List.of("UTF-8", "windows-1252", "ISO-8859-15", "IBM850", "UTF-16LE");
    private static final List<String> SEPARATORS = List.of(",", ";", "tab", "|");

    private TableChoices() {}

    static void fill(Model model, TableForm form, List<String> columns) {
        model.addAttribute("form", form);
        model.addAttribute("columns", columns);
        model.addAttribute("fields", TableField.values());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("orders", DateOrder.values());
        model.addAttribute("charsets", CHARSETS);
        model.addAttribute("separators", SEPARATORS);
    }

    /** Some different texts of each column. */
    static Map<String, String> samples(List<String> columns, TableLook look) {
        Map<String, String> samples = new LinkedHashMap<>();
        columns.forEach(column -> samples.put(
                column,
                look.words(column).stream()
                        .limit(SAMPLES)
                        .map(text -> Shortened.to(LONGEST_SAMPLE, text))
                        .collect(Collectors.joining(" · "))));
        return samples;
    }
}
