package dev.rehearsal.access;

import dev.rehearsal.access.store.AccountStore;
import dev.rehearsal.access.store.TokenStore;
import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Knows who can no longer come in although somebody waits for them. */
@Component
class Lockouts {

    private final People people;
    private final TokenStore tokens;
    private final AccountStore accounts;
    private final RoleSupply supply;

    Lockouts(People people, TokenStore tokens, AccountStore accounts, RoleSupply supply) {
        this.people = people;
        this.tokens = tokens;
        this.accounts = accounts;
        this.supply = supply;
    }

    /** Returns a sentence for each role that is needed of somebody who has neither a password nor a token left. */
    List<String> warnings(Instant now, String name) {
        Person person = people.find(new Actor(name));
        boolean comesIn = accounts.find(name).isPresent()
                || tokens.of(name).stream()
                        .anyMatch(token ->
                                token.personId().equals(person.id()) && !token.isRevoked() && !token.isExpired(now));
        return comesIn
                ? List.of()
                : person.sortedRoles().stream()
                        .filter(supply::isNeeded)
                        .map(role ->
                                "%s has neither a password nor a token left, and holds the role '%s', which is needed"
                                        .formatted(name, role))
                        .toList();
    }
}
