package io.closeout.exchange.reader;

import java.util.List;
import java.util.Locale;

/** Whose columns a workbook has. */
public enum Layout {
    /** What Closeout exports. */
    CLOSEOUT("Closeout", List.of(Field.ID, Field.TITLE, Field.DETECTED_ON, Field.STATUS)),
    /** FedRAMP POA&amp;M template, also in the version 2.1 of 2024-03-29. */
    FEDRAMP("FedRAMP", List.of(Field.ID, Field.TITLE, Field.DETECTED_ON)),
    /** The export of eMASS with a row per milestone, and the older ones with milestones in one cell. */
    EMASS("eMASS", List.of(Field.DESCRIPTION, Field.STATUS, Field.PLANNED_COMPLETION));

    private final String label;
    private final List<Field> needed;

    Layout(String label, List<Field> needed) {
        this.label = label;
        this.needed = needed;
    }

    public String label() {
        return label;
    }

    /** In small letters, as the layouts of exports are named. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What no sheet of items in this layout lacks. */
    List<Field> needed() {
        return needed;
    }
}
