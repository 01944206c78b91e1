package io.closeout.access;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where people reach the pages, for the console and for links in documents. */
@Component
public class WebAddress {

    private final Environment environment;

    WebAddress(Environment environment) {
        this.environment = environment;
    }

    /** The setting {@code closeout.base-url}, else this machine; without a slash at its end. */
    public String text() {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return environment
                .getProperty("closeout.base-url", "http://localhost:" + port)
                .replaceFirst("/+$", "");
    }
}
