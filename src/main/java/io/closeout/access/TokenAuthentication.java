package io.closeout.access;

import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A request of a script: it acts as the token's person, within the token's scopes. */
public class TokenAuthentication extends AbstractAuthenticationToken {

    private final SignedIn holder;
    private final Set<TokenScope> scopes;

    TokenAuthentication(SignedIn holder, Set<TokenScope> scopes) {
        super(holder.getAuthorities());
        this.holder = holder;
        this.scopes = scopes;
        setAuthenticated(true);
    }

    public boolean allows(TokenScope scope) {
        return scopes.contains(scope);
    }

    @Override
    public SignedIn getPrincipal() {
        return holder;
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
