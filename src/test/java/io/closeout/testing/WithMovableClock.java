package io.closeout.testing;

import io.closeout.web.MovableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** For tests that wait for days: the program's clock, which they move forward. The engine's own clock is moved beside it. */
@TestConfiguration(proxyBeanMethods = false)
public class WithMovableClock {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }
}
