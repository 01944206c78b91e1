package io.closeout.access;

import org.springframework.core.env.Environment;

/** Where people reach the pages, for what is printed on the console. */
final class WebAddress {

    private WebAddress() {}

    /** The setting {@code closeout.url}, else this machine. */
    static String of(Environment environment) {
        String here = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        return environment.getProperty("closeout.url", here).replaceFirst("/$", "");
    }
}
