package io.closeout.threat.web;

import io.closeout.register.ItemSupplement;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.threat.KnownExploitation;
import org.springframework.stereotype.Component;

/** The field {@code epss} of an item in the API: the highest score of its CVEs, null while none is known. */
@Component
class EpssSupplement implements ItemSupplement {

    private final KnownExploitation exploitation;
    private final Register register;

    EpssSupplement(KnownExploitation exploitation, Register register) {
        this.exploitation = exploitation;
        this.register = register;
    }

    @Override
    public String name() {
        return "epss";
    }

    @Override
    public Object of(PoamId item) {
        return exploitation.of(register.get(item)).highestScore();
    }
}
