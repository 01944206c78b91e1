package io.closeout.exchange.reader;

/** Why a row makes no item. */
final class UnusableRow extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String why;

    private UnusableRow(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    static UnusableRow because(String why) {
        return new UnusableRow(why);
    }

    String why() {
        return why;
    }
}
