package io.closeout.workflow.drill;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/** The command line {@code drill}: starts the program apart from everything, holds the drill, writes the report. */
public final class Drill {

    public static final String COMMAND = "drill";

    private static final int ALL_RANG = 0;
    private static final int SOMETHING_SILENT = 1;
    private static final int NOT_HELD = 2;

    private final Supplier<SpringApplication> program;
    private final PrintStream out;
    private final PrintStream err;

    /** @param program the server before it runs */
    public Drill(Supplier<SpringApplication> program, PrintStream out, PrintStream err) {
        this.program = program;
        this.out = out;
        this.err = err;
    }

    /** @return the exit code: 0 if everything happened that must, 1 if not, 2 if no drill could be held */
    public int run(String... arguments) {
        try {
            return hold(DrillOrder.of(arguments));
        } catch (DrillRefused refused) {
            err.println(refused.getMessage());
            return NOT_HELD;
        } finally {
            ClockUtil.reset();
        }
    }

    private int hold(DrillOrder order) {
        Instant began = Instant.now();
        out.println("The drill lives through thirteen months; it takes about a minute.");
        try (ConfigurableApplicationContext context = start(order)) {
            DrillOutcome outcome = context.getBean(DrillRun.class).live();
            write(order, context.getBean(DrillReport.class).html(outcome, order.models()));
            tell(outcome, order, Duration.between(began, Instant.now()));
            return outcome.passed() ? ALL_RANG : SOMETHING_SILENT;
        }
    }

    private ConfigurableApplicationContext start(DrillOrder order) {
        SpringApplication application = program.get();
        application.setEnvironment(new NothingOutside());
        try {
            return application.run(settings(order).toArray(String[]::new));
        } catch (RuntimeException failed) {
            throw DrillRefused.of(failed);
        }
    }

    private static List<String> settings(DrillOrder order) {
        List<String> settings = new ArrayList<>(List.of(
                "--spring.config.location=classpath:/",
                "--spring.profiles.active=drill",
                "--spring.datasource.url=jdbc:h2:mem:drill-" + UUID.randomUUID()));
        order.models().ifPresent(folder -> settings.add("--closeout.models=" + folder.toAbsolutePath()));
        return settings;
    }

    private static void write(DrillOrder order, String html) {
        try {
            Files.writeString(order.out(), html);
        } catch (IOException unwritable) {
            throw DrillRefused.because(
                    "The report cannot be written to " + order.out() + " (" + unwritable.getMessage() + ").");
        }
    }

    private void tell(DrillOutcome outcome, DrillOrder order, Duration took) {
        outcome.faults().forEach(fault -> err.println(fault.on() + " " + fault.what() + ": " + fault.why()));
        outcome.silent()
                .forEach(verdict -> err.println("%s %s \"%s\" for %s %s (%s)"
                        .formatted(
                                verdict.expected().on(),
                                verdict.story(),
                                verdict.expected().what(),
                                verdict.expected().who(),
                                verdict.failure(),
                                verdict.expected().because())));
        out.printf(
                "%d of %d expected events happened on their day. The report is in %s. It took %d seconds.%n",
                outcome.verdicts().size() - outcome.silent().size(),
                outcome.verdicts().size(),
                order.out(),
                took.toSeconds());
    }

    /** No setting of the machine reaches the drill: a database or a mail server that is named there is not touched. */
    private static final class NothingOutside extends StandardEnvironment {

        NothingOutside() {
            getPropertySources().remove(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        }
    }
}
