package dev.rehearsal.enactment.exploration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What is explored: from each seed every sequence of four acts; slices of at most 25 acts of eight kinds to depth eight, so
 * that each pair of kinds is in some slice; and the acts of each attack that worked once.
 */
final class Cells {

    private static final int KINDS_IN_A_SLICE = 8;
    /** Without which nothing ever goes live. */
    private static final List<Kind> ALWAYS = List.of(Kind.TICK, Kind.SIGN);

    private Cells() {}

    /**
     * Some acts from some state.
     *
     * @param start gives the world that it begins in
     * @param most transitions
     */
    record Cell(String name, Function<Desk, World> start, List<Act> acts, int depth, long most) {}

    /** One act of each kind and a second of some, from each seed. */
    static List<Cell> sequences(int acts, int depth, long most) {
        List<Cell> cells = new ArrayList<>();
        for (Seed seed : Seed.values()) {
            cells.add(new Cell(
                    depth + " acts from " + seed, seed::world, Acts.of(List.of(Kind.values()), acts), depth, most));
        }
        return cells;
    }

    static List<Cell> slices(int acts, int depth, long most) {
        List<Cell> cells = new ArrayList<>();
        Seed[] seeds = Seed.values();
        for (List<Kind> kinds : covering()) {
            Seed seed = seeds[cells.size() % seeds.length];
            cells.add(new Cell("%s from %s".formatted(kinds, seed), seed::world, Acts.of(kinds, acts), depth, most));
        }
        return cells;
    }

    /** Each explored with no other acts than its own, as deep as it is long. */
    static List<Cell> attacks(long most) {
        List<Cell> cells = new ArrayList<>();
        for (Attack attack : Attack.values()) {
            cells.add(of(attack, most));
        }
        return cells;
    }

    static Cell of(Attack attack, long most) {
        List<Act> acts = attack.path().stream().distinct().toList();
        return new Cell(
                attack.name(), desk -> attack.start(), acts, attack.path().size(), most);
    }

    private record Pair(Kind one, Kind other) {}

    /** Slices so that each pair of kinds is in one: each takes what covers most pairs that are still open. */
    static List<List<Kind>> covering() {
        Set<Pair> open = new LinkedHashSet<>();
        for (Kind one : Kind.values()) {
            for (Kind other : Kind.values()) {
                if (one.compareTo(other) < 0) {
                    open.add(new Pair(one, other));
                }
            }
        }
        List<List<Kind>> slices = new ArrayList<>();
        while (!open.isEmpty()) {
            Pair first = open.iterator().next();
            EnumSet<Kind> slice = EnumSet.of(first.one(), first.other());
            slice.addAll(ALWAYS);
            while (slice.size() < KINDS_IN_A_SLICE) {
                slice.add(EnumSet.complementOf(slice).stream()
                        .max(Comparator.comparingLong(kind -> open.stream()
                                .filter(pair -> pair.one() == kind && slice.contains(pair.other())
                                        || pair.other() == kind && slice.contains(pair.one()))
                                .count()))
                        .orElseThrow());
            }
            open.removeIf(pair -> slice.contains(pair.one()) && slice.contains(pair.other()));
            slices.add(List.copyOf(slice));
        }
        return slices;
    }
}
