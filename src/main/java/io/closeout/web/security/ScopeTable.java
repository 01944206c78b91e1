package io.closeout.web.security;

import static io.closeout.access.TokenScope.EXPORT;
import static io.closeout.access.TokenScope.IMPORT;
import static io.closeout.access.TokenScope.READ;
import static io.closeout.access.TokenScope.WORK;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.closeout.access.TokenAuthentication;
import io.closeout.access.TokenScope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which scope of a token opens what; the first row that fits decides. Signed-in people need no scope. What the person
 * may do is asked again by each service.
 */
class ScopeTable implements AuthorizationManager<RequestAuthorizationContext> {

    private static final List<Row> ROWS = List.of(
            row(POST, "/api/scans", IMPORT),
            row(POST, "/api/findings", IMPORT),
            row(POST, "/api/poam-workbooks", IMPORT),
            row(POST, "/api/threat-feeds", IMPORT),
            row(GET, "/api/scans/*", IMPORT, READ),
            row(GET, "/api/poam-workbooks/*", IMPORT, READ),
            row(GET, "/api/exports/**", EXPORT),
            row(GET, "/api/ledger/export", EXPORT),
            row(GET, "/api/**", READ),
            row(GET, "/v3/api-docs/**", READ),
            // a token that leaked must not be able to outlive itself in a new one
            row(null, "/api/tokens/**"),
            row(null, "/api/**", WORK),
            row(null, "/engine-rest/**", WORK));

    private record Row(RequestMatcher matcher, List<TokenScope> anyOf) {}

    @Override
    public AuthorizationDecision check(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        Authentication who = authentication.get();
        return new AuthorizationDecision(
                who instanceof TokenAuthentication token
                        ? isOpenTo(token, context.getRequest())
                        : !(who instanceof AnonymousAuthenticationToken) && who.isAuthenticated());
    }

    private static boolean isOpenTo(TokenAuthentication token, HttpServletRequest request) {
        return ROWS.stream()
                .filter(row -> row.matcher().matches(request))
                .findFirst()
                .filter(row -> row.anyOf().stream().anyMatch(token::allows))
                .isPresent();
    }

    private static Row row(@Nullable HttpMethod method, String pattern, TokenScope... anyOf) {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return new Row(method == null ? paths.matcher(pattern) : paths.matcher(method, pattern), Arrays.asList(anyOf));
    }
}
