package dev.rehearsal.probe;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.LiveAnswer;
import dev.rehearsal.insight.preview.LiveAnswers;
import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.insight.review.Audiences;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.PerState;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.staging.ScopedStages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/**
 * Tells who gets something else once a pending set is live, as if it went alone: for people who sign it. Some ten
 * milliseconds for each channel, once for all who look at a state.
 */
@Service
public class ChangeSetImpact {

    /** A set that is about more is told of as far as this. */
    private static final int MOST_PLACES = 4;

    private final TestChannelPreviews previews;
    private final LiveAnswers answers;
    private final BlastRadius radius;
    private final ReleaseContents contents;
    private final PerState<Map<ChangeSetId, List<OnChannel>>> known =
            new PerState<>(state -> new ConcurrentHashMap<>());

    ChangeSetImpact(TestChannelPreviews previews, LiveAnswers answers, BlastRadius radius, ReleaseContents contents) {
        this.contents = contents;
        this.previews = previews;
        this.answers = answers;
        this.radius = radius;
    }

    /**
     * The impact on one live channel.
     *
     * @param before what current clients get; nothing where the channel has none
     * @param radius what made-up clients get, who differ in what rules ask
     */
    public record OnChannel(
            String product, String channel, Optional<LiveAnswer> before, Optional<LiveAnswer> after, Radius radius) {

        /** Whether current clients notice. */
        public boolean isMain() {
            return !before.equals(after);
        }
    }

    /** Returns the channels on which somebody may notice; none for a set that is not pending, or is in conflict. */
    public List<OnChannel> of(ChangeSet set) {
        NodeState state = previews.state();
        if (state.pending(set.id()).isEmpty()) {
            return List.of();
        }
        return known.of(state).computeIfAbsent(set.id(), id -> found(state, set));
    }

    /** Returns the same of a set that nobody has written, as if it were the only one that is queued. */
    public List<OnChannel> ifLive(ChangeSet imagined) {
        NodeState now = previews.state();
        NodeState with = new NodeState(
                now.version(),
                now.live(),
                List.of(imagined),
                now.mappings(),
                new ScopedStages(now.live(), List.of(imagined.queued()), contents),
                now.shutoffs(),
                now.circumstances());
        return found(with, imagined);
    }

    private List<OnChannel> found(NodeState state, ChangeSet set) {
        List<OnChannel> found = new ArrayList<>();
        for (ProductChannel place : new Audiences(state).of(set).liveChannels()) {
            String product = String.valueOf(place.product());
            TestChannelPreview alone = previews.of(
                    state, ChannelMapping.ofItself(product, place.channel()), product, new Scope.Only(set.id()));
            if (!alone.showsLive() && found.size() < MOST_PLACES) {
                found.add(new OnChannel(
                        product,
                        place.channel(),
                        answers.of(alone.stage().live(), product, place.channel()),
                        answers.of(alone.stage().staged(), product, place.channel()),
                        radius.of(alone, List.of(), Progress.UNHEARD)));
            }
        }
        return List.copyOf(found);
    }
}
