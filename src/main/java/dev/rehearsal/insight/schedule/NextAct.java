package dev.rehearsal.insight.schedule;

import dev.rehearsal.access.Role;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Actor;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The next act on a live channel, and by whom.
 *
 * @param set that it is about; null where it is about none
 * @param needed how often each role has to act; empty where roles do not matter
 * @param people who can do it, by role; authors stand under no role
 */
public record NextAct(
        Kind kind, @Nullable ChangeSet set, SortedMap<Role, Integer> needed, SortedMap<Role, List<Actor>> people) {

    public NextAct {
        needed = Collections.unmodifiableSortedMap(new TreeMap<>(needed));
        people = Collections.unmodifiableSortedMap(new TreeMap<>(people));
    }

    /** The kinds of act, the most urgent first. */
    public enum Kind {
        /** Somebody lifts the shutoff when it is time. */
        LIFT(Light.STOP),
        /** The author decides what becomes of a set that was due and could not go. */
        DECIDE(Light.STOP),
        /** The author resolves a conflict. */
        RESOLVE(Light.STOP),
        /** The author revises what failed its test. */
        REVISE(Light.STOP),
        /** The author revises what a guard rail keeps back, or somebody passes over that. */
        KEEP_RAILS(Light.STOP),
        /** The author answers who wants changes. */
        ANSWER(Light.WAIT),
        SIGN(Light.WAIT),
        TEST(Light.WAIT),
        /** Nobody, as long as its rollout goes: that lets it go when it is time. */
        ROLLOUT(Light.WAIT),
        /** Nobody: it goes live when it is due. */
        NOBODY(Light.GO),
        /** Nothing is to come. */
        NOTHING(Light.GO);

        private final Light light;

        Kind(Light light) {
            this.light = light;
        }

        public Light light() {
            return light;
        }
    }

    static NextAct of(Kind kind, @Nullable ChangeSet set) {
        return new NextAct(kind, set, new TreeMap<>(), new TreeMap<>());
    }
}
