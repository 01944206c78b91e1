package io.closeout;

import io.closeout.intake.inspect.Inspect;
import io.closeout.workflow.drill.Drill;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The one way in. Command-line tools branch off before any Spring class is touched. */
public final class Closeout {

    private Closeout() {}

    public static void main(String[] args) {
        // Timers, cron and history windows of the engine read the JVM's zone.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (args.length > 0 && args[0].equals(Inspect.COMMAND)) {
            System.exit(inspect(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals(Drill.COMMAND)) {
            System.exit(
                    new Drill(Closeout::server, System.out, System.err).run(Arrays.copyOfRange(args, 1, args.length)));
        }
        server().run(args);
    }

    /** The server before it runs, for those that start it with settings of their own. */
    public static SpringApplication server() {
        return new SpringApplication(Server.class);
    }

    private static int inspect(String[] files) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        return new Inspect(out, System.err).run(files);
    }

    /** Kept apart so that the command-line tools load without Spring. */
    @SpringBootApplication
    @ConfigurationPropertiesScan
    static class Server {}
}
