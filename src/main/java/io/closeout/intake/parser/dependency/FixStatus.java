package io.closeout.intake.parser.dependency;

/** How Prisma Cloud, and Checkov after it, tell in one text whether there is a fix. */
public final class FixStatus {

    private FixStatus() {}

    /** {@code fixed in 1.2, 2.0}: the versions; empty if the status says something else. */
    public static String fixedIn(String status) {
        return status.startsWith("fixed in ")
                ? status.substring("fixed in ".length()).strip()
                : "";
    }

    /** What the status says if it names no version. */
    public static String advice(String status) {
        return switch (status) {
            case "", "affected", "open", "needed", "vulnerable" -> "No fix has been released yet.";
            case "deferred" -> "The vendor has put the fix off.";
            case "will not fix", "won't fix", "ignored" -> "The vendor does not intend to fix this.";
            default -> fixedIn(status).isEmpty() ? "Status: " + status : "";
        };
    }
}
