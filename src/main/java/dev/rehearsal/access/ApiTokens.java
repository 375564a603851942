package dev.rehearsal.access;

import dev.rehearsal.access.store.TokenStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Journal;
import dev.rehearsal.ledger.Touches;
import dev.rehearsal.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** With what automation calls the API. A token acts as its person, and does what the person may. */
@Service
public class ApiTokens {

    private static final int LONGEST_NAME = 100;

    private final TokenStore store;
    private final Journal journal;
    private final Access access;
    private final People people;
    private final BootstrapToken bootstrap;
    private final Clock clock;

    ApiTokens(TokenStore store, Journal journal, Access access, People people, BootstrapToken bootstrap, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.access = access;
        this.people = people;
        this.bootstrap = bootstrap;
        this.clock = clock;
    }

    /**
     * For oneself, or for others with a permission.
     *
     * @param expiresAt null for never
     * @throws RefusedException if the person is unknown, or the token would not be good at all
     */
    public NewToken create(Actor by, String person, String name, TokenScope scope, @Nullable Instant expiresAt) {
        String secret = TokenText.random();
        return journal.write(by, Touches.QUEUE, entry -> {
            requireForOthers(by, person, Action.CREATE);
            PersonName.checked(person);
            if (!people.find(new Actor(person)).isKnown()) {
                throw RefusedException.invalid(
                        "person", "%s has no permission yet, so a token could do nothing".formatted(person));
            }
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw RefusedException.invalid("name", "must have 1 to " + LONGEST_NAME + " characters");
            }
            if (expiresAt != null && !expiresAt.isAfter(entry.at())) {
                throw RefusedException.invalid("expires_at", "must be a time to come");
            }
            return new NewToken(store.insert(entry, person, name, scope, expiresAt, TokenText.hash(secret)), secret);
        });
    }

    /** Also those that are expired or revoked; the latest first. */
    public List<ApiToken> of(Actor by, String person) {
        requireForOthers(by, person, Action.VIEW);
        return store.of(person);
    }

    /** From now on nobody can use it. Does nothing to one that is revoked already. */
    public void revoke(Actor by, long id) {
        journal.write(by, Touches.QUEUE, entry -> {
            ApiToken token = store.find(id).orElse(null);
            if (token == null) {
                // Whoever may not look must not learn which ids there are.
                access.require(by, Deed.onPeople(Action.DELETE));
                throw RefusedException.notFound("there is no token " + id);
            }
            requireForOthers(by, token.person(), Action.DELETE);
            if (!token.isRevoked()) {
                store.revoke(entry, id);
            }
            return id;
        });
    }

    /** Who it is that presents this text. */
    Bearer recognise(String secret) {
        if (bootstrap.holderOf(secret).orElse(null) instanceof Actor holder) {
            return new Bearer.Known(holder, TokenScope.WRITE, "bootstrap");
        }
        String hash = TokenText.hash(secret);
        TokenStore.Hashed found = store.byHash(hash).orElse(null);
        if (found == null || !same(found.hash(), hash)) {
            return new Bearer.Rejected("This API token is not known here.");
        }
        ApiToken token = found.token();
        if (token.isRevoked()) {
            return new Bearer.Rejected("This API token was revoked.");
        }
        if (token.isExpired(clock.instant())) {
            return new Bearer.Rejected("This API token has expired: make another one.");
        }
        Actor actor = new Actor(token.person());
        return people.find(actor).isKnown()
                ? new Bearer.Known(actor, token.scope(), "token " + token.id())
                : new Bearer.Unknown(actor);
    }

    private void requireForOthers(Actor by, String person, Action action) {
        if (!by.name().equals(person)) {
            access.require(by, Deed.onPeople(action));
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
