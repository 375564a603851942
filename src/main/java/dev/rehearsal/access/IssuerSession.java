package dev.rehearsal.access;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is kept in a session of the screens that began at an issuer: how its person was authenticated, and for
 * what they have since proved anew who they are.
 */
public final class IssuerSession implements ScreenSession {

    /** How many round trips may be under way in one session: each page has one. */
    private static final int MOST_WISHES = 20;

    private static final int MOST_PROOFS = 500;

    private final PersonId person;
    private final Instant since;
    private final String idToken;
    private Credential credential;
    private final Deque<Wish> wishes = new ArrayDeque<>();
    private final Map<String, Assurance> proofs = new LinkedHashMap<>();

    /** @param idToken tells the issuer whose session ends when this one does */
    public IssuerSession(PersonId person, Instant since, Credential credential, String idToken) {
        this.person = person;
        this.since = since;
        this.credential = credential;
        this.idToken = idToken;
    }

    /**
     * A wish to prove anew who somebody is, for what they are about to sign.
     *
     * @param id not to be guessed
     * @param digests of what they are about to sign
     * @param back the path of the page to come back to
     */
    public record Wish(String id, Set<String> digests, String back) {}

    @Override
    public PersonId person() {
        return person;
    }

    @Override
    public Instant since() {
        return since;
    }

    /** Returns what the person came in with, as they have last shown it. */
    @Override
    public synchronized Credential credential() {
        return credential;
    }

    public String idToken() {
        return idToken;
    }

    synchronized Wish wish(Set<String> digests, String back) {
        Wish wish = new Wish(UUID.randomUUID().toString(), Set.copyOf(digests), back);
        wishes.addLast(wish);
        if (wishes.size() > MOST_WISHES) {
            wishes.removeFirst();
        }
        return wish;
    }

    /** Returns what was wished for under this id. */
    public synchronized Optional<Wish> wish(@Nullable String id) {
        return wishes.stream().filter(wish -> wish.id().equals(id)).findFirst();
    }

    /** Keeps that its person has proved anew who they are, for this and nothing else. */
    public synchronized void prove(Wish wish, Assurance shown) {
        if (wishes.remove(wish)) {
            credential = credential.with(shown);
            wish.digests().forEach(digest -> {
                proofs.remove(digest);
                proofs.put(digest, shown);
            });
            while (proofs.size() > MOST_PROOFS) {
                proofs.remove(proofs.keySet().iterator().next());
            }
        }
    }

    /** Returns how the person was authenticated, by the digest that it was for. */
    synchronized Map<String, Assurance> proofs() {
        return Map.copyOf(proofs);
    }
}
