package dev.rehearsal.insight.preview;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.insight.preview.SideBySide.Answered;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.serve.ChannelView;
import dev.rehearsal.serve.Explanation;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks what a client gets now and what it would get, with the very code that answers clients. */
@Service
public class Questions {

    private final TestChannelPreviews previews;
    private final UpdateAnswers answers;
    private final ReleaseContents contents;

    Questions(TestChannelPreviews previews, UpdateAnswers answers, ReleaseContents contents) {
        this.previews = previews;
        this.answers = answers;
        this.contents = contents;
    }

    /** The reply to a question. */
    public sealed interface Reply {}

    /** @param sentence why, and what to do */
    public record NotAsked(String sentence) implements Reply {}

    public record Compared(SideBySide sides) implements Reply {}

    /** @param url of a client on the live channel, on the test channel, or on a partner's form of either */
    public Reply ask(Preview preview, String url) {
        ChannelMapping shown = preview.table().mapping();
        AskedUrl asked = AskedUrl.of(url);
        Evaluate request;
        try {
            request = asked.read();
        } catch (IllegalArgumentException e) {
            return new NotAsked(String.valueOf(e.getMessage()));
        }
        UpdateQuery query = request.query();
        String channel = query.fallbackChannel();
        if (!channel.equals(shown.liveChannel()) && !channel.equals(shown.testChannel())) {
            return new NotAsked(
                    shown.isOfItself()
                            ? "This URL asks on channel '%s'. Here is '%s': put that into it"
                                    .formatted(channel, shown.liveChannel())
                            : "This URL asks on channel '%s'. Here '%s' and '%s' are compared: put one of them into it"
                                    .formatted(channel, shown.liveChannel(), shown.testChannel()));
        }
        ChannelMapping mapping = shown.isOfItself()
                ? ChannelMapping.ofItself(query.product(), shown.liveChannel())
                : preview.state()
                        .mapping(query.product(), shown.testChannel())
                        .filter(own -> own.liveChannel().equals(shown.liveChannel()))
                        .orElse(null);
        if (mapping == null) {
            return new NotAsked("'%s' does not show '%s' for %s: only a mapping for that product makes it one"
                    .formatted(shown.testChannel(), shown.liveChannel(), query.product()));
        }
        return new Compared(compare(preview.state(), mapping, preview.howFar(), asked, request));
    }

    /**
     * The question was evaluated: what a client gets on the channel that the URL names.
     *
     * @param mapping whose test channel that is; null on an ordinary channel
     * @param staged what the test channel answers; null on an ordinary channel
     * @param whyNotStaged a sentence without a full stop; null on a test channel
     */
    public record Evaluated(
            @Nullable ChannelMapping mapping,
            Answered live,
            @Nullable Answered staged,
            @Nullable String whyNotStaged) {}

    /**
     * Asks on the channel that the URL names: the live channel, and on a test channel also that.
     *
     * @param of a state, such as one of the past; null for the current one
     * @param selection along the queue a test channel is looked at
     * @throws RefusedException if this is no update URL, or there is nothing to look along
     */
    public Evaluated evaluate(@Nullable NodeState of, String url, StageSelection selection) {
        AskedUrl asked = AskedUrl.of(url);
        Evaluate request;
        try {
            request = asked.read();
        } catch (IllegalArgumentException e) {
            throw RefusedException.invalid("url", String.valueOf(e.getMessage()));
        }
        NodeState state = of == null ? previews.state() : of;
        UpdateQuery query = request.query();
        ChannelMapping mapping =
                state.mapping(query.product(), query.fallbackChannel()).orElse(null);
        if (mapping != null) {
            SideBySide sides = compare(state, mapping, selection, asked, request);
            return new Evaluated(mapping, sides.live(), sides.staged(), null);
        }
        if (!(selection instanceof StageSelection.AsMapped)) {
            throw RefusedException.invalid(
                    "through",
                    "'%s' is not a test channel of %s, so there is no queue to look along"
                            .formatted(query.fallbackChannel(), query.product()));
        }
        return new Evaluated(
                null,
                answered(state, state.live(), query.fallbackChannel(), null, asked, request),
                null,
                TestChannelPreviews.notMapped(state, query.fallbackChannel(), query.product()));
    }

    /**
     * Asks on the live channel that the URL is about and on every test channel that shows it.
     *
     * @param of a state, such as one of the past; null for the current one
     * @param url of a client on the live channel, or on one of its test channels
     * @throws RefusedException if this is no update URL
     */
    public AnswersEverywhere everywhere(@Nullable NodeState of, String url) {
        AskedUrl asked = AskedUrl.of(url);
        Evaluate request;
        try {
            request = asked.read();
        } catch (IllegalArgumentException e) {
            throw RefusedException.invalid("url", String.valueOf(e.getMessage()));
        }
        NodeState state = of == null ? previews.state() : of;
        String product = request.query().product();
        String channel = request.query().fallbackChannel();
        String live =
                state.mapping(product, channel).map(ChannelMapping::liveChannel).orElse(channel);
        List<AnswersEverywhere.Staged> staged = shownBy(state, product, live).stream()
                .map(mapping -> new AnswersEverywhere.Staged(
                        mapping, compare(state, mapping, StageSelection.AS_MAPPED, asked, request)))
                .toList();
        return new AnswersEverywhere(
                request.query(), answered(state, state.live(), live, null, asked, request), staged);
    }

    private static List<ChannelMapping> shownBy(NodeState state, String product, String live) {
        List<ChannelMapping> showing = state.mappings().stream()
                .map(ChannelMapping::testChannel)
                .distinct()
                .sorted()
                .flatMap(test -> state.mapping(product, test).stream())
                .filter(mapping -> mapping.liveChannel().equals(live))
                .toList();
        return showing.isEmpty() ? List.of(ChannelMapping.ofItself(product, live)) : showing;
    }

    private SideBySide compare(
            NodeState state, ChannelMapping mapping, StageSelection selection, AskedUrl asked, Evaluate request) {
        Tables staged = previews.of(state, mapping, request.query().product(), selection)
                .stage()
                .staged();
        return new SideBySide(
                answered(state, state.live(), mapping.liveChannel(), null, asked, request),
                answered(state, staged, mapping.testChannel(), mapping.liveChannel(), asked, request));
    }

    private Answered answered(
            NodeState state,
            Tables from,
            String channel,
            @Nullable String standsFor,
            AskedUrl asked,
            Evaluate request) {
        UpdateQuery query = request.query();
        String partner = query.channel().substring(query.fallbackChannel().length());
        ServedState served = ServedState.of(from, contents);
        Explanation explanation = answers.explain(
                new ChannelView(served, state.shutoffs(), standsFor),
                new Evaluate(query.withChannel(channel + partner), request.format()));
        return new Answered(
                channel,
                asked.on(query.channel(), channel + partner).map(AskedUrl::path).orElse(null),
                explanation);
    }
}
