package io.closeout.intake;

/** Another import is comparing or committing in the same scope; this one is to be tried again in a moment. */
public class ScopeBusy extends RuntimeException {

    ScopeBusy(String scopeId) {
        super("Another import works in scope " + scopeId);
    }
}
