package dev.rehearsal.enactment;

import dev.rehearsal.approval.Freezes;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Effect;
import dev.rehearsal.staging.EffectTracker;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.staging.Transition;
import dev.rehearsal.staging.WorkingTables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says of each step which frozen channel it would change: by what it does there, not by the rows that it names. Lifting a
 * shutoff there is such a change, and so is that a channel comes to show another one's state, or its own again.
 */
final class FreezeCheck {

    /** Nothing is frozen. */
    static final FreezeCheck NONE = new FreezeCheck(FrozenPairs.NONE, null, null);

    private final FrozenPairs frozen;
    private final @Nullable EffectTracker tracker;
    private final @Nullable ReleaseContents contents;
    private List<Effect> last = List.of();

    FreezeCheck(FrozenPairs frozen, EffectTracker.@Nullable Start start, @Nullable ReleaseContents contents) {
        this.frozen = frozen;
        this.tracker = start == null ? null : start.track();
        this.contents = contents;
    }

    void follow(List<Transition> transitions) {
        if (tracker != null) {
            last = tracker.follow(transitions);
        }
    }

    void takeBack() {
        if (tracker != null) {
            tracker.takeBack();
            last = List.of();
        }
    }

    /** Returns what stands against the set that was followed last. */
    List<Obstacle.Frozen> against(ChangeSet set, WorkingTables tables) {
        if (frozen.isEmpty()) {
            return List.of();
        }
        Set<ProductChannel> changed = new HashSet<>();
        last.forEach(effect -> changed.add(effect.pair()));
        LiftedShutoffs.of(set, tables::freeze, Objects.requireNonNull(contents))
                .among(frozen.all().keySet())
                .forEach(changed::add);
        RowKinds.SHUTOFFS
                .in(set.changes())
                .filter(change -> change.after() == null)
                .forEach(change -> lifted(change.latest()).forEach(changed::add));
        RowKinds.MAPPINGS.in(set.changes()).forEach(change -> {
            ChannelMapping before = change.before();
            ChannelMapping after = change.after();
            if (before != null) {
                shownAnew(before, false, tables.freeze()).stream()
                        .filter(pair -> after == null || !covers(after, pair))
                        .forEach(changed::add);
            }
            if (after != null) {
                shownAnew(after, true, tables.freeze()).stream()
                        .filter(pair -> before == null || !covers(before, pair))
                        .forEach(changed::add);
            }
        });
        return told(changed);
    }

    private Stream<ProductChannel> lifted(Shutoff shutoff) {
        ChannelPattern channels = ChannelPattern.of(shutoff.channel());
        return frozen.all().keySet().stream()
                .filter(pair -> Objects.equals(pair.product(), shutoff.product())
                        && (channels.matches(pair.channel(), UpdateQuery.fallbackOf(pair.channel()))
                                || UpdateQuery.fallbackOf(shutoff.channel()).equals(pair.channel())));
    }

    private static boolean covers(ChannelMapping mapping, ProductChannel pair) {
        return pair.channel().equals(mapping.testChannel())
                && (mapping.product() == null || mapping.product().equals(pair.product()));
    }

    /**
     * A channel without rules of its own answers nobody, so that nothing changes where it comes to show something.
     *
     * @param isServed whether it serves its own rules until now
     */
    private Set<ProductChannel> shownAnew(ChannelMapping mapping, boolean isServed, Tables tables) {
        Set<ProductChannel> shown = new HashSet<>();
        for (ProductChannel pair : frozen.all().keySet()) {
            if (covers(mapping, pair)
                    && frozen.served().contains(pair) == isServed
                    && !Effect.ofOwnStateAgain(tables, Objects.requireNonNull(contents), pair)
                            .entering()
                            .isEmpty()) {
                shown.add(pair);
            }
        }
        return shown;
    }

    /** Where products are frozen alike, what happens to those that nothing names is told of those that something names. */
    private List<Obstacle.Frozen> told(Set<ProductChannel> changed) {
        Set<List<Object>> ofNamed = new LinkedHashSet<>();
        List<Obstacle.Frozen> told = new ArrayList<>();
        changed.stream()
                .sorted(Comparator.comparing(ProductChannel::channel)
                        .thenComparing(ProductChannel::product, Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(pair -> {
                    Freezes.Freeze freeze = Objects.requireNonNull(frozen.all().get(pair));
                    boolean isNew = ofNamed.add(List.of(pair.channel(), freeze));
                    if (isNew || pair.product() != null) {
                        told.add(new Obstacle.Frozen(pair, freeze));
                    }
                });
        return told;
    }
}
