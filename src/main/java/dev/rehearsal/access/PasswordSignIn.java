package dev.rehearsal.access;

import dev.rehearsal.access.FailedSignIns.Attempt;
import dev.rehearsal.access.store.SecurityEventStore;
import dev.rehearsal.ledger.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs people in who know their password; the principal of their session is an {@link Actor}. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    /** How long a network counts as one from which somebody signs in. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final Accounts accounts;
    private final People people;
    private final FailedSignIns failures;
    private final SecurityEventStore networks;
    private final FailureNotes notes;
    private final SecurityEvents events;
    private final OidcOptions issuer;
    private final Clock clock;

    PasswordSignIn(
            Accounts accounts,
            People people,
            FailedSignIns failures,
            SecurityEventStore networks,
            FailureNotes notes,
            SecurityEvents events,
            OidcOptions issuer,
            Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.failures = failures;
        this.networks = networks;
        this.notes = notes;
        this.events = events;
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        if (!issuer.hasPasswords()) {
            throw new DisabledException("Passwords are not for signing in here: sign in through the issuer.");
        }
        String name = claim.getName();
        String password = claim.getCredentials() instanceof String text ? text : "";
        String address =
                claim.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        Instant now = clock.instant();
        String network = Network.of(address);
        Attempt attempt = new Attempt(name, network, networks.isKnown(name, network, now.minus(REMEMBERED)));
        Optional<Duration> wait = failures.count(attempt);
        if (wait.isPresent()) {
            notes.delayed(address);
            throw new TooManyFailuresException(wait.get());
        }
        Actor actor = new Actor(name);
        if (!accounts.isPasswordOf(name, password)) {
            notes.failed(people.find(actor), address);
            throw new BadCredentialsException("There is no such name with such a password.");
        }
        failures.forgive(attempt);
        Person person = people.find(actor);
        if (!person.isKnown()) {
            throw new WithoutPermissionException(name);
        }
        networks.remember(person.id(), network, now, now.minus(REMEMBERED));
        events.note(SecurityEvent.Kind.SIGNED_IN, actor, null, address);
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of());
        signedIn.setDetails(accounts.begin(actor, now));
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
