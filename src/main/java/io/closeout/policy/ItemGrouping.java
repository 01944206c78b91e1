package io.closeout.policy;

import io.closeout.shared.Severity;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which new findings share an item: table {@code itemGrouping}. */
@Component
public class ItemGrouping {

    private final Decisions decisions;

    public ItemGrouping(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * What is alike of many findings.
     *
     * @param scanner family, such as {@code nessus}
     * @param assetGroup null for an asset without one
     */
    public record Facts(
            String scanner,
            String scope,
            Severity severity,
            boolean namesCve,
            Criticality criticality,
            @Nullable String assetGroup) {}

    public GroupBy of(Facts facts) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("scanner", facts.scanner());
        inputs.put("scope", facts.scope());
        inputs.put("severity", facts.severity().name());
        inputs.put("namesCve", facts.namesCve());
        inputs.put("criticality", facts.criticality().name());
        inputs.put("assetGroup", facts.assetGroup());
        return Row.only(decisions.decide("itemGrouping", inputs)).word("groupBy", GroupBy.class);
    }
}
