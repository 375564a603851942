package dev.rehearsal.enactment.exploration;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.ledger.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The driver's own record of who sent, saw and passed what: the monitor knows nothing else.
 *
 * @param sets by number
 * @param seen what each signer was shown
 * @param words what testers said
 * @param origins who first sent what is live; nobody for what was there from the beginning
 * @param serials how often a row of that name has gone
 * @param covered what each channel had that shows another one's state, when it began to
 * @param talks what people said to each set, by number
 * @param passings who passes over guard rails
 * @param agreed states of gated channels, each with its channel, that were passed and served, or live when the gate began
 */
record Memory(
        Map<Long, Sent> sets,
        Map<Signer, Seen> seen,
        List<Word> words,
        Map<Atom, Actor> origins,
        Map<String, Integer> serials,
        Set<String> agreed,
        Map<String, Set<Atom>> covered,
        Map<Long, Talk> talks,
        List<Passing> passings) {

    static final Memory EMPTY =
            new Memory(Map.of(), Map.of(), List.of(), Map.of(), Map.of(), Set.of(), Map.of(), Map.of(), List.of());

    /**
     * What people sent for a set.
     *
     * @param rows that it writes or names, each as often as it had gone when somebody last decided on the set
     * @param stuck whether it was due and unable to go since then
     */
    record Sent(Map<Atom, Actor> by, Map<String, Integer> rows, boolean stuck) {}

    record Signer(long set, Actor person) {}

    /** @param shown by channel; @param hour in which they signed */
    record Seen(Role role, long grant, Map<String, Set<Atom>> shown, int hour) {}

    /** @param state of a channel, with its name; @param grant which giving of the role; -1 if it was not held */
    record Word(String state, Outcome outcome, Actor by, long person, long grant, int hour) {

        boolean saysWhat(Word other) {
            return new Word(state, outcome, by, person, grant, other.hour).equals(other);
        }
    }

    /**
     * What people said to a set.
     *
     * @param hands everybody who ever sent any of it, or decided that it shall go on
     * @param asking who wants changes of it, and nobody has answered who had a hand in it
     * @param stopped whether somebody stopped the rollout that it is of, and nobody who may has let it go on
     */
    record Talk(Set<Actor> hands, Set<Asking> asking, boolean stopped) {

        static final Talk NONE = new Talk(Set.of(), Set.of(), false);
    }

    record Asking(Actor by, long person) {}

    /**
     * Says that somebody passes over a guard rail for a set.
     *
     * @param then the state of its channel
     * @param now what it would become
     */
    record Passing(long rail, long set, String then, String now, Actor by, long grant) {}

    Memory withPassing(Passing passing) {
        List<Passing> next = new ArrayList<>(passings);
        next.add(passing);
        return new Memory(sets, seen, words, origins, serials, agreed, covered, talks, List.copyOf(next));
    }

    Talk talk(long set) {
        return talks.getOrDefault(set, Talk.NONE);
    }

    Memory withHands(long set, Collection<Actor> some) {
        Set<Actor> hands = new HashSet<>(talk(set).hands());
        hands.addAll(some);
        return withTalk(
                set, new Talk(Set.copyOf(hands), talk(set).asking(), talk(set).stopped()));
    }

    Memory withAsking(long set, Asking asking) {
        Set<Asking> next = new HashSet<>(talk(set).asking());
        next.add(asking);
        return withTalk(
                set, new Talk(talk(set).hands(), Set.copyOf(next), talk(set).stopped()));
    }

    Memory withoutAsking(long set, Asking asking) {
        Set<Asking> next = new HashSet<>(talk(set).asking());
        next.remove(asking);
        return withTalk(
                set, new Talk(talk(set).hands(), Set.copyOf(next), talk(set).stopped()));
    }

    Memory withStop(long set, boolean stopped) {
        return withTalk(set, new Talk(talk(set).hands(), talk(set).asking(), stopped));
    }

    private Memory withTalk(long set, Talk talk) {
        Map<Long, Talk> next = new HashMap<>(talks);
        next.put(set, talk);
        return new Memory(sets, seen, words, origins, serials, agreed, covered, Map.copyOf(next), passings);
    }

    Memory withSet(long set, Sent sent) {
        Map<Long, Sent> next = new HashMap<>(sets);
        next.put(set, sent);
        return new Memory(Map.copyOf(next), seen, words, origins, serials, agreed, covered, talks, passings);
    }

    Memory withSeen(long set, Actor person, Seen shown) {
        Map<Signer, Seen> next = new HashMap<>(seen);
        next.put(new Signer(set, person), shown);
        return new Memory(sets, Map.copyOf(next), words, origins, serials, agreed, covered, talks, passings);
    }

    Memory withoutSeen(long set, Actor person) {
        Map<Signer, Seen> next = new HashMap<>(seen);
        next.remove(new Signer(set, person));
        return new Memory(sets, Map.copyOf(next), words, origins, serials, agreed, covered, talks, passings);
    }

    /** A later word of the same person on the same state takes the place of the one before, but for a fail that is lifted. */
    Memory withWord(Word word) {
        List<Word> next = new ArrayList<>(words);
        next.removeIf(known -> known.saysWhat(word));
        next.add(word);
        return new Memory(sets, seen, List.copyOf(next), origins, serials, agreed, covered, talks, passings);
    }

    Memory withLive(
            Map<Atom, Actor> nextOrigins,
            Map<String, Integer> nextSerials,
            Set<String> nextAgreed,
            Map<String, Set<Atom>> nextCovered) {
        return new Memory(
                sets,
                seen,
                words,
                Map.copyOf(nextOrigins),
                Map.copyOf(nextSerials),
                Set.copyOf(nextAgreed),
                Map.copyOf(nextCovered),
                talks,
                passings);
    }

    /** Forgets a set that is over. */
    Memory without(long set) {
        Map<Long, Sent> nextSets = new HashMap<>(sets);
        nextSets.remove(set);
        Map<Signer, Seen> nextSeen = new HashMap<>(seen);
        nextSeen.keySet().removeIf(signer -> signer.set() == set);
        Map<Long, Talk> nextTalks = new HashMap<>(talks);
        nextTalks.remove(set);
        return new Memory(
                Map.copyOf(nextSets),
                Map.copyOf(nextSeen),
                words,
                origins,
                serials,
                agreed,
                covered,
                Map.copyOf(nextTalks),
                passings);
    }
}
