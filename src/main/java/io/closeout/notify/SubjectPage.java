package io.closeout.notify;

/** Where the pages and Tasklist show what a notice or a mail is about. */
public final class SubjectPage {

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";
    private static final String WORK_LIST = "/camunda/app/tasklist/default/";

    private SubjectPage() {}

    /** @return a path below the address of the pages */
    public static String of(String subject) {
        int colon = subject.indexOf(':');
        String id = subject.substring(colon + 1);
        return switch (subject.substring(0, colon)) {
            case "scan" -> "/scans/" + id;
            case "task" -> TASKLIST + id;
            case "cmmc" -> "/assessment/status/" + id;
            case "statusRound" -> WORK_LIST;
            case "review" -> "/reviews/" + id;
            default -> "/items/" + id;
        };
    }
}
