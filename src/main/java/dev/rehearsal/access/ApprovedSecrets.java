package dev.rehearsal.access;

import dev.rehearsal.access.store.ApprovedSecretStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.KeyedTable;
import dev.rehearsal.ledger.RowTable;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.problem.RefusedException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;

/**
 * Tokens and passwords that change sets have approved. Each is made when it is collected, within seven days, and shown to
 * whoever collects it: to its person; to who asked for it where the person is automation, or never had anything to come in
 * with. Which of the two is settled when it is approved, and stands in what signers sign.
 */
@Service
public class ApprovedSecrets {

    private final ApprovedSecretStore store;
    private final WriteLock writeLock;
    private final People people;
    private final ApiTokens tokens;
    private final Accounts accounts;
    private final GrantPolicy policy;
    private final Clock clock;

    ApprovedSecrets(
            ApprovedSecretStore store,
            WriteLock writeLock,
            People people,
            ApiTokens tokens,
            Accounts accounts,
            GrantPolicy policy,
            Clock clock) {
        this.store = store;
        this.writeLock = writeLock;
        this.people = people;
        this.tokens = tokens;
        this.accounts = accounts;
        this.policy = policy;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Tables {

        /** Keeps what is approved: as rows of changes there are none. */
        @Bean
        RowTable<AskedToken> askedTokens(ApprovedSecrets secrets) {
            return new KeyedTable<>(
                    AskedToken.class,
                    List::of,
                    (before, after) -> secrets.tokens.checkedOwner(after.person(), after.name()),
                    asked -> new AskedToken(
                            asked.person(),
                            secrets.idOf(asked.person()),
                            asked.name(),
                            asked.scope(),
                            asked.expiresAt()),
                    (write, asked) -> secrets.approve(write, asked, asked),
                    (write, asked) -> {});
        }

        @Bean
        RowTable<AskedPassword> askedPasswords(ApprovedSecrets secrets) {
            return new KeyedTable<>(
                    AskedPassword.class,
                    List::of,
                    (before, after) -> secrets.accounts.checkedOwner(after.person()),
                    asked -> new AskedPassword(asked.person(), secrets.idOf(asked.person())),
                    (write, asked) -> secrets.approve(write, asked, null),
                    (write, asked) -> {});
        }
    }

    private PersonId idOf(String person) {
        return people.find(new Actor(person)).id();
    }

    /** Settles who gets it: what somebody does afterwards, such as to revoke a token, leads it to nobody else. */
    private void approve(Write write, OfPerson asked, @Nullable AskedToken token) {
        Person owner = people.find(new Actor(asked.person()));
        store.insert(
                write,
                asked.person(),
                asked.personId(),
                token,
                people.find(write.by()).id(),
                owner.automation() || !couldComeIn(owner, token != null));
    }

    /** Whether somebody has, or once had, what they can collect it with; an API token collects no password. */
    private boolean couldComeIn(Person owner, boolean withToken) {
        return accounts.hadPassword(owner.name()) || withToken && tokens.hadToken(owner);
    }

    /** Whether a token or a password for this person takes signoffs, so that a change set must carry it. */
    public boolean needsSignoffs(Actor by, String person) {
        return policy.needsSignoffs(by, people.find(new Actor(person)));
    }

    /** Returns what somebody can collect now. */
    public List<ApprovedSecret> of(Actor by) {
        Instant now = clock.instant();
        return store.uncollected().stream()
                .filter(secret -> isFor(by, secret, now))
                .toList();
    }

    /**
     * Makes the token or the password.
     *
     * @throws RefusedException unless it is there for this person to collect
     */
    public CollectedSecret collect(Actor by, long id) {
        String password = TokenText.random();
        // Takes a while, which other writers shall not wait for.
        PasswordHash hash = accounts.hash(password, "");
        return writeLock.write(by, WriteKind.QUEUE, write -> {
            ApprovedSecret secret = store.uncollected().stream()
                    .filter(known -> known.id() == id && isFor(by, known, write.at()))
                    .findFirst()
                    .orElseThrow(() -> RefusedException.notFound(
                            "there is nothing of the number %d that %s could collect: it was collected, is older than"
                                            .formatted(id, by)
                                    + " seven days, or is for somebody else"));
            store.collected(write, id);
            AskedToken asked = secret.token();
            if (asked != null) {
                return new CollectedSecret(
                        secret, tokens.mintApproved(write, asked).secret());
            }
            accounts.setApproved(write, secret.person(), hash, secret.askedBy());
            return new CollectedSecret(secret, password);
        });
    }

    private boolean isFor(Actor by, ApprovedSecret secret, Instant now) {
        Person owner = people.find(new Actor(secret.person()));
        if (!secret.isOf(owner) || !now.isBefore(secret.until())) {
            return false;
        }
        return secret.forAsker()
                ? by.equals(secret.askedBy()) && mayCollect(people.find(by), secret)
                : by.name().equals(owner.name());
    }

    /** Whether this is the one who asked, and could ask again. */
    private static boolean mayCollect(Person asker, ApprovedSecret secret) {
        return asker.id().equals(secret.askedById()) && asker.may(RequiredPermission.onPeople(Action.CREATE));
    }
}
