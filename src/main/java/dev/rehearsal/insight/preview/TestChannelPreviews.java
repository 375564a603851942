package dev.rehearsal.insight.preview;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Reachability;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.staging.ScopedStages;
import dev.rehearsal.staging.Shadowed;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.StagedRules;
import dev.rehearsal.staging.Tables;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Computes staged tables from the state that this node serves; one code for screens and API. */
@Service
public class TestChannelPreviews {

    private final Supplier<NodeState> states;
    private final ReleaseContents contents;

    @Autowired
    TestChannelPreviews(SnapshotKeeper snapshots, ReleaseContents contents) {
        this(snapshots::current, contents);
    }

    TestChannelPreviews(Supplier<NodeState> states, ReleaseContents contents) {
        this.states = states;
        this.contents = contents;
    }

    public NodeState state() {
        return states.get();
    }

    /**
     * Returns what a test channel shows.
     *
     * @param product null for the product of the mapping, or for every product where it has none
     * @param through shows the queue up to this set, whatever the mapping's scope; null for the scope
     * @throws RefusedException if the channel is not mapped, or the set is not pending
     */
    public TestChannelPreview of(String testChannel, @Nullable String product, @Nullable ChangeSetId through) {
        return of(states.get(), testChannel, product, through);
    }

    /** Works out what a test channel shows in another state, such as one of the past. */
    public TestChannelPreview of(
            NodeState state, String testChannel, @Nullable String product, @Nullable ChangeSetId through) {
        ChannelMapping mapping = mapping(state, testChannel, product);
        StageSelection selection = through == null ? StageSelection.AS_MAPPED : new StageSelection.Through(through);
        return of(state, mapping, product == null ? mapping.product() : product, selection);
    }

    /** Returns what a mapping would show with another scope. */
    public TestChannelPreview of(NodeState state, ChannelMapping mapping, @Nullable String product, Scope scope) {
        return of(state, mapping, product, state.stages().of(scope, mapping.product(), mapping.liveChannel()));
    }

    /**
     * Returns what a mapping would show to somebody who looks along the queue.
     *
     * @throws RefusedException if the set to look through is not pending
     */
    TestChannelPreview of(NodeState state, ChannelMapping mapping, @Nullable String product, StageSelection selection) {
        return switch (selection) {
            case StageSelection.AsMapped() -> of(state, mapping, product, mapping.scope());
            case StageSelection.LiveAlone() ->
                of(state, mapping, product, new ScopedStages.Scoped(Stage.of(state.live()), false));
            case StageSelection.Through(ChangeSetId set) -> of(state, mapping, product, upTo(state, set));
        };
    }

    private TestChannelPreview of(
            NodeState state, ChannelMapping mapping, @Nullable String product, ScopedStages.Scoped scoped) {
        String live = mapping.liveChannel();
        Stage stage = scoped.stage();
        return new TestChannelPreview(
                mapping,
                product,
                stage,
                StagedRules.of(stage, product, live),
                fingerprint(stage.staged(), product, live),
                fingerprint(state.live(), product, live),
                Reachability.concerning(stage, contents, product, live).stream()
                        .map(step -> step.set().id())
                        .toList(),
                Reachability.conflictsConcerning(stage, contents, product, live),
                Shadowed.rules(stage.staged(), product, live, mapping.testChannel()),
                scoped.scopeIsGone());
    }

    /** @param product null for every product */
    public Fingerprint liveFingerprint(String liveChannel, @Nullable String product) {
        return fingerprint(states.get().live(), product, liveChannel);
    }

    private Fingerprint fingerprint(Tables tables, @Nullable String product, String live) {
        return product == null
                ? Fingerprint.ofEvery(tables, contents, live)
                : Fingerprint.of(tables, contents, product, live);
    }

    static ChannelMapping mapping(NodeState state, String testChannel, @Nullable String product) {
        return state.mapping(product, testChannel)
                .or(() -> product == null
                        ? state.mappings().stream()
                                .filter(mapping -> mapping.testChannel().equals(testChannel))
                                .findFirst()
                        : Optional.empty())
                .orElseThrow(() -> RefusedException.notFound(notMapped(state, testChannel, product)));
    }

    /** Returns why there is no staged table of a channel, and what to do. */
    static String notMapped(NodeState state, String channel, @Nullable String product) {
        String notATestChannel =
                "'%s' is not a test channel%s".formatted(channel, product == null ? "" : " of " + product);
        return state.mappings().stream()
                .filter(mapping -> mapping.liveChannel().equals(channel))
                .filter(mapping -> product == null || mapping.product() == null || product.equals(mapping.product()))
                .findFirst()
                .map(mapping -> "%s, but the live channel that '%s' shows: ask for that one"
                        .formatted(notATestChannel, mapping.testChannel()))
                .orElse(notATestChannel + ": map it to a live channel first");
    }

    private static Scope upTo(NodeState state, ChangeSetId through) {
        for (QueuedSet set : state.stages().queue()) {
            if (set.id().equals(through)) {
                return new Scope.UpTo(through);
            }
        }
        throw RefusedException.notFound(
                "change set " + through + " is not pending, so nothing can be shown through it");
    }
}
