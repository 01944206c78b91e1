package io.closeout.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the forms of one process show of the request that it decides, read when the form opens. */
public interface RequestFacts {

    /** The id of the process in its model. */
    String process();

    /** @return what turns into JSON by itself: text, numbers, booleans, lists and maps; dates as ISO text */
    Map<String, Object> facts(String requestId);

    /** What the tasks are named after where they are not about one item. */
    default Optional<String> title(String requestId) {
        return Optional.empty();
    }

    /** The keys under {@link FormFacts#DEFAULTS} in the facts: fields of the forms that open with a value. */
    default List<String> prefilled() {
        return List.of();
    }
}
