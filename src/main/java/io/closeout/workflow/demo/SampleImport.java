package io.closeout.workflow.demo;

import io.closeout.access.Actor;
import io.closeout.intake.Scan;
import io.closeout.intake.ScanIntake;
import io.closeout.intake.ScanState;
import io.closeout.intake.Scans;
import io.closeout.register.AssetSheet;
import io.closeout.workflow.Acting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Brings in the inventory and the first scan of the sample company, as its people would. */
@Component
@Profile("demo")
class SampleImport {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final AssetSheet assets;
    private final ScanIntake intake;
    private final Scans scans;
    private final ManagementService jobs;
    private final Acting acting;

    SampleImport(AssetSheet assets, ScanIntake intake, Scans scans, ManagementService jobs, Acting acting) {
        this.assets = assets;
        this.intake = intake;
        this.scans = scans;
        this.jobs = jobs;
        this.acting = acting;
    }

    /** Criticality and exposure before the first scan, so that they count in its priorities. */
    void inventory(Actor by) throws IOException {
        var sheet = new ClassPathResource("samples/halyard-assets.csv").getInputStream();
        try (var reader = new InputStreamReader(sheet, StandardCharsets.UTF_8)) {
            AssetSheet.Outcome outcome = assets.read(reader, by);
            if (!outcome.problems().isEmpty()) {
                throw new IllegalStateException("The sample inventory is not taken: " + outcome.problems());
            }
        }
    }

    /** Returns when the whole import process is through. */
    void scan(byte[] content, Actor by) throws IOException, InterruptedException {
        var upload = ScanIntake.Upload.of(SampleScans.FIRST);
        long id = intake.receive(upload, new ByteArrayInputStream(content), by);
        Instant giveUp = Instant.now().plus(LONGEST);
        Scan scan = scans.get(id);
        while (!scan.state().isFinal() && Instant.now().isBefore(giveUp)) {
            Thread.sleep(PAUSE.toMillis());
            scan = scans.get(id);
        }
        if (scan.state() != ScanState.DONE) {
            throw new IllegalStateException("The import of the first scan ended as " + scan.state());
        }
        tellOutcome();
    }

    /** The job executor starts only when the application is ready; until then its one waiting job is run here. */
    private void tellOutcome() {
        acting.asEngine(() -> {
            for (Job job : jobs.createJobQuery().messages().active().list()) {
                jobs.executeJob(job.getId());
            }
            return jobs;
        });
    }
}
