package io.closeout.intake.parser.trivy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One rule is {@code DS002}, {@code AVD-DS-0002} or {@code DS-0002}, as the versions of Trivy go; the last is the newest. */
final class TrivyCheckId {

    private static final Pattern OLD = Pattern.compile("([A-Z]+)(\\d{1,4})");

    private TrivyCheckId() {}

    static String of(String id) {
        String bare = id.startsWith("AVD-") ? id.substring("AVD-".length()) : id;
        Matcher old = OLD.matcher(bare);
        return old.matches() ? old.group(1) + "-" + "0".repeat(4 - old.group(2).length()) + old.group(2) : bare;
    }
}
