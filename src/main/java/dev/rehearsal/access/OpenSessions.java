package dev.rehearsal.access;

import dev.rehearsal.access.store.AccountStore;
import dev.rehearsal.ledger.Actor;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whether the session of this thread is still good: its person may have lost everything, or have a new password. */
@Component
public class OpenSessions {

    private final People people;
    private final AccountStore accounts;
    private final Clock clock;

    OpenSessions(People people, AccountStore accounts, Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** True where nobody is signed in: there is nothing to end. */
    public boolean isStillGood() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Actor actor)) {
            return true;
        }
        return people.find(actor).isKnown() && !hasNewPassword(actor, authentication);
    }

    /** Whoever has just chosen a new password stays signed in here, and nowhere else. */
    public void renew() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof AbstractAuthenticationToken token) {
            token.setDetails(new SignedInSince(clock.instant()));
        }
    }

    private boolean hasNewPassword(Actor actor, Authentication authentication) {
        Instant changed = accounts.changedAt(actor.name()).orElse(Instant.MIN);
        return authentication.getDetails() instanceof SignedInSince since && changed.isAfter(since.moment());
    }
}
