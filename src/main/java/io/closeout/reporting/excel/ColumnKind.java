package io.closeout.reporting.excel;

/** What a column holds, which says how wide it is: in characters of the workbook's font. */
enum ColumnKind {
    ID(14),
    WORD(11),
    DATE(11),
    NUMBER(9),
    NAME(18),
    ADDRESS(24),
    PHRASE(28),
    LIST(30),
    PROSE(46);

    private final int characters;

    ColumnKind(int characters) {
        this.characters = characters;
    }

    /** In the unit of Excel, 1/256 of a character. */
    int width() {
        return characters * 256;
    }
}
