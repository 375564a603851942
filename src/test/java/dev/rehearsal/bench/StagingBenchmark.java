package dev.rehearsal.bench;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Reachability;
import dev.rehearsal.staging.ReleaseField;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.StagedRules;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a write costs each node: pending sets over 10,000 rules and 300 releases of 140 parts each. Of ten sets, seven
 * edit a rule, one adds one, one respins a locale of a release and one all its locales.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class StagingBenchmark {

    private static final int RULES = 10_000;
    private static final int RELEASES = 300;

    /** How many are pending. */
    @Param({"100", "500"})
    private int sets;

    private final InMemoryContents contents = new InMemoryContents();
    private final List<Rule> rules = new ArrayList<>();
    private final List<QueuedSet> queue = new ArrayList<>();
    private Tables live = Tables.of(Map.of(), Map.of(), new Pins(Map.of()));
    private Stage stage = Stage.of(live);
    private QueuedSet oneMore = new QueuedSet(new ChangeSetId(0), Instant.EPOCH, List.of());

    @Setup
    public void fill() {
        Map<ReleaseName, Release> releases = new HashMap<>();
        for (int number = 0; number < RELEASES; number++) {
            ContentHash content = contents.put(GeneratedReleases.blob(number)).content();
            Release release = new Release(name(number), "Firefox", false, 1, content);
            releases.put(release.name(), release);
        }
        Map<RuleId, Rule> byId = new HashMap<>();
        for (Rule generated : GeneratedRules.table(RULES, 1)) {
            Rule rule = RuleBuilder.aRuleLike(generated)
                    .mapsTo(name((int) generated.id().value() % RELEASES).value())
                    .build();
            rules.add(rule);
            byId.put(rule.id(), rule);
        }
        live = Tables.of(byId, releases, new Pins(Map.of()));
        for (int number = 1; number <= sets; number++) {
            queue.add(new QueuedSet(new ChangeSetId(number), Instant.ofEpochSecond(number), List.of(change(number))));
        }
        oneMore = new QueuedSet(new ChangeSetId(sets + 1), Instant.ofEpochSecond(sets + 1), List.of(change(sets + 3)));
        stage = stage();
        if (!stage.conflicts().isEmpty()) {
            throw new IllegalStateException("not all sets can be applied: " + stage.conflicts());
        }
    }

    /** Each set is about a row of its own. */
    private Change change(int number) {
        ChangeId id = new ChangeId(number);
        Rule rule = rules.get(number * 17);
        return switch (number % 10) {
            case 0 ->
                new Change.RuleAddition(
                        id, RuleBuilder.aRuleLike(rule).withId(RULES + number).build());
            case 1 -> respin(id, number / 10, 1);
            case 2 -> respin(id, RELEASES / 2 + number / 10, Integer.MAX_VALUE);
            default ->
                new Change.RuleEdit(
                        id,
                        rule.id(),
                        Map.of(
                                RuleField.MAPPING, edit(rule, RuleField.MAPPING, "Release-" + number % RELEASES),
                                RuleField.PRIORITY, edit(rule, RuleField.PRIORITY, rule.priority() + 1)));
        };
    }

    private Change respin(ChangeId id, int number, int parts) {
        Release release = Objects.requireNonNull(live.releases().get(name(number)));
        Manifest other = contents.put(GeneratedReleases.blob(RELEASES + number)
                .put("name", release.name().value()));
        Map<ReleaseField, FieldEdit> fields = new HashMap<>();
        contents.manifest(release.content()).parts().forEach((path, found) -> {
            if (!path.equals(".") && fields.size() < parts) {
                fields.put(
                        new ReleaseField.Part(path), new FieldEdit(other.parts().get(path), found, found));
            }
        });
        return new Change.ReleaseEdit(id, release.name(), fields);
    }

    private static FieldEdit edit(Rule rule, RuleField field, Object value) {
        return new FieldEdit(value, field.read(rule), field.read(rule));
    }

    private static ReleaseName name(int number) {
        return new ReleaseName("Release-" + number);
    }

    /** A node that starts. */
    @Benchmark
    public RuleSet compileRules() {
        return RuleSet.of(rules);
    }

    /** Compiles a table of which nearly all rules are compiled already. */
    @Benchmark
    public RuleSet compileEditedRules() {
        return RuleSet.of(stage.staged().rules().values(), live.ruleSet());
    }

    /** What each write costs, as it makes all stages anew. */
    @Benchmark
    public Stage stage() {
        return Stage.of(live, queue, contents);
    }

    /** What it costs to look ahead at a set before it is saved. */
    @Benchmark
    public Stage oneMoreSet() {
        return Stage.of(stage.staged(), List.of(oneMore), contents);
    }

    @Benchmark
    public Fingerprint fingerprint() {
        return Fingerprint.of(stage.staged(), contents, "Firefox", "release");
    }

    @Benchmark
    public Fingerprint fingerprintOfEveryProduct() {
        return Fingerprint.ofEvery(stage.staged(), contents, "release");
    }

    @Benchmark
    public List<Stage.Step> concerningSets() {
        return Reachability.concerning(stage, contents, "Firefox", "release");
    }

    @Benchmark
    public StagedRules stagedTable() {
        return StagedRules.of(stage, "Firefox", "release");
    }
}
