package io.closeout.workflow.drill;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report, ready to be shown.
 *
 * @param models where the models came from
 */
public record ReportPage(
        boolean passed,
        String models,
        LocalDate from,
        LocalDate to,
        long expected,
        long silent,
        List<Broken> broken,
        List<Silent> silences,
        List<Subject> subjects,
        List<Story> stories) {

    /** A story that broke off, or a step that failed. */
    public record Broken(LocalDate on, String story, String what, String why) {}

    /** What should have happened. */
    public record Silent(
            LocalDate on, String story, String name, String what, String who, String failure, String because) {}

    /** One exercise: what it expected, by kind and audience. */
    public record Subject(String title, List<Line> lines) {}

    public record Line(String what, String who, long expected, long rang) {

        public boolean isComplete() {
            return expected == rang;
        }
    }

    /**
     * What happened to one item, or in one process.
     *
     * @param name of the case; empty for what is no item of the portfolio
     */
    public record Story(String id, String name, long silent, List<Entry> entries) {}

    /**
     * @param look {@code notice}, {@code task}, {@code deed} of a person, {@code record} by the program or {@code silent}
     * @param says the rest in small, such as a reason
     */
    public record Entry(
            LocalDate on,
            String look,
            String what,
            @Nullable String who,
            String says) {}
}
