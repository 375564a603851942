package dev.rehearsal.access;

import dev.rehearsal.access.store.TokenStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.problem.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Keeps the tokens with which automation calls the API. A token acts as its person, and does what the person may. */
@Service
public class ApiTokens {

    /** How long a token is good of which nobody says how long it shall be. */
    public static final Duration USUAL_LIFE = Duration.ofDays(90);

    private static final int LONGEST_NAME = 100;

    private final TokenStore store;
    private final WriteLock writeLock;
    private final Access access;
    private final GrantPolicy policy;
    private final People people;
    private final Lockouts lockouts;
    private final MakerTokens makers;
    private final SecurityEvents events;

    ApiTokens(
            TokenStore store,
            WriteLock writeLock,
            Access access,
            GrantPolicy policy,
            People people,
            Lockouts lockouts,
            MakerTokens makers,
            SecurityEvents events) {
        this.store = store;
        this.writeLock = writeLock;
        this.access = access;
        this.policy = policy;
        this.people = people;
        this.lockouts = lockouts;
        this.makers = makers;
        this.events = events;
    }

    /**
     * Makes a token for oneself; or for others, with what granting all that they have needs. A token makes tokens for its
     * own person only, a few, which make none; none outlives it, neither its time nor that it is revoked.
     *
     * @param expiresAt null for never
     * @throws RefusedException if the person is unknown, or the token would not be good at all
     */
    public NewToken create(Actor by, String person, String name, TokenScope scope, @Nullable Instant expiresAt) {
        return writeLock.write(by, WriteKind.QUEUE, write -> {
            ApiToken maker = checkedMaker(write, by, person, scope);
            Instant latest = maker == null ? null : maker.expiresAt();
            if (latest != null && (expiresAt == null || expiresAt.isAfter(latest))) {
                throw RefusedException.invalid(
                        "expires_at", "must not be after %s, when the token that makes it expires".formatted(latest));
            }
            return mintToken(write, person, name, scope, expiresAt, maker);
        });
    }

    /** Makes a token that is good for {@link #USUAL_LIFE}, or for as long as the token that makes it. */
    public NewToken create(Actor by, String person, String name, TokenScope scope) {
        return writeLock.write(by, WriteKind.QUEUE, write -> {
            ApiToken maker = checkedMaker(write, by, person, scope);
            return mintToken(
                    write, person, name, scope, within(maker, write.at().plus(USUAL_LIFE)), maker);
        });
    }

    /**
     * Makes a token as part of a larger write, which has asked who may.
     *
     * @param expiresAt null for never
     * @throws RefusedException if the person is unknown, or the token would not be good at all
     */
    public NewToken mintToken(Write write, String person, String name, TokenScope scope, @Nullable Instant expiresAt) {
        return mintToken(write, person, name, scope, expiresAt, null);
    }

    private NewToken mintToken(
            Write write,
            String person,
            String name,
            TokenScope scope,
            @Nullable Instant expiresAt,
            @Nullable ApiToken maker) {
        Person owner = checkedOwner(person, name);
        if (expiresAt != null && !expiresAt.isAfter(write.at())) {
            throw RefusedException.invalid("expires_at", "must be a time to come");
        }
        String secret = TokenText.random();
        ApiToken token = store.insert(
                write,
                owner.id(),
                person,
                name,
                scope,
                expiresAt,
                TokenText.hash(secret),
                maker == null ? null : (Long) maker.id());
        note(write, SecurityEvent.Kind.TOKEN_MADE, token);
        return new NewToken(token, secret);
    }

    /** @throws RefusedException if the person is unknown, or nothing can be called this */
    Person checkedOwner(String person, String name) {
        PersonName.checked(person);
        Person owner = people.find(new Actor(person));
        if (!owner.isKnown()) {
            throw RefusedException.invalid(
                    "person", "%s has no permission yet, so a token could do nothing".formatted(person));
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw RefusedException.invalid("name", "must have 1 to " + LONGEST_NAME + " characters");
        }
        return owner;
    }

    /** Makes a token that a change set has approved. An API token collects none for others, and none that outlives it. */
    NewToken mintApproved(Write write, AskedToken asked) {
        ApiToken maker = makers.check(write, write.by(), asked.person(), asked.scope());
        Instant end = asked.expiresAt() == null ? write.at().plus(USUAL_LIFE) : Instant.ofEpochMilli(asked.expiresAt());
        return mintToken(write, asked.person(), asked.name(), asked.scope(), within(maker, end), maker);
    }

    private static Instant within(@Nullable ApiToken maker, Instant end) {
        Instant latest = maker == null ? null : maker.expiresAt();
        return latest != null && latest.isBefore(end) ? latest : end;
    }

    boolean hadToken(Person owner) {
        return store.of(owner.name()).stream()
                .anyMatch(token -> token.personId().equals(owner.id()));
    }

    /**
     * Confirms that the token shall be good.
     *
     * @throws RefusedException unless this is another holder of the permission than whoever made it, and not its person
     */
    public ApiToken confirm(Actor by, long id) {
        return writeLock.write(by, WriteKind.QUEUE, write -> {
            access.require(by, RequiredPermission.onPeople(Action.CREATE));
            ApiToken token = store.find(id).orElseThrow(() -> RefusedException.notFound("there is no token " + id));
            policy.requireToConfirm(by, token.person(), new Actor(token.createdBy()));
            store.confirm(write, id);
            note(write, SecurityEvent.Kind.TOKEN_CONFIRMED, token);
            return store.find(id).orElseThrow();
        });
    }

    /** Counts those that nobody has revoked. */
    public int count() {
        return store.count();
    }

    /** Also those that are expired or revoked; the latest first. */
    public List<ApiToken> of(Actor by, String person) {
        requireForOthers(by, person, Action.VIEW);
        return store.of(person);
    }

    /**
     * From now on nobody can use it. Does nothing to one that is revoked already.
     *
     * @return what cannot be met then
     */
    public List<String> revoke(Actor by, long id) {
        return writeLock.write(by, WriteKind.QUEUE, write -> {
            ApiToken token = store.find(id).orElse(null);
            if (token == null) {
                // Whoever may not look must not learn which ids there are.
                access.require(by, RequiredPermission.onPeople(Action.DELETE));
                throw RefusedException.notFound("there is no token " + id);
            }
            requireForOthers(by, token.person(), Action.DELETE);
            if (!token.isRevoked()) {
                store.revoke(write, id);
                note(write, SecurityEvent.Kind.TOKEN_REVOKED, token);
                return lockouts.warnings(write.at(), token.person());
            }
            return List.of();
        });
    }

    /**
     * Returns the token that asks for another; null where a person does.
     *
     * @throws RefusedException unless the token may be made
     */
    private @Nullable ApiToken checkedMaker(Write write, Actor by, String person, TokenScope scope) {
        policy.requireToEquip(by, Action.CREATE, people.find(new Actor(person)), "token");
        return makers.check(write, by, person, scope);
    }

    private void note(Write write, SecurityEvent.Kind kind, ApiToken token) {
        events.note(
                write,
                kind,
                token.person(),
                "%d %s (%s)".formatted(token.id(), token.name(), token.scope().wireName()));
    }

    private void requireForOthers(Actor by, String person, Action action) {
        if (!by.name().equals(person)) {
            access.require(by, RequiredPermission.onPeople(action));
        }
    }
}
