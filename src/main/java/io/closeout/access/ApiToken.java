package io.closeout.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A token as it is listed; its secret is known to its holder only. */
public record ApiToken(
        long id,
        String personId,
        String name,
        Set<TokenScope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    public boolean isLiveAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
