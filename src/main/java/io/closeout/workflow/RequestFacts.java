package io.closeout.workflow;

import java.util.Map;

/** What the forms of one process show of the request that it decides, read when the form opens. */
public interface RequestFacts {

    /** The id of the process in its model. */
    String process();

    /** @return what turns into JSON by itself: text, numbers, booleans, lists and maps; dates as ISO text */
    Map<String, Object> facts(String requestId);
}
