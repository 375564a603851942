package dev.rehearsal.bench;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.UrlPolicy;
import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.impact.AnsweredPopulation;
import dev.rehearsal.serve.impact.Movements;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.RequestClass;
import dev.rehearsal.staging.ProductChannel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How long it takes to tell who of 100,000 different requests on one channel gets something else over 10,000 rules and 300
 * releases: because of one set, the whole channel's main rule, and of every prefix of a queue of 50.
 */
public final class ImpactRun {

    private static final int RULES = 10_000;
    private static final int RELEASES = 300;
    private static final int CLASSES = 100_000;
    private static final int QUEUED = 50;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 15;
    private static final int QUEUES = 5;
    private static final int SEED = 1;
    private static final int MAIN = 20_000;
    private static final long MEGABYTE = 1 << 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final UpdateAnswers ANSWERS = new UpdateAnswers(UrlPolicy.OPEN, true, () -> 0);

    private final InMemoryContents contents = new InMemoryContents();
    private final Map<ReleaseName, Release> releases = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Population population;

    private ImpactRun() {
        for (int number = 0; number < RELEASES; number++) {
            ReleaseName name = new ReleaseName("Release-" + number);
            releases.put(
                    name,
                    new Release(
                            name,
                            "Firefox",
                            false,
                            1,
                            contents.put(GeneratedReleases.blob(number)).content()));
        }
        for (Rule rule : GeneratedRules.table(RULES, SEED)) {
            rules.add(RuleFields.kept(
                            Map.of(RuleField.MAPPING, "Release-" + rule.id().value() % RELEASES))
                    .applyTo(rule));
        }
        rules.add(RuleBuilder.aRule()
                .withId(MAIN)
                .withPriority(1_000)
                .forProduct("Firefox")
                .forChannel("release")
                .mapsTo("Release-200")
                .build());
        population = population();
    }

    public static void main(String[] arguments) {
        new ImpactRun().run();
    }

    private static Population population() {
        Set<UpdateQuery> queries = new LinkedHashSet<>();
        for (int seed = SEED + 1; queries.size() < CLASSES; seed++) {
            GeneratedRules.queries(CLASSES, RULES, seed).stream()
                    .filter(query ->
                            query.product().equals("Firefox") && query.channel().equals("release"))
                    .limit(CLASSES - queries.size())
                    .forEach(queries::add);
        }
        return new Population(
                new ProductChannel("Firefox", "release"),
                "made up",
                Instant.EPOCH,
                Instant.EPOCH,
                queries.stream().map(query -> new RequestClass(query, 1)).toList(),
                10L * CLASSES);
    }

    private void run() {
        ServedState live = served(rules);
        Rule main = rules.getLast();
        Times one = new Times("one set that is about everybody, both states asked");
        Times again = new Times("another one, what is live being known");
        Times queue =
                new Times("every prefix of a queue of " + QUEUED + ", of which each fifth set is about everybody");
        System.out.printf("%d classes, %d rules, %d releases%n", CLASSES, rules.size(), RELEASES);
        AnsweredPopulation kept = AnsweredPopulation.of(ANSWERS, live, population);
        for (int round = 0; round < ROUNDS; round++) {
            ServedState staged = served(with(rules, main, "Release-" + (230 + round)));
            Movements moved = one.measure(() -> Movements.between(ANSWERS, live, staged, population));
            Movements same = again.measure(() -> kept.in(staged).movements());
            if (!same.moving().equals(moved.moving())) {
                throw new IllegalStateException("the two ways differ");
            }
            if (round == 0) {
                System.out.println("the set changes " + moved.changed());
            }
        }
        for (int round = 0; round < QUEUES; round++) {
            System.out.println("moved by all prefixes together: " + queue.measure(() -> prefixes(live)));
        }
        List.of(one, again, queue).forEach(Times::print);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "memory in use, releases included: %d MB of at most %d%n",
                (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE, runtime.maxMemory() / MEGABYTE);
        Reference.reachabilityFence(kept);
    }

    /** Durations of a thing, and how long this thread had the processor meanwhile; the first rounds do not count. */
    private static final class Times {

        private final Durations wall;
        private final Durations processor;
        private int rounds;

        Times(String what) {
            this.wall = new Durations(what);
            this.processor = new Durations("  processor time of it");
        }

        <T> T measure(Supplier<T> work) {
            long start = System.nanoTime();
            long began = THREADS.getCurrentThreadCpuTime();
            T done = work.get();
            if (++rounds > WARM_UP) {
                processor.add(THREADS.getCurrentThreadCpuTime() - began);
                wall.add(System.nanoTime() - start);
            }
            return done;
        }

        void print() {
            wall.print();
            processor.print();
        }
    }

    private long prefixes(ServedState live) {
        List<Rule> served = rules.stream()
                .filter(rule -> "Firefox".equals(rule.product()) && "release".equals(rule.channel()))
                .sorted(Comparator.comparingInt(Rule::priority).reversed())
                .toList();
        AnsweredPopulation staged = AnsweredPopulation.of(ANSWERS, live, population);
        List<Rule> queued = rules;
        long moved = 0;
        for (int set = 0; set < QUEUED; set++) {
            Rule rule = served.get(set % 5 == 0 ? 0 : set);
            queued = with(queued, rule, "Release-" + (100 + set));
            staged = staged.in(served(queued));
            moved += staged.movements().moving().size();
        }
        return moved;
    }

    private static List<Rule> with(List<Rule> rules, Rule edited, String mapping) {
        return rules.stream()
                .map(rule -> rule.id().equals(edited.id())
                        ? RuleFields.kept(Map.of(RuleField.MAPPING, mapping)).applyTo(rule)
                        : rule)
                .toList();
    }

    private ServedState served(List<Rule> all) {
        return new ServedState(RuleSet.of(all), releases, new Pins(Map.of()), contents);
    }
}
