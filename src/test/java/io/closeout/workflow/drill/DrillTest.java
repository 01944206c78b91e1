package io.closeout.workflow.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.testing.WholeApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** The command line, on the shipped models and on models that an analyst has changed. */
class DrillTest {

    private static final String ITEM_MODEL = "remediatePoamItem.bpmn";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void everyClockOfTheShippedModelsRings() throws IOException {
        int exitCode = drill("--out=" + report());

        assertThat(printed(err)).isEmpty();
        assertThat(exitCode).isZero();
        assertThat(Files.readString(report()))
                .contains("Everything that must happen did happen", "Nobody triages it", "Escalation to leadership")
                // An exercise that expects nothing could not fail, and is not in the report.
                .contains(
                        "Open items are held to their deadline, accepted ones to their milestones",
                        "Tasks of requests and reviews do not wait unnoticed",
                        "Owners are asked how their items stand",
                        "CMMC statuses are closed out within 180 days, affirmed every year, or expire",
                        "The plan is reviewed every month",
                        "Accepted risks are looked at again, renewed or end",
                        "Vendors are asked for the fixes that are waited for",
                        "False positives hold until their day and no longer")
                .doesNotContain("<script", "=\"http", "@import", "url(", "??");
    }

    @Test
    void namesWhatDoesNotHappenOnceAnAnalystHasRemovedItsTimer() throws IOException {
        String model = shipped(ITEM_MODEL);
        String mute = model.replaceAll("(?s)<bpmn:subProcess id=\"SubProcess_HoldToDeadline\".*?</bpmn:subProcess>", "")
                .replaceAll(
                        "(?s)<bpmndi:BPMN(Shape|Edge) [^>]*bpmnElement=\"(SubProcess_HoldToDeadline|Timer_FirstNotice"
                                + "|ServiceTask_TellPeople|Timer_NextNotice|Flow_FirstNoticeToTellPeople"
                                + "|Flow_TellPeopleToNextNotice|Flow_NextNoticeToTellPeople)\".*?</bpmndi:BPMN\\1>",
                        "");
        deploy(ITEM_MODEL, mute);

        assertThat(drill("--models=" + folder, "--out=" + report())).isEqualTo(1);

        assertThat(printed(err)).contains("\"leadershipEscalation\" for leadership did not happen");
        assertThat(Files.readString(report()))
                .contains("did not happen on their day", "Escalation to leadership", "Nobody triages it");
    }

    @Test
    void refusesModelsThatBreakTheContract() throws IOException {
        deploy(ITEM_MODEL, shipped(ITEM_MODEL).replace("${tellPeople}", "${shoutAtPeople}"));

        assertThat(drill("--models=" + folder, "--out=" + report())).isEqualTo(2);
        assertThat(printed(err)).startsWith("The models cannot be deployed.").contains("shoutAtPeople", ITEM_MODEL);
        assertThat(report()).doesNotExist();
    }

    @Test
    void refusesAFolderWithoutModels() {
        assertThat(drill("--models=" + folder)).isEqualTo(2);
        assertThat(printed(err)).contains("holds no models", "processes/");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThat(drill("--models=" + folder.resolve("elsewhere"))).isEqualTo(2);
        assertThat(printed(err)).contains("elsewhere is no folder that can be read");
    }

    @Test
    void refusesAReportThatCannotBeWritten() {
        assertThat(drill("--out=" + folder.resolve("no/such/report.html"))).isEqualTo(2);
        assertThat(printed(err)).contains("The report cannot be written to");
    }

    @Test
    void namesItsOptionsWhenItKnowsNoneOfThem() {
        assertThat(drill("--fast")).isEqualTo(2);
        assertThat(printed(err)).contains("\"--fast\" is no option", "[--models=DIR] [--out=closeout-drill.html]");
    }

    private int drill(String... arguments) {
        return new Drill(
                        () -> new SpringApplication(WholeApplication.class), new PrintStream(out), new PrintStream(err))
                .run(arguments);
    }

    private Path report() {
        return folder.resolve("report.html");
    }

    private static String shipped(String model) throws IOException {
        return Files.readString(Path.of("processes", model));
    }

    private void deploy(String name, String model) throws IOException {
        assertThat(model).isNotEqualTo(shipped(name));
        Path processes = Files.createDirectories(folder.resolve("processes"));
        Files.writeString(processes.resolve(name), model);
    }

    private static String printed(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
