package io.closeout.web.security;

import io.closeout.access.Organization;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Until somebody has followed the console's link, there is nothing but the set-up. */
class NotSetUpYet extends OncePerRequestFilter {

    private final Organization organization;
    private final RequestMatcher open;

    NotSetUpYet(Organization organization, List<String> open) {
        this.organization = organization;
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        this.open = new OrRequestMatcher(
                open.stream().<RequestMatcher>map(paths::matcher).toList());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (organization.isSetUp() || open.matches(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
