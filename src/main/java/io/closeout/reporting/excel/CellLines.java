package io.closeout.reporting.excel;

import java.util.List;
import java.util.function.BiConsumer;

/** A list in one cell, one line each. What does not fit is counted, never left out in silence. */
final class CellLines {

    /** "Maximum number of line feeds per cell: 253": Excel specifications and limits. */
    static final int MOST = 253;

    private static final int ROOM_FOR_COUNT = 30;

    private final StringBuilder text = new StringBuilder(1024);

    /** @param line writes one of the list, without line end */
    <T> String of(List<T> list, BiConsumer<T, StringBuilder> line) {
        text.setLength(0);
        for (int i = 0; i < list.size(); i++) {
            int before = text.length();
            text.append(i == 0 ? "" : "\n");
            line.accept(list.get(i), text);
            boolean last = i == list.size() - 1;
            if (!last && i >= MOST - 1 || text.length() > CellText.LONGEST - (last ? 0 : ROOM_FOR_COUNT)) {
                text.setLength(before);
                text.append("\nand ").append(list.size() - i).append(" more");
                break;
            }
        }
        return text.toString();
    }
}
