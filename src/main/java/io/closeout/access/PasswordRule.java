package io.closeout.access;

import io.closeout.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.ThrowingSupplier;

/**
 * What a password must be, after NIST SP 800-63B rev. 4 section 3.1.1: long, not among the commonest, not made of the
 * names around it, and nothing about kinds of characters. That text asks 15 characters where the password is the only
 * factor and 8 beside a second one; 12 stands until second factors come.
 */
final class PasswordRule {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final int SHORTEST_NAME = 4;
    private static final Set<String> COMMON = common();

    private PasswordRule() {}

    /** The form in which passwords are hashed and compared, whatever keyboard they were typed on (section 3.1.1.2). */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** @param names of the person and the company, as they are written */
    static void check(String password, String... names) {
        String normal = normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST || length > LONGEST) {
            throw Refused.because("A password has " + SHORTEST + " to " + LONGEST + " characters; this one has "
                    + length + ". A few words in a row are easy to remember.");
        }
        String plain = normal.toLowerCase(Locale.ROOT);
        if (COMMON.contains(plain) || plain.chars().distinct().count() <= 4) {
            throw Refused.because("This password is among those that attackers try first. Choose another.");
        }
        words(names).filter(plain::contains).findFirst().ifPresent(name -> {
            throw Refused.because("The password contains \"" + name + "\", which is easy to guess. Choose another.");
        });
    }

    private static Stream<String> words(String... names) {
        return Stream.concat(Stream.of("closeout"), Arrays.stream(names))
                .flatMap(name -> Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .filter(word -> word.length() >= SHORTEST_NAME);
    }

    private static Set<String> common() {
        ClassPathResource file = new ClassPathResource("common-passwords.txt", PasswordRule.class);
        return ThrowingSupplier.of(() -> file.getContentAsString(StandardCharsets.UTF_8))
                .get()
                .lines()
                .collect(Collectors.toUnmodifiableSet());
    }
}
