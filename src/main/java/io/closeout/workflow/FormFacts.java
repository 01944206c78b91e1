package io.closeout.workflow;

import java.util.Map;
import java.util.Optional;

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

    /** Who speaks for the requests of a process, by its id in the model; nobody for the processes of items. */
    default Optional<RequestFacts> requests(String process) {
        return Optional.empty();
    }

    String title(String itemId);
}
