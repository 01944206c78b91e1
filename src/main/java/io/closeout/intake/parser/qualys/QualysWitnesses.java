package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.ScannedHost.Credentials;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the results of one host tell about the host's scan itself. Source: Qualys KnowledgeBase, the QIDs below. */
final class QualysWitnesses {

    private static final String HOST_SCAN_TIME = "45038";
    /** Windows Authentication Method, the same for user-provided credentials, Unix Authentication Method. */
    private static final Set<String> LOGGED_ON = Set.of("70028", "70053", "38307");
    /** Windows Authentication Failed, Unix Authentication Failed. */
    private static final Set<String> FAILED = Set.of("105015", "105053");

    private @Nullable Instant end;
    private boolean saysYes;
    private boolean saysNo;

    /** Whether the result of this check is needed, wanted by the sink or not. */
    static boolean needsResultOf(String check) {
        return check.equals(HOST_SCAN_TIME) || LOGGED_ON.contains(check) || FAILED.contains(check);
    }

    void heard(String check, String result) {
        if (check.equals(HOST_SCAN_TIME)) {
            end = QualysTimes.endOfHost(result);
        }
        saysYes |= LOGGED_ON.contains(check) && !isAnonymous(result);
        saysNo |= FAILED.contains(check);
    }

    /** Without an account the scanner opens a null session and names it as its method. */
    private static boolean isAnonymous(String result) {
        return result.contains("(none)") || result.contains("NULL session");
    }

    @Nullable
    Instant end() {
        return end;
    }

    Credentials credentials() {
        if (saysNo) {
            return Credentials.DENIED;
        }
        return saysYes ? Credentials.PROVEN : Credentials.UNKNOWN;
    }
}
