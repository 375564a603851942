package dev.rehearsal.access;

import dev.rehearsal.access.store.AccountStore;
import dev.rehearsal.access.store.IdentityStore;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.access.store.PersonStore;
import dev.rehearsal.access.store.TokenStore;
import dev.rehearsal.ledger.Write;
import org.springframework.stereotype.Component;

/** Lets people begin and end, so that nothing of somebody who has gone passes to the next of that name. */
@Component
class Departures {

    private final PersonStore persons;
    private final PeopleStore people;
    private final TokenStore tokens;
    private final AccountStore accounts;
    private final IdentityStore identities;
    private final SecurityEvents events;

    Departures(
            PersonStore persons,
            PeopleStore people,
            TokenStore tokens,
            AccountStore accounts,
            IdentityStore identities,
            SecurityEvents events) {
        this.persons = persons;
        this.people = people;
        this.tokens = tokens;
        this.accounts = accounts;
        this.identities = identities;
        this.events = events;
    }

    /** Whoever was somebody elsewhere may have had a way in there, and lost it: their name alone lets nobody in here. */
    void begin(Write write, Person person) {
        if (person.isKnown()) {
            persons.begin(write, person.name(), person.id());
            if (!person.id().equals(PersonId.NONE)) {
                identities.insertFormer(write, person.id());
            }
        }
    }

    void importGone(Write write, PersonId gone, String name) {
        persons.insertGone(write, gone, name);
    }

    /** Revokes the tokens, and removes password and roles; a session ends because its person is nobody's any more. */
    void end(Write write, Person person) {
        person.sortedRoles().forEach(role -> people.removeRole(write, person.name(), role));
        int ended = tokens.revokeAll(write, person.id());
        if (ended > 0) {
            events.note(write, SecurityEvent.Kind.TOKENS_ENDED, person.name(), String.valueOf(ended));
        }
        accounts.delete(person.name());
        persons.end(write, person.id());
    }
}
