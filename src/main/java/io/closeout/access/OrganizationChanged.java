package io.closeout.access;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Name or time zone changed. Announced within the transaction that changes it. */
public record OrganizationChanged(
        String nameBefore,
        String name,
        ZoneId zoneBefore,
        ZoneId zone,
        @Nullable String reason,
        Actor by) {

    public boolean isZoneMoved() {
        return !zone.equals(zoneBefore);
    }
}
