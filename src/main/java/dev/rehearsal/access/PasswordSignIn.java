package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs people in who know their password; the principal of their session is an {@link Actor}. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final People people;
    private final FailedSignIns failures;
    private final Clock clock;

    PasswordSignIn(Accounts accounts, People people, FailedSignIns failures, Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.failures = failures;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password = attempt.getCredentials() instanceof String text ? text : "";
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        Optional<Duration> wait = failures.count(name, address);
        if (wait.isPresent()) {
            throw new TooManyFailuresException(wait.get());
        }
        if (!accounts.isPasswordOf(name, password)) {
            throw new BadCredentialsException("There is no such name with such a password.");
        }
        failures.forgive(name, address);
        Actor actor = new Actor(name);
        if (!people.find(actor).isKnown()) {
            throw new WithoutPermissionException(name);
        }
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of());
        signedIn.setDetails(accounts.begin(actor, clock.instant()));
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
