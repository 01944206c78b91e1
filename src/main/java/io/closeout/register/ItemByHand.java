package io.closeout.register;

import io.closeout.policy.Track;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A weakness that no scanner told of, such as a requirement not met or an entry of an audit report.
 *
 * @param scope id or name; may be left out where there is only one
 * @param source whose finding it is, such as {@code Self-assessment}
 * @param assets names of assets of the scope; may be empty
 */
public record ItemByHand(
        String title,
        @Nullable String description,
        Severity severity,
        @Nullable String scope,
        String source,
        LocalDate detectedOn,
        Track track,
        List<String> assets) {

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_SOURCE = 40;

    public ItemByHand {
        title = title.strip();
        source = source.strip();
        assets = assets.stream().map(String::strip).distinct().toList();
        mustHave(title, "title", LONGEST_TITLE);
        mustHave(source, "source", LONGEST_SOURCE);
        if (severity == Severity.INFO) {
            throw Refused.because("Choose a severity from CRITICAL to LOW; INFO makes no POA&M item.");
        }
    }

    private static void mustHave(String text, String what, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            throw Refused.because("The " + what + " needs 1 to " + longest + " characters.");
        }
    }
}
