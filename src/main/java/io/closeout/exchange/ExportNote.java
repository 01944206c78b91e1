package io.closeout.exchange;

import io.closeout.exchange.ComparedCell.Change;
import io.closeout.register.PoamId;
import io.closeout.reporting.excel.ExportedCells;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What our export noted of what it wrote. */
final class ExportNote {

    private static final String HEADINGS = "ID";

    private final Map<String, List<String>> noted;
    private final List<String> headings;

    /** @param noted as {@link io.closeout.exchange.reader.ReadWorkbook#exported} */
    ExportNote(Map<String, List<String>> noted) {
        this.noted = noted;
        this.headings = noted.getOrDefault(HEADINGS, List.of());
    }

    /** Who changed a cell in which both differ. */
    Change change(PoamId item, MergeField field, String inRegister, String inWorkbook) {
        return digest(item, field)
                .map(exported -> {
                    boolean register = !exported.equals(ExportedCells.digest(inRegister));
                    boolean workbook = !exported.equals(ExportedCells.digest(inWorkbook));
                    return register && workbook ? Change.BOTH : register ? Change.REGISTER : Change.WORKBOOK;
                })
                .orElse(Change.UNKNOWN);
    }

    private Optional<String> digest(PoamId item, MergeField field) {
        int column = headings.indexOf(field.heading());
        List<String> digests = noted.getOrDefault(item.text(), List.of());
        return column < 0 || column >= digests.size() ? Optional.empty() : Optional.of(digests.get(column));
    }
}
