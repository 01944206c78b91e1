package io.closeout.policy;

import io.closeout.shared.Severity;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the table {@code mailUrgency} which words go out by mail, and when. */
@Component
public class MailUrgencies {

    private final Decisions decisions;

    public MailUrgencies(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param priority of the item, where the word is about one */
    public MailUrgency of(String kind, @Nullable Severity priority) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("kind", kind);
        inputs.put("priority", priority == null ? null : priority.name());
        return Row.only(decisions.decide("mailUrgency", inputs)).word("urgency", MailUrgency.class);
    }
}
