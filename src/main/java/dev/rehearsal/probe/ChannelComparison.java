package dev.rehearsal.probe;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.probe.comparison.Channels;
import dev.rehearsal.probe.comparison.Classification;
import dev.rehearsal.probe.comparison.Counted;
import dev.rehearsal.probe.comparison.Finding;
import dev.rehearsal.probe.comparison.Force;
import dev.rehearsal.probe.comparison.Reply;
import dev.rehearsal.probe.comparison.Request;
import dev.rehearsal.probe.comparison.Tally;
import dev.rehearsal.probe.comparison.Verdict;
import dev.rehearsal.probe.comparison.requests.RequestLog;
import dev.rehearsal.probe.comparison.requests.Requests;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.serve.Answer;
import dev.rehearsal.serve.ChannelView;
import dev.rehearsal.serve.QueryParser;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.UpdateRequest;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Tables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Compares what a live channel and a test channel answer to requests of clients, as the command {@code compare} does over
 * HTTP, with the code that answers clients. URLs of files are not compared. Some ten microseconds for each request.
 */
@Service
public class ChannelComparison {

    /** More are for the command. */
    public static final int MOST_REQUESTS = 10_000;

    private final TestChannelPreviews previews;
    private final UpdateAnswers answers;
    private final ReleaseContents contents;

    ChannelComparison(TestChannelPreviews previews, UpdateAnswers answers, ReleaseContents contents) {
        this.previews = previews;
        this.answers = answers;
        this.contents = contents;
    }

    /**
     * @param requests of the live channel, as they were found
     * @param notShown how many of these are of a product whose live channel the test channel does not show, or no
     *     requests that a server evaluates
     */
    public record Compared(Channels channels, Requests requests, long notShown, Tally tally) {}

    /** The pairs that can be compared, each once. */
    public List<Channels> pairs(NodeState state) {
        return state.mappings().stream()
                .map(mapping -> new Channels(mapping.liveChannel(), mapping.testChannel()))
                .distinct()
                .toList();
    }

    /**
     * @param lines of an access log, or of a list
     * @throws RefusedException if they hold no request of the live channel, or too many
     */
    public Compared compare(NodeState state, Channels channels, String lines) {
        Requests requests = read(lines).on(channels);
        if (requests.areNone()) {
            throw RefusedException.invalid(
                    "requests",
                    requests.lines() == 0
                            ? "Nothing was given: paste lines of an access log, or a list of update URLs"
                            : "There is no update URL of channel '%s' in what was given (lines: %d)"
                                    .formatted(channels.left(), requests.lines()));
        }
        if (requests.counted().size() > MOST_REQUESTS) {
            throw RefusedException.invalid(
                    "requests",
                    "These are %d different requests: more than %d are compared by the command 'compare'"
                            .formatted(requests.counted().size(), MOST_REQUESTS));
        }
        Sides sides = new Sides(state, channels);
        List<Finding> findings = new ArrayList<>();
        for (Counted counted : requests.counted()) {
            sides.verdict(counted.request()).ifPresent(verdict -> findings.add(new Finding(counted, verdict)));
        }
        return new Compared(channels, requests, requests.counted().size() - findings.size(), Tally.of(findings));
    }

    private static Requests read(String lines) {
        try {
            return RequestLog.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The two channels in one state; what is staged is worked out once for each product. */
    private final class Sides {

        private static final Classification CLASSIFICATION = new Classification(true, false);

        private final NodeState state;
        private final Channels channels;
        private final ChannelView live;
        private final Map<String, Optional<ChannelView>> staged = new HashMap<>();

        Sides(NodeState state, Channels channels) {
            this.state = state;
            this.channels = channels;
            this.live = new ChannelView(served(state.live()), state.shutoffs(), null);
        }

        /** Returns nothing where there is nothing to compare. */
        Optional<Verdict> verdict(Request request) {
            Verdict verdict = new Verdict.Same(false);
            for (Force force : Force.values()) {
                UpdateRequest asked = QueryParser.parse(request.forced(force), request.powerPc() ? "PPC" : null);
                if (!(asked instanceof Evaluate question)) {
                    return Optional.empty();
                }
                Optional<ChannelView> test =
                        staged.computeIfAbsent(question.query().product(), this::staged);
                if (test.isEmpty()) {
                    return Optional.empty();
                }
                Reply left = reply(answers.answerUnrolled(live, question));
                Reply right = reply(answers.answerUnrolled(test.get(), onTheRight(question)));
                verdict = verdict.and(CLASSIFICATION.of(request, force, left, right));
            }
            return Optional.of(verdict);
        }

        private Optional<ChannelView> staged(String product) {
            return state.mapping(product, channels.right())
                    .filter(mapping -> mapping.liveChannel().equals(channels.left()))
                    .map(mapping -> staged(mapping, product));
        }

        private ChannelView staged(ChannelMapping mapping, String product) {
            Tables tables = previews.of(state, mapping, product, mapping.scope())
                    .stage()
                    .staged();
            return new ChannelView(served(tables), state.shutoffs(), mapping.liveChannel());
        }

        private Evaluate onTheRight(Evaluate question) {
            UpdateQuery query = question.query();
            String partner = query.channel().substring(query.fallbackChannel().length());
            return new Evaluate(query.withChannel(channels.right() + partner), question.format());
        }

        private ServedState served(Tables tables) {
            return ServedState.of(tables, contents);
        }

        private static Reply reply(Answer answer) {
            return new Reply(
                    answer.status(),
                    answer.mediaType().header(),
                    answer.ruleId(),
                    answer.ruleDataVersion(),
                    null,
                    answer.body().getBytes(StandardCharsets.UTF_8));
        }
    }
}
