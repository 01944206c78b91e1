package io.closeout.register;

import io.closeout.access.Group;
import io.closeout.policy.Criticality;
import io.closeout.shared.Refused;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people say of an asset. Whole: what is left out of an edit is filled in from the asset first.
 *
 * @param ownerGroup id of a group that remediates; null for none
 * @param assetGroup what it is counted among, such as {@code Servers}; null for none
 */
public record AssetChange(
        String name,
        Criticality criticality,
        boolean publiclyExposed,
        @Nullable String ownerGroup,
        @Nullable String assetGroup) {

    /** Groups whose people may plan and remediate. */
    public static final List<Group> OWNERS = List.of(Group.REMEDIATOR, Group.ISSM);

    public AssetChange {
        name = name.strip();
        ownerGroup = ownerGroup == null || ownerGroup.isBlank() ? null : ownerGroup.strip();
        assetGroup = assetGroup == null || assetGroup.isBlank() ? null : assetGroup.strip();
        if (name.isEmpty() || name.length() > 255) {
            throw Refused.because("An asset needs a name of at most 255 characters.");
        }
        if (assetGroup != null && assetGroup.length() > 64) {
            throw Refused.because("The name of an asset group has at most 64 characters.");
        }
        if (ownerGroup != null
                && Group.withId(ownerGroup).filter(OWNERS::contains).isEmpty()) {
            throw Refused.because("No group \"" + ownerGroup + "\" can own assets. Use one of: "
                    + OWNERS.stream().map(Group::id).collect(Collectors.joining(", ")) + ".");
        }
    }

    static AssetChange none(Asset asset) {
        return new AssetChange(
                asset.name(), asset.criticality(), asset.publiclyExposed(), asset.ownerGroup(), asset.assetGroup());
    }
}
