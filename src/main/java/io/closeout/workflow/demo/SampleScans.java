package io.closeout.workflow.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The two scans of the sample company, on dates that fit the day of the demo. */
@Component
@Profile("demo")
public class SampleScans {

    public static final String FIRST = "halyard-first-scan.nessus";
    public static final String SECOND = "halyard-second-scan.nessus";

    /** So that the scan has ended by any clock that looks at it. */
    private static final Duration BEFORE = Duration.ofSeconds(1);

    private final Clock clock;

    SampleScans(Clock clock) {
        this.clock = clock;
    }

    byte[] first(Instant end) {
        return new ShiftedScan(content(FIRST)).endingAt(end);
    }

    /** Has just ended: whatever was reported as fixed until this moment is judged by it. */
    public byte[] second() {
        return new ShiftedScan(content(SECOND)).happeningAt(clock.instant().minus(BEFORE));
    }

    boolean isSecond(byte[] scan) {
        return new ShiftedScan(scan).isAs(new ShiftedScan(content(SECOND)));
    }

    private static byte[] content(String name) {
        try {
            return new ClassPathResource("samples/" + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
