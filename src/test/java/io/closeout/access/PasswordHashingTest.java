package io.closeout.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashingTest {

    private final PasswordEncoder encoder = new PasswordHashing().passwordEncoder();

    @Test
    void isArgon2idWithNineteenMebibytesAndTwoPasses() {
        assertThat(encoder.encode("wet paper umbrella")).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void recognisesThePasswordAndNoOther() {
        String hash = encoder.encode("wet paper umbrella");
        assertThat(encoder.matches("wet paper umbrella", hash)).isTrue();
        assertThat(encoder.matches("wet paper umbrellas", hash)).isFalse();
    }
}
