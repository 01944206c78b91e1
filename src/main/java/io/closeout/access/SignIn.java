package io.closeout.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Name and password. Whatever is wrong (name, password, disabled, paused), the answer and the work are the same, so that
 * nobody learns who has an account. Wrong passwords pause the account for longer and longer, never for good: a stranger
 * cannot lock anybody out for a day (NIST SP 800-63B section 3.2.2).
 */
@Component
class SignIn implements AuthenticationProvider {

    static final int FREE_ATTEMPTS = 4;
    static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String nobodysHash;

    SignIn(
            Accounts accounts,
            PasswordEncoder encoder,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.nobodysHash = encoder.encode(Secrets.next());
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String id = attempt.getName().trim().toLowerCase(Locale.ROOT);
        Optional<Account> account = accounts.find(id).filter(Account::hasPassword);
        boolean mayTry = account.filter(this::startsAttempt).isPresent();
        String hash = account.map(Account::passwordHash).orElse(nobodysHash);
        boolean matches = encoder.matches(PasswordRule.normal(String.valueOf(attempt.getCredentials())), hash);
        if (!mayTry
                || !matches
                || !account.map(Account::person).map(Person::enabled).orElse(false)) {
            account.filter(known -> mayTry).ifPresent(this::announcePause);
            throw new BadCredentialsException("Name or password is not right");
        }
        return signedIn(account.orElseThrow().person());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Counts the attempt before it is judged, so that many at once cannot slip past the pause. */
    private boolean startsAttempt(Account account) {
        return !account.isPausedAt(clock.instant())
                && accounts.countAttempt(account.person().id(), account.failedAttempts(), pausedUntil(account));
    }

    private void announcePause(Account account) {
        Instant until = pausedUntil(account);
        if (until != null) {
            SignInPaused paused = new SignInPaused(account.person().id(), account.failedAttempts() + 1, until);
            transaction.executeWithoutResult(tx -> events.publishEvent(paused));
        }
    }

    private @Nullable Instant pausedUntil(Account account) {
        return pauseAfter(account.failedAttempts() + 1)
                .map(clock.instant()::plus)
                .orElse(null);
    }

    static Optional<Duration> pauseAfter(int failedAttempts) {
        if (failedAttempts <= FREE_ATTEMPTS) {
            return Optional.empty();
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failedAttempts - FREE_ATTEMPTS - 1, 10));
        return Optional.of(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    private Authentication signedIn(Person person) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(tx -> {
            accounts.signedIn(person.id(), now);
            events.publishEvent(new PersonSignedIn(person, person.through("page")));
        });
        SignedIn principal = new SignedIn(person, now);
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
    }
}
