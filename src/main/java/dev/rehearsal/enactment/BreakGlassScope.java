package dev.rehearsal.enactment;

import dev.rehearsal.problem.WireNamed;
import dev.rehearsal.staging.ChangeSetId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sets for which somebody breaks the glass, by name, and what is passed over for them: others that would have to go
 * along are not among them.
 *
 * @param sets empty where nothing is passed over
 */
public record BreakGlassScope(Set<ChangeSetId> sets, Set<Over> over) {

    public static final BreakGlassScope NONE = new BreakGlassScope(Set.of(), Set.of());

    /** The obstacles that can be passed over, each only where it is named. */
    public enum Over implements WireNamed {
        GATES,
        RAILS,
        FREEZES,
        SIGNOFFS;

        public static Optional<Over> named(String word) {
            return WireNamed.find(Over.class, word);
        }

        /** Returns what must be passed over so that these are in the way no more, as far as it can be. */
        public static Set<Over> standingIn(Collection<Obstacle> obstacles) {
            Set<Over> over = EnumSet.noneOf(Over.class);
            for (Obstacle obstacle : obstacles) {
                if (obstacle instanceof Obstacle.GateClosed) {
                    over.add(GATES);
                } else if (obstacle instanceof Obstacle.RailInTheWay) {
                    over.add(RAILS);
                } else if (obstacle instanceof Obstacle.Frozen) {
                    over.add(FREEZES);
                } else if (isAboutSignoffs(obstacle)) {
                    over.add(SIGNOFFS);
                }
            }
            return over;
        }

        /** Returns all words, for a sentence. */
        public static String words() {
            return Arrays.stream(values()).map(Over::wireName).collect(Collectors.joining(", "));
        }

        /** Returns their names, for a column or a line of the log. */
        public static String names(Set<Over> all) {
            return all.stream().sorted().map(Over::wireName).collect(Collectors.joining(","));
        }

        /** Reads what {@link #names} wrote. */
        public static Set<Over> read(String names) {
            Set<Over> read = EnumSet.noneOf(Over.class);
            for (String name : names.split(",", -1)) {
                named(name).ifPresent(read::add);
            }
            return Set.copyOf(read);
        }
    }

    public BreakGlassScope {
        sets = Set.copyOf(sets);
        over = Set.copyOf(over);
    }

    /** Passes over gates alone. */
    public BreakGlassScope(Set<ChangeSetId> sets) {
        this(sets, Set.of(Over.GATES));
    }

    boolean passes(Over what) {
        return !sets.isEmpty() && over.contains(what);
    }

    /** Returns what stands against a set for all that. */
    List<Obstacle> leaves(Step step) {
        if (!sets.contains(step.set().id())) {
            return step.obstacles();
        }
        List<Obstacle> left = new ArrayList<>();
        for (Obstacle obstacle : step.obstacles()) {
            boolean isPassed = isAboutSignoffs(obstacle)
                    ? passes(Over.SIGNOFFS)
                    : obstacle instanceof Obstacle.Frozen && passes(Over.FREEZES);
            if (!isPassed) {
                left.add(obstacle);
            }
        }
        if (passes(Over.SIGNOFFS)) {
            left.addAll(step.inUrgency());
        }
        return left;
    }

    private static boolean isAboutSignoffs(Obstacle obstacle) {
        return obstacle instanceof Obstacle.SignoffsMissing || obstacle instanceof Obstacle.TooFewSigners;
    }

    /** Returns those of the steps' sets that are not named. */
    List<ChangeSetId> unnamed(List<Step> steps) {
        return steps.stream()
                .map(step -> step.set().id())
                .filter(id -> !sets.contains(id))
                .toList();
    }
}
