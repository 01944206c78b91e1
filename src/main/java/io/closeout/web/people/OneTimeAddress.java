package io.closeout.web.people;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address of a one-time link, as the person who hands it over sees this Closeout. */
final class OneTimeAddress {

    private OneTimeAddress() {}

    static String forPassword(String secret) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/password")
                .queryParam("token", secret)
                .toUriString();
    }
}
