package io.closeout.exchange;

import io.closeout.shared.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided on a workbook.
 *
 * @param commit otherwise it is discarded
 * @param reason also that of requests for more time
 * @param interimMitigation for requests for more time: what holds the risk down until then
 * @param choices by key of a cell; cells that are missing follow {@link ComparedCell#isTakenByDefault}
 * @param seen {@link Comparison#digest} of what the person looked at; null to go by what stands now
 */
public record Decision(
        boolean commit,
        @Nullable String reason,
        @Nullable String interimMitigation,
        Map<String, Choice> choices,
        @Nullable String seen) {

    private static final int LONGEST_REASON = 2000;

    public Decision {
        choices = Map.copyOf(choices);
        reason = reason == null || reason.isBlank() ? null : reason.strip();
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw Refused.because("The reason has more than %,d characters. Shorten it.".formatted(LONGEST_REASON));
        }
    }

    /** Which of the two counts. */
    public enum Choice {
        WORKBOOK,
        REGISTER
    }

    boolean takes(ComparedCell cell) {
        Choice choice = choices.get(cell.key());
        return choice == null ? cell.isTakenByDefault() : cell.isOffered() && choice == Choice.WORKBOOK;
    }
}
