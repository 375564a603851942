package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Live tables made by hand. */
public final class LiveState {

    private final InMemoryContents contents = new InMemoryContents();
    private final Map<RuleId, Rule> rules = new HashMap<>();
    private final Map<ReleaseName, Release> releases = new HashMap<>();
    private final Map<Pins.Key, ReleaseName> pins = new HashMap<>();

    private LiveState() {}

    public static LiveState live() {
        return new LiveState();
    }

    public LiveState rule(RuleBuilder builder) {
        Rule rule = builder.build();
        rules.put(rule.id(), rule);
        return this;
    }

    /** Releases of Firefox whose content does not matter. */
    LiveState releases(String... names) {
        for (String name : names) {
            release(name, Blobs.app("100.0"));
        }
        return this;
    }

    LiveState release(String name, String blob) {
        return release(name, "Firefox", blob);
    }

    LiveState release(String name, String product, String blob) {
        return release(name, product, false, blob);
    }

    LiveState readOnlyRelease(String name, String blob) {
        return release(name, "Firefox", true, blob);
    }

    private LiveState release(String name, String product, boolean readOnly, String blob) {
        ReleaseName key = new ReleaseName(name);
        releases.put(
                key,
                new Release(key, product, readOnly, 1, contents.put(name, blob).content()));
        return this;
    }

    LiveState pin(String product, String channel, String version, String mapping) {
        pins.put(new Pins.Key(product, channel, version), new ReleaseName(mapping));
        return this;
    }

    LiveState without(String release) {
        releases.remove(new ReleaseName(release));
        return this;
    }

    public InMemoryContents contents() {
        return contents;
    }

    public Tables tables() {
        return Tables.of(rules, releases, new Pins(Map.copyOf(pins)));
    }

    List<QueuedSet> queue(SetBuilder... sets) {
        return Arrays.stream(sets).map(set -> set.build(contents)).toList();
    }

    /** With these sets laid over it in the order given. */
    Stage stage(SetBuilder... sets) {
        return Stage.of(tables(), queue(sets), contents);
    }

    Fingerprint fingerprint(String product, String channel) {
        return Fingerprint.of(tables(), contents, product, channel);
    }

    /** @param product null for every product */
    List<Long> concerning(@Nullable String product, String channel, SetBuilder... sets) {
        return Reachability.concerning(stage(sets), contents, product, channel).stream()
                .map(step -> step.set().id().value())
                .toList();
    }
}
