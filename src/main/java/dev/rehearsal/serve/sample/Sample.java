package dev.rehearsal.serve.sample;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * A sample holds some of the requests that came, each as likely as any other; equal ones are counted together.
 *
 * @param seen how many came
 * @param classes what was asked, as {@link QueryText} writes it, and how many of those that were kept ask so
 */
public record Sample(long seen, SortedMap<String, Long> classes) {

    public static final Sample NONE = new Sample(0, new TreeMap<>());

    public Sample {
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    }

    public static Sample of(long seen, Collection<String> kept) {
        SortedMap<String, Long> classes = new TreeMap<>();
        kept.forEach(text -> classes.merge(text, 1L, Long::sum));
        return new Sample(seen, classes);
    }

    /** Returns how many requests are in it. */
    public long kept() {
        return classes.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Merges samples of different requests into one of all of them, in which each request is as likely as any other: of
     * each, the same share of what it saw. A sample that lost what it kept only adds to the number seen.
     *
     * @param most how many requests are kept
     */
    public static Sample merge(List<Sample> parts, long most, RandomGenerator random) {
        long seen = parts.stream().mapToLong(Sample::seen).sum();
        List<Sample> kept = parts.stream().filter(part -> part.kept() > 0).toList();
        long behind = kept.stream().mapToLong(Sample::seen).sum();
        double share = kept.stream()
                .mapToDouble(part -> (double) part.kept() / part.seen())
                .reduce((double) most / Math.max(1, behind), Math::min);
        SortedMap<String, Long> classes = new TreeMap<>();
        // Fractions of a request are handed on to the next sample, and begin anywhere: each is rounded fairly.
        double owed = random.nextDouble();
        for (Sample part : kept) {
            double due = share >= 1 ? part.kept() : Math.min(part.kept(), share * part.seen());
            long taken = Math.min(part.kept(), (long) Math.floor(due + owed));
            owed += due - taken;
            part.draw(taken, random).forEach((text, times) -> classes.merge(text, times, Long::sum));
        }
        return new Sample(seen, classes);
    }

    /** Draws so many of what is kept, each as likely as any other. */
    private SortedMap<String, Long> draw(long wanted, RandomGenerator random) {
        long left = kept();
        if (wanted >= left) {
            return classes;
        }
        long needed = wanted;
        SortedMap<String, Long> drawn = new TreeMap<>();
        for (var one : classes.entrySet()) {
            long taken = 0;
            for (long request = 0; request < one.getValue(); request++) {
                if (random.nextDouble() * left < needed) {
                    taken++;
                    needed--;
                }
                left--;
            }
            if (taken > 0) {
                drawn.put(one.getKey(), taken);
            }
        }
        return drawn;
    }
}
