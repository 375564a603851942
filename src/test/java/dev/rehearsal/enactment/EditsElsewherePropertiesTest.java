package dev.rehearsal.enactment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.blob.References;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.GeneratedState;
import dev.rehearsal.staging.Mutation;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Seeds;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Somebody edits what has nothing to do with a set: no row of it, nothing that it leads to, and no member of a guarded
 * fingerprint that it changes. What that is, is said here with stages and fingerprints alone.
 */
class EditsElsewherePropertiesTest {

    private static final List<String> CHANNELS = List.of("release", "release-cck-acme", "beta");

    static LongStream seeds() {
        return Seeds.upTo(10_000);
    }

    /** What people and gates have said of a set, as far as it counts. */
    private record Agreed(
            Map<String, String> signed, Map<String, String> alone, String missing, List<String> verdicts) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leaveDigestSignoffsAndVerdictsAlone(long seed) {
        OpenSets world = new OpenSets(seed, 3);
        world.agree();
        Map<ChangeSetId, Agreed> before = agreed(world);
        Tables was = world.live;
        world.live = Mutation.of(world.chance, world.contents, was);
        Map<ChangeSetId, Agreed> after = agreed(world);
        Decision.Situation now = world.now();
        for (ChangeSet set : now.queue()) {
            if (isElsewhere(world, was, set, now.queue())) {
                assertThat(after.get(set.id())).as("set %s", set).isEqualTo(before.get(set.id()));
            }
        }
    }

    /** Otherwise the seeds would show nothing. */
    @Test
    void theEditsAreElsewhereOftenEnough() {
        int elsewhere = 0;
        int changed = 0;
        for (long seed = 0; seed < 100; seed++) {
            OpenSets world = new OpenSets(seed, 3);
            world.agree();
            Map<ChangeSetId, Agreed> before = agreed(world);
            Tables was = world.live;
            world.live = Mutation.of(world.chance, world.contents, was);
            Map<ChangeSetId, Agreed> after = agreed(world);
            for (ChangeSet set : world.now().queue()) {
                elsewhere += isElsewhere(world, was, set, world.now().queue()) ? 1 : 0;
                changed += Objects.equals(before.get(set.id()), after.get(set.id())) ? 0 : 1;
            }
        }
        assertThat(elsewhere).isBetween(60, 280);
        assertThat(changed).isBetween(20, 200);
    }

    private static Map<ChangeSetId, Agreed> agreed(OpenSets world) {
        Map<ChangeSetId, Agreed> agreed = new HashMap<>();
        world.decision
                .forecast(world.now())
                .forEach((id, readiness) -> agreed.put(
                        id,
                        new Agreed(
                                readiness.inTurn().digest().items(),
                                readiness.alone().digest().items(),
                                readiness.missing().toString(),
                                readiness.gates().stream()
                                        .map(Object::toString)
                                        .sorted()
                                        .toList())));
        return agreed;
    }

    private static boolean isElsewhere(OpenSets world, Tables was, ChangeSet set, List<ChangeSet> queue) {
        List<QueuedSet> before = queue.stream()
                .filter(other -> ChangeSet.QUEUE_ORDER.compare(other, set) < 0)
                .map(ChangeSet::queued)
                .toList();
        return productsNamed(was).equals(productsNamed(world.live))
                && isElsewhere(world, was, world.live, set)
                && isElsewhere(world, staged(world, was, before), staged(world, world.live, before), set);
    }

    private static Set<String> productsNamed(Tables tables) {
        Set<String> products = new HashSet<>();
        tables.rules().values().stream()
                .map(Rule::product)
                .filter(Objects::nonNull)
                .forEach(products::add);
        tables.releases().values().stream().map(Release::product).forEach(products::add);
        tables.pins().releases().keySet().forEach(pin -> products.add(pin.product()));
        return products;
    }

    private static Tables staged(OpenSets world, Tables live, List<QueuedSet> sets) {
        return Stage.of(live, sets, world.contents).staged();
    }

    private static boolean isElsewhere(OpenSets world, Tables was, Tables is, ChangeSet set) {
        Stage then = Stage.of(was, List.of(set.queued()), world.contents);
        Stage now = Stage.of(is, List.of(set.queued()), world.contents);
        return then.conflicts().equals(now.conflicts())
                && rows(world, then, set).equals(rows(world, now, set))
                && CHANNELS.stream().allMatch(channel -> new Pairs(world, channel, then, now).areLeftAlone());
    }

    /** A guarded channel, as it was and is, before the set and after it. */
    private record Pairs(OpenSets world, String channel, Stage then, Stage now) {

