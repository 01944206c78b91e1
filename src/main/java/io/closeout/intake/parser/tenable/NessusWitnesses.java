package io.closeout.intake.parser.tenable;

import io.closeout.intake.parser.FeedVersion;
import io.closeout.intake.parser.ScannedHost;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the items of one host tell about the host's scan itself. */
final class NessusWitnesses {

    /** "Nessus Scan Information": one line of its output says whether the log-on worked. */
    private static final String SCAN_INFORMATION = "19506";
    /** "Ping the remote host". */
    private static final String PING = "10180";

    private static final Set<String> TELLING = Set.of(SCAN_INFORMATION, PING);
    private static final Pattern CREDENTIALED =
            Pattern.compile("^\\s*Credentialed checks\\s*:\\s*(yes|no)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final Pattern FEED =
            Pattern.compile("^\\s*Plugin feed version\\s*:\\s*(\\d{1,17})", Pattern.MULTILINE);

    private FeedVersion feed = FeedVersion.UNKNOWN;
    private boolean pinged;
    private boolean dead;
    private boolean checked;
    private boolean unsure;
    private boolean saysYes;
    private boolean saysNo;

    /** Whether the output of this check is needed, wanted by the sink or not. */
    static boolean needsOutputOf(String checkId) {
        return TELLING.contains(checkId);
    }

    void saw(String checkId) {
        boolean ping = checkId.equals(PING);
        pinged |= ping;
        checked |= !ping;
    }

    /** A result could not be understood: what was left out may be what seems to be gone. */
    void leftOut() {
        unsure = true;
    }

    void heard(String checkId, String output) {
        if (checkId.equals(PING)) {
            dead |= output.contains("considered as dead");
        } else if (checkId.equals(SCAN_INFORMATION)) {
            Matcher line = CREDENTIALED.matcher(output);
            if (line.find()) {
                logOn(line.group(1).equalsIgnoreCase("yes"));
            }
            Matcher version = FEED.matcher(output);
            if (version.find()) {
                feed = FeedVersion.of(version.group(1));
            }
        }
    }

    void logOn(boolean worked) {
        saysYes |= worked;
        saysNo |= !worked;
    }

    ScannedHost.Contact contact(boolean ended) {
        if (dead || (pinged && !checked)) {
            return ScannedHost.Contact.ONLY_PINGED;
        }
        return checked && ended && !unsure ? ScannedHost.Contact.CHECKED : ScannedHost.Contact.LISTED;
    }

    FeedVersion feed() {
        return feed;
    }

    ScannedHost.Credentials credentials() {
        if (saysNo) {
            return ScannedHost.Credentials.DENIED;
        }
        return saysYes ? ScannedHost.Credentials.PROVEN : ScannedHost.Credentials.UNKNOWN;
    }
}
