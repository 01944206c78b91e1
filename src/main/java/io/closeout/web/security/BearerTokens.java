package io.closeout.web.security;

import io.closeout.access.ApiTokens;
import io.closeout.access.TokenAuthentication;
import io.closeout.web.failure.Denials;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@code Authorization: Bearer <token>}. A request with such a header stands and falls with it: a session that comes
 * along is not looked at, and so the CSRF check may be left out.
 */
class BearerTokens extends OncePerRequestFilter {

    private static final String PREFIX = "Bearer ";

    private final ApiTokens tokens;
    private final Denials denials;

    BearerTokens(ApiTokens tokens, Denials denials) {
        this.tokens = tokens;
        this.denials = denials;
    }

    static boolean areIn(HttpServletRequest request) {
        return secret(request).isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> secret = secret(request);
        if (secret.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<TokenAuthentication> holder = secret.flatMap(tokens::authenticate);
        if (holder.isEmpty()) {
            denials.unauthenticatedProgram()
                    .commence(request, response, new BadCredentialsException("Unknown or expired token"));
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(holder.get()));
        chain.doFilter(request, response);
    }

    private static Optional<String> secret(HttpServletRequest request) {
        @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return Optional.ofNullable(header)
                .filter(given -> given.regionMatches(true, 0, PREFIX, 0, PREFIX.length()))
                .map(given -> given.substring(PREFIX.length()).trim());
    }
}
