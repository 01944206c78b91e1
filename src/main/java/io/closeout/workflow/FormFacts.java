package io.closeout.workflow;

import java.util.Map;

/** What a task shows of its item: the title when it is made, and the value {@code item} of its form when that opens. */
public interface FormFacts {

    /** The fact that holds, by key of {@link TaskForms#PREFILLED}, what the fields of a form hold when it opens. */
    String DEFAULTS = "defaults";

    /**
     * @param itemId the process's business key
     * @return what turns into JSON by itself: text, numbers, booleans, lists and maps; dates as ISO text
     */
    Map<String, Object> itemFacts(String itemId);

    /** @param itemId the process's business key */
    String title(String itemId);
}
