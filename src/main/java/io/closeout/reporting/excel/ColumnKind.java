package io.closeout.reporting.excel;

/** What a column holds, which says how wide it is: in characters of the workbook's font. */
enum ColumnKind {
    ID(15),
    WORD(11),
    DATE(12),
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

    /** How many lines a text takes once it is wrapped; a guess that is rather too high. */
    int linesOf(String text) {
        int lines = 0;
        int from = 0;
        while (from <= text.length()) {
            int newline = text.indexOf('\n', from);
            int end = newline < 0 ? text.length() : newline;
            lines += 1 + Math.max(0, end - from - 1) / characters;
            from = end + 1;
        }
        return lines;
    }

    /** In the unit of Excel, 1/256 of a character. */
    int width() {
        return characters * 256;
    }
}
