package dev.rehearsal.access;

import dev.rehearsal.access.store.AccountStore;
import dev.rehearsal.access.store.AccountStore.Account;
import dev.rehearsal.access.store.TokenStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.problem.RefusedException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Keeps the accounts with which people sign in to the screens. */
@Service
public class Accounts {

    /** Characters. */
    public static final int SHORTEST_PASSWORD = 12;

    /** Bytes of UTF-8: bcrypt looks no further. */
    public static final int LONGEST_PASSWORD = 72;

    private final AccountStore store;
    private final TokenStore tokens;
    private final WriteLock writeLock;
    private final Access access;
    private final GrantPolicy policy;
    private final People people;
    private final SignedIn signedIn;
    private final DemoPeople demo;
    private final SecurityEvents events;
    private final FailedSignIns failures;
    private final OidcOptions issuer;
    private final PasswordHashes hashes;

    Accounts(
            AccountStore store,
            TokenStore tokens,
            WriteLock writeLock,
            Access access,
            GrantPolicy policy,
            People people,
            SignedIn signedIn,
            DemoPeople demo,
            SecurityEvents events,
            FailedSignIns failures,
            OidcOptions issuer,
            PasswordHashes hashes) {
        this.store = store;
        this.tokens = tokens;
        this.writeLock = writeLock;
        this.access = access;
        this.policy = policy;
        this.people = people;
        this.signedIn = signedIn;
        this.demo = demo;
        this.events = events;
        this.failures = failures;
        this.issuer = issuer;
        this.hashes = hashes;
    }

    /**
     * Sets a first password of one's own; or that of others, with what granting all that they have needs, which ends their
     * tokens if it replaces one. An API token sets none.
     *
     * @throws RefusedException if it is too short, too long or common, if its person has no permission yet, or if it would
     *     replace one's own
     */
    public void setPassword(Actor by, String person, String password) {
        if (by.name().equals(person) && hadPassword(person)) {
            refuseApiToken(by);
            throw RefusedException.invalid("password", "is changed by whoever knows the present one: say that, too");
        }
        put(by, person, password);
    }

    /**
     * Changes one's own password.
     *
     * @throws RefusedException as for a first one, and unless this is the present one
     */
    public void changePassword(Actor by, String present, String password) {
        refuseApiToken(by);
        FailedSignIns.Attempt attempt = new FailedSignIns.Attempt(by.name(), "a session", true);
        Duration wait = failures.count(attempt).orElse(null);
        if (wait != null) {
            throw RefusedException.invalid(
                    "present_password", "was wrong too often: wait for %d s".formatted(TooMany.seconds(wait)));
        }
        if (!isPasswordOf(by.name(), present)) {
            throw RefusedException.invalid("present_password", "is not your password");
        }
        failures.forgive(attempt);
        put(by, by.name(), password);
    }

    private void put(Actor by, String person, String password) {
        requireToSet(by, person);
        // Takes a while, which other writers shall not wait for.
        PasswordHash hash = hash(password, person);
        writeLock.write(by, WriteKind.QUEUE, write -> {
            requireToSet(by, person);
            setPassword(write, person, hash);
            return person;
        });
    }

    /** @throws RefusedException if the password is too short, too long, or easily guessed for this person */
    public PasswordHash hash(String password, String person) {
        return hashes.make(password, person);
    }

    /**
     * Sets a password as part of a larger write, which has asked who may.
     *
     * @throws RefusedException if its person has no permission yet
     */
    public void setPassword(Write write, String person, PasswordHash hash) {
        setPassword(write, person, hash, write.by());
    }

    /** Sets a password that a change set has approved, for which this one has asked. */
    void setApproved(Write write, String person, PasswordHash hash, Actor askedBy) {
        refuseApiToken(write.by());
        setPassword(write, person, hash, askedBy);
    }

    /** Whoever resets the password of somebody else ends what that person, or a thief, has come in with so far. */
    private void setPassword(Write write, String person, PasswordHash hash, Actor setBy) {
        PersonId owner = checkedOwner(person).id();
        boolean reset = !setBy.name().equals(person) && hadPassword(person);
        store.put(write, owner, person, hash);
        events.note(write, SecurityEvent.Kind.PASSWORD_SET, person, null);
        int ended = reset ? tokens.revokeAll(write, owner) : 0;
        if (ended > 0) {
            events.note(write, SecurityEvent.Kind.TOKENS_ENDED, person, String.valueOf(ended));
        }
    }

    /** @throws RefusedException if the person has no permission yet */
    Person checkedOwner(String person) {
        PersonName.checked(person);
        Person owner = people.find(new Actor(person));
        if (!owner.isKnown()) {
            throw RefusedException.invalid(
                    "", "a password is for somebody with a permission: %s has none yet".formatted(person));
        }
        return owner;
    }

    /**
     * Confirms that the password shall be good.
     *
     * @throws RefusedException unless this is another holder of the permission than whoever set it, and not its person
     */
    public void confirm(Actor by, String person) {
        writeLock.write(by, WriteKind.QUEUE, write -> {
            access.require(by, RequiredPermission.onPeople(Action.CREATE));
            Credential password = store.find(person)
                    .map(Account::credential)
                    .orElseThrow(() -> RefusedException.notFound(person + " has no password"));
            policy.requireToConfirm(by, person, password.givenBy());
            store.confirm(write, password.id());
            events.note(write, SecurityEvent.Kind.PASSWORD_CONFIRMED, person, null);
            return person;
        });
    }

    /** Whether people sign in with passwords at all. */
    public boolean areInUse() {
        return issuer.hasPasswords();
    }

    /** Whether somebody can sign in with a password: one is replaced, and none is taken away as long as the person is there. */
    public boolean hadPassword(String person) {
        return hasPassword(person) || isConfigured(person);
    }

    /** Whether the configuration says a password, as that of the demo does. */
    public boolean isConfigured(String person) {
        return demo.passwords().containsKey(person);
    }

    public boolean hasPassword(String person) {
        return store.find(person).isPresent();
    }

    /** Returns what a session begins with whose person has just shown that they know their password. */
    PasswordSession begin(Actor actor, Instant now) {
        Credential credential = store.find(actor.name())
                .map(Account::credential)
                .orElseGet(() -> Credential.configured(Credential.Kind.PASSWORD, actor));
        return new PasswordSession(people.find(actor).id(), now, credential);
    }

    /** Takes as long for a name that there is not, and for what is longer than a password can be. */
    boolean isPasswordOf(String person, String password) {
        PasswordHash hash = store.find(person).map(Account::hash).orElse(null);
        boolean matches = hashes.areSame(password, hash);
        return matches || demo.isPasswordOf(person, password);
    }

    private void requireToSet(Actor by, String person) {
        if (!issuer.hasPasswords()) {
            throw RefusedException.invalid("password", "is of no use: people sign in through the issuer only");
        }
        policy.requireToEquip(by, Action.MODIFY, people.find(new Actor(person)), "password");
        refuseApiToken(by);
    }

    private void refuseApiToken(Actor by) {
        if (signedIn.credentialOf(by).filter(Credential::isOfApi).isPresent()) {
            throw RefusedException.forbidden("an API token sets no password: sign in to the screens to set one");
        }
    }
}
