package dev.rehearsal.access;

import dev.rehearsal.access.FailedSignIns.Attempt;
import dev.rehearsal.access.store.AccountStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.problem.RefusedException;
import java.time.Duration;
import org.springframework.stereotype.Service;

/** Lets whoever knows the bootstrap token make the first administrator, as long as nobody can sign in. */
@Service
public class FirstStart {

    private final BootstrapToken token;
    private final AccountStore store;
    private final DemoPeople demo;
    private final Accounts accounts;
    private final People people;
    private final GrantPolicy policy;
    private final FailedSignIns failures;
    private final FailureNotes notes;
    private final WriteLock writeLock;
    private final OidcOptions issuer;

    FirstStart(
            BootstrapToken token,
            AccountStore store,
            DemoPeople demo,
            Accounts accounts,
            People people,
            GrantPolicy policy,
            FailedSignIns failures,
            FailureNotes notes,
            WriteLock writeLock,
            OidcOptions issuer) {
        this.token = token;
        this.store = store;
        this.demo = demo;
        this.accounts = accounts;
        this.people = people;
        this.policy = policy;
        this.failures = failures;
        this.notes = notes;
        this.writeLock = writeLock;
        this.issuer = issuer;
    }

    /** Whether this is to be offered: there is a token, and nobody has a password. */
    public boolean isOpen() {
        return token.isSet() && issuer.hasPasswords() && demo.passwords().isEmpty() && store.isEmpty();
    }

    /**
     * Makes an administrator with this name and password.
     *
     * @param address from where somebody asks
     * @throws RefusedException unless the token is right, which is not to be guessed, and somebody can have this name and
     *     this password
     */
    public void begin(String secret, String name, String password, String address) {
        refuseOver();
        Attempt attempt = new Attempt("bootstrap", Network.of(address), false);
        Duration wait = failures.count(attempt).orElse(null);
        if (wait != null) {
            notes.delayed(address);
            throw RefusedException.invalid(
                    "token", "was wrong too often: wait for %d s".formatted(TooMany.seconds(wait)));
        }
        Actor holder = token.holderOf(secret).orElse(null);
        if (holder == null) {
            notes.rejected("a bootstrap token", address);
            throw RefusedException.invalid(
                    "token",
                    "is not the one that this server was started with: see its option rehearsal.bootstrap-token");
        }
        failures.forgive(attempt);
        make(holder, name, password);
    }

    private void make(Actor holder, String name, String password) {
        people.checkIfNew(PersonName.checked(name));
        PasswordHash hash = accounts.hash(password, name);
        Permission everything = Permission.unrestricted(PermissionName.ADMIN);
        writeLock.write(holder, WriteKind.QUEUE, write -> {
            refuseOver();
            if (policy.needsSignoff(null, everything)) {
                throw RefusedException.invalid(
                        "", "permissions need signoffs here: their people get their passwords from the API");
            }
            if (people.find(new Actor(name)).permissions().get(PermissionName.ADMIN) == null) {
                people.put(write, name, everything);
            }
            accounts.setPassword(write, name, hash);
            return name;
        });
    }

    private void refuseOver() {
        if (!isOpen()) {
            throw RefusedException.forbidden("the first start is over: somebody can sign in");
        }
    }
}
