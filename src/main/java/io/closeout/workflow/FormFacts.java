package io.closeout.workflow;

import java.util.Map;

/** What a task shows of its item: the title when it is made, and the value {@code item} of its form when that opens. */
public interface FormFacts {

    /** The fact that holds, by key of {@link TaskForms#PREFILLED}, what the fields of a form hold when it opens. */
    String DEFAULTS = "defaults";

    /**
     * @param itemId the process's business key
     * @param taskId the task whose form it is, for ways back to it
     * @return what turns into JSON by itself: text, numbers, booleans, lists and maps; dates as ISO text
     */
    Map<String, Object> itemFacts(String itemId, String taskId);

    /** @param itemId the process's business key */
    String title(String itemId);
}
