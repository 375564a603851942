package dev.rehearsal.access;

import dev.rehearsal.access.store.AccountStore;
import dev.rehearsal.access.store.AccountStore.Account;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Entry;
import dev.rehearsal.ledger.Journal;
import dev.rehearsal.ledger.Touches;
import dev.rehearsal.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** With what people sign in to the screens. */
@Service
public class Accounts {

    /** Characters. */
    public static final int SHORTEST_PASSWORD = 12;

    /** Bytes of UTF-8: bcrypt looks no further. */
    public static final int LONGEST_PASSWORD = 72;

    private static final int STRENGTH = 11;

    /** Hashes a random password that nobody has kept: checking a name that there is not takes as long as any other. */
    private static final String OF_NOBODY = "{bcrypt}$2a$11$IR44zPiapn6zcWcakvYPU.YR42wkH41uhTU27Dl3xyr8L4N1PvFQa";

    private final AccountStore store;
    private final Journal journal;
    private final Access access;
    private final GrantPolicy policy;
    private final People people;
    private final SignedIn signedIn;
    private final DemoPeople demo;
    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));

    Accounts(
            AccountStore store,
            Journal journal,
            Access access,
            GrantPolicy policy,
            People people,
            SignedIn signedIn,
            DemoPeople demo) {
        this.store = store;
        this.journal = journal;
        this.access = access;
        this.policy = policy;
        this.people = people;
        this.signedIn = signedIn;
        this.demo = demo;
    }

    /**
     * Sets one's own password; or that of others, with what granting all that they have needs. An API token sets none.
     *
     * @throws RefusedException if it is too short or too long, or its person has no permission yet
     */
    public void setPassword(Actor by, String person, String password) {
        requireToSet(by, person);
        // Takes a while, which other writers shall not wait for.
        PasswordHash hash = hash(password);
        journal.write(by, Touches.QUEUE, entry -> {
            requireToSet(by, person);
            setPassword(entry, person, hash);
            return person;
        });
    }

    /** @throws RefusedException if the password is too short or too long */
    public PasswordHash hash(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            throw RefusedException.invalid("password", "must have at least %d characters".formatted(SHORTEST_PASSWORD));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
            throw RefusedException.invalid("password", "may have at most %d bytes".formatted(LONGEST_PASSWORD));
        }
        return new PasswordHash(Objects.requireNonNull(encoder.encode(password)));
    }

    /**
     * Sets a password as part of a larger write, which has asked who may.
     *
     * @throws RefusedException if its person has no permission yet
     */
    public void setPassword(Entry entry, String person, PasswordHash hash) {
        store.put(entry, checkedOwner(person).id(), person, hash);
    }

    /** Sets a password that a change set has approved. */
    void setApproved(Entry entry, String person, PasswordHash hash) {
        refuseApiToken(entry.by());
        setPassword(entry, person, hash);
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
        journal.write(by, Touches.QUEUE, entry -> {
            access.require(by, Deed.onPeople(Action.CREATE));
            Credential password = store.find(person)
                    .map(Account::credential)
                    .orElseThrow(() -> RefusedException.notFound(person + " has no password"));
            policy.requireToConfirm(by, person, password.givenBy());
            store.confirm(entry, password.id());
            return person;
        });
    }

    /** Whether somebody can sign in with a password: one is replaced, and none is taken away as long as the person is there. */
    boolean hadPassword(String person) {
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

    /** Takes as long for a name that there is not. */
    boolean isPasswordOf(String person, String password) {
        return demo.isPasswordOf(person, password)
                || encoder.matches(
                        password,
                        store.find(person).map(known -> known.hash().text()).orElse(OF_NOBODY));
    }

    private void requireToSet(Actor by, String person) {
        policy.requireToEquip(by, Action.MODIFY, people.find(new Actor(person)), "password");
        refuseApiToken(by);
    }

    private void refuseApiToken(Actor by) {
        if (signedIn.credentialOf(by).filter(Credential::isMintedToken).isPresent()) {
            throw RefusedException.forbidden("an API token sets no password: sign in to the screens to set one");
        }
    }
}
