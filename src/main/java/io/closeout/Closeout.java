package io.closeout;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one way in. Command-line tools branch off before any Spring class is touched. */
public final class Closeout {

    private Closeout() {}

    public static void main(String[] args) {
        // Timers, cron and history windows of the engine read the JVM's zone.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Server.run(args);
    }

    /** Kept apart so that the command-line tools load without Spring. */
    @SpringBootApplication
    static class Server {
        static void run(String[] args) {
            SpringApplication.run(Server.class, args);
        }
    }
}
