package io.closeout.web.people;

import io.closeout.access.ApiToken;
import io.closeout.access.ApiTokens;
import io.closeout.access.CurrentActor;
import io.closeout.access.IssuedToken;
import io.closeout.access.TokenScope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's own API tokens. Making and revoking needs a session: a token cannot make another. */
@RestController
@RequestMapping("/api/tokens")
class TokensApi {

    private final ApiTokens tokens;
    private final CurrentActor currentActor;

    TokensApi(ApiTokens tokens, CurrentActor currentActor) {
        this.tokens = tokens;
        this.currentActor = currentActor;
    }

    /** @param secret only in the answer to its creation */
    record TokenView(
            long id,
            String name,
            List<String> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt,
            @Nullable String secret) {

        static TokenView of(ApiToken token, @Nullable String secret) {
            List<String> scopes = token.scopes().stream().map(TokenScope::id).toList();
            return new TokenView(
                    token.id(),
                    token.name(),
                    scopes,
                    token.createdAt(),
                    token.expiresAt(),
                    token.revokedAt(),
                    token.lastUsedAt(),
                    secret);
        }
    }

    record TokenList(List<TokenView> items) {}

    @GetMapping
    TokenList list() {
        return new TokenList(tokens.of(currentActor.get("api").id()).stream()
                .map(token -> TokenView.of(token, null))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TokenView create(@RequestBody TokenForm wanted) {
        IssuedToken issued = tokens.create(wanted.token(), currentActor.get("api"));
        return TokenView.of(issued.token(), issued.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id) {
        tokens.revoke(id, currentActor.get("api"));
    }
}
