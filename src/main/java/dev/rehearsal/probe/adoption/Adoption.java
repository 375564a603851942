package dev.rehearsal.probe.adoption;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.MappingSuggestion;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.serve.ChannelView;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Looks at test channels that are kept by hand, and at what would become of them. */
@Service
public class Adoption {

    /** Enough to ask for every rule of a large table; about a second. */
    public static final int USUAL_QUERIES = 5_000;

    public static final int MOST_QUERIES = 50_000;

    private final SnapshotKeeper snapshots;
    private final UpdateAnswers answers;
    private final ReleaseContents contents;

    Adoption(SnapshotKeeper snapshots, UpdateAnswers answers, ReleaseContents contents) {
        this.snapshots = snapshots;
        this.answers = answers;
        this.contents = contents;
    }

    public List<Candidate> candidates() {
        return candidates(Progress.TO_THE_END);
    }

    /**
     * Mapped channels first, by their mappings; then those whose names suggest one. Some ten milliseconds each for 10,000
     * rules.
     *
     * @param progress hears of each channel; once it has enough, the rest is not looked at
     */
    public List<Candidate> candidates(Progress progress) {
        NodeState state = snapshots.current();
        List<Rule> rules = state.live().ruleSet().inOrder();
        Stream<ChannelPair> mapped = state.mappings().stream().map(ChannelPair::of);
        Stream<ChannelPair> suggested = MappingSuggestion.among(rules, state.mappings()).stream()
                .map(MappingSuggestion::proposal)
                .map(proposal -> new ChannelPair(proposal.product(), proposal.liveChannel(), proposal.testChannel()));
        List<ChannelPair> pairs = Stream.concat(mapped, suggested).toList();
        List<Candidate> candidates = new ArrayList<>();
        for (int at = 0; at < pairs.size() && progress.goesOn(at, pairs.size()); at++) {
            Candidate candidate = candidate(state, pairs.get(at));
            if (candidate.copies() > 0) {
                candidates.add(candidate);
            }
        }
        return List.copyOf(candidates);
    }

    private static Candidate candidate(NodeState state, ChannelPair channels) {
        Pairing pairing = pairing(state, channels);
        return new Candidate(
                channels,
                mapping(state, channels).isPresent(),
                pairing.rulesLess(),
                pairing.drifted().size(),
                pairing.copiesAlone().size());
    }

    /**
     * Pairs the copies of a test channel with the rules of its live channel. Some ten milliseconds for 10,000 rules.
     *
     * @throws RefusedException if the channel shows another live channel, or could not be mapped to this one
     */
    public HandKept find(ChannelPair channels) {
        return find(snapshots.current(), channels);
    }

    HandKept find(NodeState state, ChannelPair channels) {
        ChannelMapping mapping = mapping(state, channels).orElse(null);
        if (mapping == null) {
            RefusedException.throwIfAny(
                    ChannelMappings.problems(proposal(channels, new Scope.WholeQueue()), state.mappings()));
        }
        return new HandKept(state, channels, mapping, pairing(state, channels));
    }

    static MappingProposal proposal(ChannelPair channels, Scope scope) {
        return new MappingProposal(channels.product(), channels.liveChannel(), channels.testChannel(), scope);
    }

    /** The mapping that computes the channel for its product, if it shows this live channel. */
    private static Optional<ChannelMapping> mapping(NodeState state, ChannelPair channels) {
        return state.mapping(channels.product(), channels.testChannel())
                .filter(mapping -> mapping.liveChannel().equals(channels.liveChannel()));
    }

    /** A product whose own mapping shows another channel has no part in what is done for every product. */
    private static Pairing pairing(NodeState state, ChannelPair channels) {
        List<String> elsewhere = state.mappings().stream()
                .filter(mapping -> mapping.testChannel().equals(channels.testChannel())
                        && !mapping.liveChannel().equals(channels.liveChannel()))
                .flatMap(mapping -> Stream.ofNullable(mapping.product()))
                .toList();
        return Pairing.of(
                state.live().ruleSet().inOrder().stream()
                        .filter(rule -> rule.product() == null || !elsewhere.contains(rule.product()))
                        .toList(),
                channels);
    }

    /**
     * Asks what clients of the test channel would notice: queries derived from the rules of both channels, answered by the
     * hand-made rules and by the computed channel.
     *
     * @param most how many queries at most; of 5,000 the slowest part is the first look into each release
     * @param seed of the choice among them
     */
    public ComparedAnswers compare(HandKept kept, int most, long seed, Progress progress) {
        NodeState state = kept.state();
        ChannelPair channels = kept.channels();
        Scope scope =
                kept.mapping() == null ? new Scope.WholeQueue() : kept.mapping().scope();
        Tables staged = state.stages()
                .of(scope, channels.product(), channels.liveChannel())
                .stage()
                .staged();
        List<Rule> rules = telling(kept.pairing());
        List<String> urls = new DerivedQueries(channels, state.live(), contents, products(rules), seed)
                .urls(rules, Math.clamp(most, 0, MOST_QUERIES));
        return new AnswerComparison(
                        answers,
                        new AnswerComparison.Views(
                                new ChannelView(ServedState.of(state.live(), contents), state.shutoffs(), null),
                                new ChannelView(
                                        ServedState.of(staged, contents), state.shutoffs(), channels.liveChannel()),
                                new ChannelView(
                                        ServedState.of(state.live(), contents),
                                        state.shutoffs(),
                                        channels.liveChannel())))
                .of(urls, seed, progress);
    }

    /** Where answers are likeliest to differ comes first. */
    private static List<Rule> telling(Pairing pairing) {
        SequencedSet<Rule> rules = new LinkedHashSet<>();
        pairing.drifted().forEach(pair -> rules.addAll(List.of(pair.copy(), pair.live())));
        rules.addAll(pairing.copiesAlone());
        rules.addAll(pairing.liveAlone());
        rules.addAll(pairing.reachingFurther());
        pairing.pairs().forEach(pair -> rules.add(pair.live()));
        return new ArrayList<>(rules);
    }

    private static List<String> products(List<Rule> rules) {
        return rules.stream()
                .map(Rule::product)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
