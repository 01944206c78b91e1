package io.closeout.workflow;

import java.util.Map;

/**
 * What a task shows: the title of its item when it is made, and the values {@code item} and, where a request is decided,
 * {@code request} of its form when that opens.
 */
public interface FormFacts {

    /** The fact that holds, by key of {@link TaskForms#PREFILLED}, what the fields of a form hold when it opens. */
    String DEFAULTS = "defaults";

    /**
     * @param itemId as on the item's page
     * @param taskId the task whose form it is, for ways back to it
     * @return what turns into JSON by itself: text, numbers, booleans, lists and maps; dates as ISO text
     */
    Map<String, Object> itemFacts(String itemId, String taskId);

    /**
     * @param process its id in the model
     * @param requestId the process's business key
     * @return as {@link #itemFacts}; empty for a process that no {@link RequestFacts} speak for
     */
    default Map<String, Object> requestFacts(String process, String requestId) {
        return Map.of();
    }

    String title(String itemId);
}
