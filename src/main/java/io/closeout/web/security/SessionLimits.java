package io.closeout.web.security;

import io.closeout.access.People;
import io.closeout.access.SignedIn;
import io.closeout.access.TokenAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that lasts too long, or whose person has left, changed groups or has a new password since. Stands
 * before the CSRF check, which would read a whole upload to find its token: strangers do not get that far.
 */
class SessionLimits extends OncePerRequestFilter {

    private final People people;
    private final Clock clock;
    private final Duration longest;

    SessionLimits(People people, Clock clock, Duration longest) {
        this.people = people;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && !(who instanceof TokenAuthentication) && !mayStay(who)) {
            new SecurityContextLogoutHandler().logout(request, response, who);
            who = null;
        }
        if (who == null && isUpload(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean mayStay(Authentication who) {
        return who.getPrincipal() instanceof SignedIn signedIn
                && clock.instant().isBefore(signedIn.since().plus(longest))
                && people.isStillEntitled(signedIn);
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }
}
