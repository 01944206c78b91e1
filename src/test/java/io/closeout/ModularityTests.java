package io.closeout;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void modulesUseOnlyWhatTheyDeclareAndOnlyOneWay() {
        ApplicationModules.of("io.closeout").verify();
    }
}
