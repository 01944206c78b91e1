package io.closeout.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Table {@code knownFalsePositives}: what imports leave out without asking anybody. */
@Component
public class KnownFalsePositives {

    private static final String TABLE = "knownFalsePositives";

    private final Decisions decisions;

    public KnownFalsePositives(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * The row that fits.
     *
     * @param row its id in the model
     * @param until the last day on which it holds; it may be over
     */
    public record Known(int version, String row, String reason, LocalDate until, String source) {}

    /** Whether the table names any check at all. A row for every check of a scanner would hide all that it finds, so it counts for none. */
    public boolean namesChecks() {
        return decisions.looksAt(TABLE, "checkId") || decisions.looksAt(TABLE, "title");
    }

    /** Whether any row depends on the asset; otherwise one question per check is enough. */
    public boolean namesAssets() {
        return decisions.looksAt(TABLE, "asset");
    }

    /**
     * @param scanner family, such as {@code nessus}
     * @param asset its name; null where no row depends on it
     */
    public Optional<Known> of(String scanner, String checkId, String title, @Nullable String asset) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("scanner", scanner);
        inputs.put("checkId", checkId);
        inputs.put("title", title);
        inputs.put("asset", asset);
        DecisionOutcome outcome = decisions.decide(TABLE, inputs);
        return Row.all(outcome).stream().findFirst().map(row -> known(outcome, row));
    }

    private static Known known(DecisionOutcome outcome, Row row) {
        return new Known(
                outcome.version(), outcome.rules().get(0), row.text("reason"), until(outcome, row), row.text("source"));
    }

    private static LocalDate until(DecisionOutcome outcome, Row row) {
        try {
            return LocalDate.parse(row.text("until").strip());
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(
                    "Decision table %s (version %d), row %s: \"%s\" in column until is no date such as 2027-03-31."
                            .formatted(
                                    outcome.table(),
                                    outcome.version(),
                                    outcome.rules().get(0),
                                    row.text("until")),
                    e);
        }
    }
}
