package dev.rehearsal.probe.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what came of each request. */
public final class Tally {

    /** The greatest share of requests, and of how often they were made, that may be ignored. */
    public static final double MOST_IGNORED = 0.001;

    /** The differences that were ignored for one reason. */
    public record IgnoredFor(Amount amount, List<Example> examples) {}

    private final Amount all = new Amount();
    private final Amount same = new Amount();
    private final Amount butForFileUrls = new Amount();
    private final Amount ignored = new Amount();
    private final Amount moving = new Amount();
    private final Amount different = new Amount();
    private final Map<Reason, IgnoredFor> reasons = new EnumMap<>(Reason.class);
    private final List<Example> movingExamples = new ArrayList<>();
    private final Map<Group.Key, Group> groups = new LinkedHashMap<>();

    public static Tally of(Collection<Finding> findings) {
        Tally tally = new Tally();
        findings.forEach(finding -> tally.add(finding.counted(), finding.verdict()));
        return tally;
    }

    private void add(Counted counted, Verdict verdict) {
        all.add(counted);
        switch (verdict) {
            case Verdict.Same it -> {
                same.add(counted);
                if (it.butForFileUrls()) {
                    butForFileUrls.add(counted);
                }
            }
            case Verdict.Ignored it -> {
                ignored.add(counted);
                IgnoredFor reason =
                        reasons.computeIfAbsent(it.reason(), _ -> new IgnoredFor(new Amount(), new ArrayList<>()));
                reason.amount().add(counted);
                keep(reason.examples(), Example.of(counted, it.difference()));
            }
            case Verdict.Moving it -> {
                moving.add(counted);
                keep(movingExamples, Example.of(counted, it.difference()));
            }
            case Verdict.Different it -> {
                different.add(counted);
                groups.computeIfAbsent(Group.Key.of(it.difference()), Group::new)
                        .add(counted, it.difference());
            }
        }
    }

    private static void keep(List<Example> examples, Example example) {
        if (examples.size() < Group.EXAMPLES) {
            examples.add(example);
        }
    }

    public Amount all() {
        return all;
    }

    public Amount same() {
        return same;
    }

    /** Returns those of the same that differ in URLs of files. */
    public Amount butForFileUrls() {
        return butForFileUrls;
    }

    public Amount ignored() {
        return ignored;
    }

    public Amount moving() {
        return moving;
    }

    public Amount different() {
        return different;
    }

    public Map<Reason, IgnoredFor> reasons() {
        return reasons;
    }

    public List<Example> movingExamples() {
        return movingExamples;
    }

    /** Returns what most clients notice first. */
    public List<Group> groups() {
        return groups.values().stream()
                .sorted(Comparator.comparingLong((Group group) -> group.amount().times())
                        .reversed())
                .toList();
    }

    public boolean ignoresTooMuch() {
        return ignored.shareOf(all) > MOST_IGNORED;
    }

    /** Whether the two sides answer alike. */
    public boolean isSame() {
        return different.requests() == 0 && !ignoresTooMuch();
    }
}
