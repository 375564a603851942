package dev.rehearsal.access;

import dev.rehearsal.access.store.AccountStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Journal;
import dev.rehearsal.ledger.Touches;
import dev.rehearsal.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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

    /** Of a random password that nobody has kept: checking a name that there is not takes as long as any other. */
    private static final String OF_NOBODY = "{bcrypt}$2a$11$IR44zPiapn6zcWcakvYPU.YR42wkH41uhTU27Dl3xyr8L4N1PvFQa";

    private final AccountStore store;
    private final Journal journal;
    private final Access access;
    private final DemoPeople demo;
    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));

    Accounts(AccountStore store, Journal journal, Access access, DemoPeople demo) {
        this.store = store;
        this.journal = journal;
        this.access = access;
        this.demo = demo;
    }

    /**
     * One's own, or that of others with a permission; also of somebody who has no permission yet.
     *
     * @throws RefusedException if it is too short or too long
     */
    public void setPassword(Actor by, String person, String password) {
        requireForOthers(by, person);
        PersonName.checked(person);
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            throw RefusedException.invalid("password", "must have at least %d characters".formatted(SHORTEST_PASSWORD));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
            throw RefusedException.invalid("password", "may have at most %d bytes".formatted(LONGEST_PASSWORD));
        }
        // Takes a while, which other writers shall not wait for.
        String hash = encoder.encode(password);
        journal.write(by, Touches.QUEUE, entry -> {
            requireForOthers(by, person);
            store.put(entry, person, hash);
            return person;
        });
    }

    public boolean hasPassword(String person) {
        return store.passwordHash(person).isPresent();
    }

    /** Takes as long for a name that there is not. */
    boolean isPasswordOf(String person, String password) {
        return demo.isPasswordOf(person, password)
                || encoder.matches(password, store.passwordHash(person).orElse(OF_NOBODY));
    }

    private void requireForOthers(Actor by, String person) {
        if (!by.name().equals(person)) {
            access.require(by, Deed.onPeople(Action.MODIFY));
        }
    }
}