        boolean areLeftAlone() {
            Function<String, Fingerprint> wasBefore = over(then.live());
            Function<String, Fingerprint> wasAfter = over(then.staged());
            Function<String, Fingerprint> isBefore = over(now.live());
            Function<String, Fingerprint> isAfter = over(now.staged());
            return products()
                    .filter(product -> !wasBefore.apply(product).equals(wasAfter.apply(product))
                            || !isBefore.apply(product).equals(isAfter.apply(product)))
                    .allMatch(product -> wasBefore.apply(product).equals(isBefore.apply(product))
                            && wasAfter.apply(product).equals(isAfter.apply(product))
                            && touched().noneMatch(rule -> isMember(rule, product)));
        }

        private Function<String, Fingerprint> over(Tables tables) {
            return Fingerprint.over(tables, world.contents, channel);
        }

        private static Stream<String> products() {
            return Stream.concat(GeneratedState.PRODUCTS.stream(), Stream.of("Nobody's"));
        }

        private Stream<RuleId> touched() {
            Map<RuleId, Rule> was = then.live().rules();
            Map<RuleId, Rule> is = now.live().rules();
            return Stream.concat(was.keySet().stream(), is.keySet().stream())
                    .distinct()
                    .filter(rule -> !Objects.equals(was.get(rule), is.get(rule)));
        }

        /** Whether another state would be told without the rule. */
        private boolean isMember(RuleId rule, String product) {
            return Stream.of(then.live(), then.staged(), now.live(), now.staged())
                    .anyMatch(tables -> !over(tables)
                            .apply(product)
                            .equals(over(without(tables, rule)).apply(product)));
        }

        private static Tables without(Tables tables, RuleId rule) {
            Map<RuleId, Rule> rules = new HashMap<>(tables.rules());
            rules.remove(rule);
            return Tables.of(rules, tables.releases(), tables.pins());
        }
    }

    /** The rows that the set names, as it finds and leaves them, and the contents of all releases behind these. */
    private static List<@Nullable Object> rows(OpenSets world, Stage stage, ChangeSet set) {
        List<@Nullable Object> rows = new ArrayList<>();
        Deque<ReleaseName> toVisit = new ArrayDeque<>();
        for (Tables tables : List.of(stage.live(), stage.staged())) {
            for (Change change : set.changes()) {
                switch (change) {
                    case Change.RuleAddition addition -> toVisit.addAll(named(addition.rule()));
                    case Change.RuleEdit edit -> {
                        add(rows, toVisit, tables.rule(edit.rule()));
                        Stream.of(RuleField.MAPPING, RuleField.FALLBACK_MAPPING)
                                .flatMap(
                                        field -> Stream.ofNullable(edit.fields().get(field)))
                                .flatMap(field -> Stream.ofNullable(field.value()))
                                .forEach(value -> toVisit.add(new ReleaseName(value.toString())));
                    }
                    case Change.RuleRemoval removal -> add(rows, toVisit, tables.rule(removal.rule()));
                    case Change.ReleaseAddition addition -> toVisit.add(addition.name());
                    case Change.ReleaseEdit edit -> toVisit.add(edit.name());
                    case Change.ReleaseRemoval removal -> toVisit.add(removal.name());
                    case Change.PinEdit edit -> {
                        ReleaseName pinned = tables.pin(edit.pin());
                        rows.add(pinned);
                        Stream.ofNullable(pinned).forEach(toVisit::add);
                        if (edit.mapping().value() instanceof ReleaseName name) {
                            toVisit.add(name);
                        }
                    }
                    case Change.Unstaged _ -> {}
                }
            }
            Set<ReleaseName> seen = new HashSet<>();
            while (!toVisit.isEmpty()) {
                ReleaseName name = toVisit.remove();
                if (seen.add(name)) {
                    Release release = tables.release(name);
                    rows.add(name);
                    rows.add(release == null ? null : release.content());
                    rows.add(release == null ? null : release.product());
                    rows.add(release != null && release.readOnly());
                    if (release != null) {
                        References references = world.contents.references(release.content());
                        references.children().stream().sorted().forEach(toVisit::add);
                        references.partialSources().stream().sorted().forEach(toVisit::add);
                    }
                }
            }
        }
        return rows;
    }

    private static void add(List<@Nullable Object> rows, Deque<ReleaseName> toVisit, @Nullable Rule rule) {
        rows.add(rule);
        if (rule != null) {
            toVisit.addAll(named(rule));
        }
    }

    private static List<ReleaseName> named(Rule rule) {
        return Stream.of(rule.mapping(), rule.fallbackMapping())
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
