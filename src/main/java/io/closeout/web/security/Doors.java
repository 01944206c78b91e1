package io.closeout.web.security;

import io.closeout.access.ApiTokens;
import io.closeout.access.Group;
import io.closeout.access.Organization;
import io.closeout.access.People;
import io.closeout.web.failure.Denials;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The four doors. Paths are always matched as {@link PathPatternRequestMatcher}: a plain string would match Spring MVC's
 * paths only, and let requests to the engine's REST interface fall through to the next chain.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableMethodSecurity
class Doors {

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    /** Without sign-in. */
    private static final List<String> OPEN = List.of(
            "/webjars/**",
            "/css/**",
            "/js/**",
            "/favicon.svg",
            "/sign-in",
            "/set-up",
            "/password",
            "/error",
            "/actuator/health/**");

    /** Style and script come from files of ours only; Bootstrap's icons are data addresses. */
    private static final String PAGES_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private final Denials denials;
    private final BearerTokens bearerTokens;
    private final SessionLimits sessionLimits;
    private final NotSetUpYet notSetUpYet;

    Doors(
            Denials denials,
            ApiTokens tokens,
            People people,
            Organization organization,
            Clock clock,
            @Value("${closeout.session.longest:12h}") Duration longestSession) {
        this.denials = denials;
        this.bearerTokens = new BearerTokens(tokens, denials);
        this.sessionLimits = new SessionLimits(people, clock, longestSession);
        this.notSetUpYet = new NotSetUpYet(organization, OPEN);
    }

    /** The engine's REST interface: tokens of analysts and administrators; no session opens it. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRestDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher(PATHS.matcher("/engine-rest/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access(AuthorizationManagers.allOf(
                                AuthorityAuthorizationManager.hasAnyAuthority(
                                        Group.PROCESS_ANALYST.id(), Group.CAMUNDA_ADMIN.id()),
                                new ScopeTable())))
                .addFilterBefore(notSetUpYet, CsrfFilter.class)
                .addFilterBefore(bearerTokens, CsrfFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(denials.unauthenticatedProgram())
                        .accessDeniedHandler(denials.deniedProgram()))
                .headers(Doors::forPrograms)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Our own API: the session of whoever sits at a page, or a token. */
    @Bean
    @Order(2)
    SecurityFilterChain apiDoor(HttpSecurity http) throws Exception {
        return http.securityMatchers(paths -> paths.requestMatchers(
                        PATHS.matcher("/api/**"), PATHS.matcher("/v3/api-docs/**"), PATHS.matcher("/v3/api-docs.yaml")))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(new ScopeTable()))
                .addFilterBefore(notSetUpYet, CsrfFilter.class)
                .addFilterBefore(bearerTokens, CsrfFilter.class)
                .addFilterBefore(sessionLimits, CsrfFilter.class)
                .csrf(csrf -> csrf.ignoringRequestMatchers(BearerTokens::areIn))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(denials.unauthenticatedProgram())
                        .accessDeniedHandler(denials.deniedProgram()))
                .headers(Doors::forPrograms)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /**
     * Tasklist, Cockpit and Admin by the session of the pages. Their own filters guard against forged requests and set
     * their content policy. Making a first administrator and signing in with a password alone are closed for everybody:
     * CVE-2026-77226, and a way around our sign-in.
     */
    @Bean
    @Order(3)
    SecurityFilterChain engineWebappsDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher(PATHS.matcher("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                PATHS.matcher("/camunda/api/*/setup/**"),
                                PATHS.matcher("/camunda/app/*/*/setup/**"),
                                PATHS.matcher("/camunda/api/*/auth/user/*/login/**"))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(notSetUpYet, CsrfFilter.class)
                .addFilterBefore(sessionLimits, CsrfFilter.class)
                .csrf(csrf -> csrf.ignoringRequestMatchers(
                        PATHS.matcher("/camunda/api/**"), PATHS.matcher("/camunda/app/**")))
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), PATHS.matcher("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"), AnyRequestMatcher.INSTANCE)
                        .accessDeniedHandler(denials.deniedPage()))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .requestCache(Doors::rememberPages)
                .build();
    }

    /** Everything else: our pages. */
    @Bean
    @Order(4)
    SecurityFilterChain pagesDoor(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                OPEN.stream().map(PATHS::matcher).toArray(RequestMatcher[]::new))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(notSetUpYet, CsrfFilter.class)
                .addFilterBefore(sessionLimits, CsrfFilter.class)
                .formLogin(form ->
                        form.loginPage("/sign-in").usernameParameter("id").failureUrl("/sign-in?refused"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .sessionManagement(session -> session.sessionFixation(SessionFixationConfigurer::newSession))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(denials.deniedPage()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(PAGES_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")))
                .requestCache(Doors::rememberPages)
                .build();
    }

    private static void forPrograms(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"));
    }

    /** Where to go on after the sign-in: to a page that somebody asked for, not to what its scripts called meanwhile. */
    private static void rememberPages(RequestCacheConfigurer<HttpSecurity> remembered) {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE));
        remembered.requestCache(cache);
    }
}
