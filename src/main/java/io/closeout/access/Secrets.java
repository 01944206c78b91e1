package io.closeout.access;

import java.security.SecureRandom;
import java.util.Base64;

/** Random words that cannot be guessed: 256 bits, safe in addresses. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String next() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
