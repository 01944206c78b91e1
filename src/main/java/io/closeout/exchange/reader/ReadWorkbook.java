package io.closeout.exchange.reader;

import java.util.List;
import java.util.Map;

/**
 * What stands in a POA&amp;M workbook.
 *
 * @param exported by id of an item the digests that our export noted of its cells, and under {@code ID} their headings; empty for other
 *     workbooks, and where the note was lost
 */
public record ReadWorkbook(
        Layout layout, List<ReadItem> items, List<LeftOut> leftOut, Map<String, List<String>> exported) {

    public ReadWorkbook {
        items = List.copyOf(items);
        leftOut = List.copyOf(leftOut);
        exported = Map.copyOf(exported);
    }
}
