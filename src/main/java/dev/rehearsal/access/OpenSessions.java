package dev.rehearsal.access;

import dev.rehearsal.access.store.AccountStore;
import dev.rehearsal.access.store.IdentityStore;
import dev.rehearsal.ledger.Actor;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Tells whether a session is still good: its person may have lost everything, have a new password, or not be bound to
 * the issuer any more; and none is good for longer than {@link #LONGEST}.
 */
@Component
public class OpenSessions {

    /** How long a session goes on after its person has shown that they know their password. */
    public static final Duration LONGEST = Duration.ofHours(12);

    private final People people;
    private final Accounts accounts;
    private final AccountStore store;
    private final IdentityStore identities;
    private final Clock clock;

    OpenSessions(People people, Accounts accounts, AccountStore store, IdentityStore identities, Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.store = store;
        this.identities = identities;
        this.clock = clock;
    }

    /** True where nobody is signed in: there is nothing to end. */
    public boolean isStillGood() {
        return isStillGood(SecurityContextHolder.getContext().getAuthentication());
    }

    /** @param authentication null where nobody is signed in */
    public boolean isStillGood(@Nullable Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof Actor actor)) {
            return true;
        }
        Person person = people.find(actor);
        return person.isKnown()
                && (!(authentication.getDetails() instanceof ScreenSession session)
                        || (session.person().equals(person.id()) && !isOver(session) && isPresent(actor, session)));
    }

    /** Whoever has just chosen a new password stays signed in here, and nowhere else. */
    public void renew() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof AbstractAuthenticationToken token
                && token.getPrincipal() instanceof Actor actor
                && !(token.getDetails() instanceof IssuerSession)) {
            token.setDetails(accounts.begin(actor, clock.instant()));
        }
    }

    private boolean isOver(ScreenSession session) {
        return !clock.instant().isBefore(session.since().plus(LONGEST));
    }

    private boolean isPresent(Actor actor, ScreenSession session) {
        return switch (session) {
            case PasswordSession begun -> isPresent(actor, begun);
            case IssuerSession begun -> identities.isLive(begun.credential().id());
        };
    }

    /** Whether the password that the session began with is still that of its person; of one that is configured: none was set since. */
    private boolean isPresent(Actor actor, PasswordSession session) {
        Credential begun = session.credential();
        Credential present =
                store.find(actor.name()).map(AccountStore.Account::credential).orElse(null);
        return begun.id() == 0
                ? present == null || !present.givenAt().isAfter(session.since())
                : present != null && present.id() == begun.id();
    }
}
