package io.closeout.workflow.drill;

/** How something shows. */
enum Channel {
    NOTICE("notice"),
    TASK("task"),
    RECORD("record");

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
