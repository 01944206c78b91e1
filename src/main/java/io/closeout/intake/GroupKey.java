package io.closeout.intake;

import io.closeout.policy.GroupBy;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the findings of one item have in common, as it is stored: {@code CVE:CVE-2021-44228}, {@code ASSET_GROUP:servers} … */
final class GroupKey {

    private GroupKey() {}

    /** @return empty where there is nothing to have in common */
    static Optional<String> of(GroupBy by, @Nullable String common) {
        return Optional.ofNullable(common)
                .filter(text -> !text.isBlank())
                .map(text -> by + ":" + (by == GroupBy.CVE ? text : text.toLowerCase(Locale.ROOT)));
    }

    /** @param leading title of the gravest weakness */
    static String title(String key, String leading) {
        int colon = key.indexOf(':');
        String common = key.substring(colon + 1);
        return switch (GroupBy.valueOf(key.substring(0, colon))) {
            case WEAKNESS -> leading;
            case CVE -> leading.contains(common) ? leading : common + ": " + leading;
            case ASSET_GROUP -> "Weaknesses of the asset group " + common;
            case OWNER -> "Weaknesses of assets that " + common + " owns";
        };
    }
}
