package io.closeout.threat;

import io.closeout.policy.ExploitedRule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What BOD 26-04 says of one CVE of an item.
 *
 * @param date the last day that is in time; null where the directive says "on system upgrade"
 * @param source where the date comes from, as shown beside it
 */
public record Verdict(
        String cve,
        boolean listed,
        ExploitedRule rule,
        @Nullable LocalDate date,
        String source) {}
