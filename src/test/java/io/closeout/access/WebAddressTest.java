package io.closeout.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class WebAddressTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void isThisMachineAndItsPortUnlessSet() {
        assertThat(address()).isEqualTo("http://localhost:8080");
        environment.setProperty("server.port", "0");
        environment.setProperty("local.server.port", "4711");
        assertThat(address()).isEqualTo("http://localhost:4711");
    }

    @Test
    void isWhatTheOperatorSetsWithoutItsLastSlash() {
        environment.setProperty("closeout.base-url", "https://poam.halyard.example/");
        assertThat(address()).isEqualTo("https://poam.halyard.example");
    }

    private String address() {
        return new WebAddress(environment).text();
    }
}
