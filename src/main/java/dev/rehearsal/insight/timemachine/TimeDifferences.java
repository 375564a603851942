package dev.rehearsal.insight.timemachine;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.history.PastStates;
import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.insight.timemachine.TimeDifference.Side;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.StagedRules;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Compares what a channel was at two times, staged or live. */
@Service
public class TimeDifferences {

    private final PastStates past;
    private final TestChannelPreviews tables;
    private final StoredContents contents;

    TimeDifferences(PastStates past, TestChannelPreviews tables, StoredContents contents) {
        this.past = past;
        this.tables = tables;
        this.contents = contents;
    }

    /**
     * Returns what a test channel showed.
     *
     * @param product null for the product of its mapping, or for every product where it has none
     * @throws RefusedException if it was mapped at neither time, or the times are not in order
     */
    public TimeDifference ofTestChannel(String testChannel, @Nullable String product, Instant from, Instant to) {
        refuseDisorder(from, to);
        NodeState then = past.at(from);
        NodeState later = past.at(to);
        Optional<TestChannelPreview> before = table(then, testChannel, product);
        Optional<TestChannelPreview> after = table(later, testChannel, product);
        if (before.isEmpty() && after.isEmpty()) {
            throw RefusedException.notFound("'%s' was a test channel%s neither at %s nor at %s"
                    .formatted(testChannel, product == null ? "" : " of " + product, from, to));
        }
        return difference(
                before.map(table -> Look.at(from, table, then)).orElse(null),
                after.map(table -> Look.at(to, table, later)).orElse(null));
    }

    /**
     * Returns what a live channel answered.
     *
     * @param product null for every product
     * @throws RefusedException if the times are not in order
     */
    public TimeDifference ofLiveChannel(String liveChannel, @Nullable String product, Instant from, Instant to) {
        refuseDisorder(from, to);
        return difference(live(liveChannel, product, from), live(liveChannel, product, to));
    }

    private static void refuseDisorder(Instant from, Instant to) {
        if (from.isAfter(to)) {
            throw RefusedException.invalid("from", "must not be after 'to'");
        }
    }

    private Optional<TestChannelPreview> table(NodeState state, String testChannel, @Nullable String product) {
        try {
            return Optional.of(tables.of(state, testChannel, product, null));
        } catch (RefusedException notMappedThen) {
            return Optional.empty();
        }
    }

    private Look live(String channel, @Nullable String product, Instant at) {
        Tables live = past.at(at).live();
        ReleaseContents known = contents;
        Fingerprint fingerprint = product == null
                ? Fingerprint.ofEvery(live, known, channel)
                : Fingerprint.of(live, known, product, channel);
        return new Look(new Side(at, channel, fingerprint), product, live, List.of());
    }

    /** @param shown the sets that are part of it */
    private record Look(Side side, @Nullable String product, Tables tables, List<ChangeSet> shown) {

        static Look at(Instant at, TestChannelPreview table, NodeState state) {
            return new Look(
                    new Side(at, table.mapping().liveChannel(), table.fingerprint()),
                    table.product(),
                    table.stage().staged(),
                    table.concerning().stream()
                            .flatMap(id -> state.pending(id).stream())
                            .toList());
        }

        SortedMap<RuleId, Rule> rules() {
            SortedMap<RuleId, Rule> rules = new TreeMap<>();
            for (Rule rule : tables.ruleSet().inOrder()) {
                if (StagedRules.canMatch(rule, product, side.liveChannel())) {
                    rules.put(rule.id(), rule);
                }
            }
            return rules;
        }
    }

    private TimeDifference difference(@Nullable Look before, @Nullable Look after) {
        SortedMap<RuleId, Rule> was = before == null ? new TreeMap<>() : before.rules();
        SortedMap<RuleId, Rule> becomes = after == null ? new TreeMap<>() : after.rules();
        SortedSet<RuleId> ids = new TreeSet<>(was.keySet());
        ids.addAll(becomes.keySet());
        List<RuleDifference> rules = ids.stream()
                .map(id -> new RuleDifference(id, was.get(id), becomes.get(id)))
                .filter(rule -> rule.kind() != JournalEntry.Kind.EDITED
                        || !rule.fields().isEmpty())
                .toList();
        List<ChangeSet> shownBefore = before == null ? List.of() : before.shown();
        List<ChangeSet> shownAfter = after == null ? List.of() : after.shown();
        return new TimeDifference(
                before == null ? null : before.side(),
                after == null ? null : after.side(),
                rules,
                releases(before, named(was.values()), after, named(becomes.values())),
                without(shownAfter, shownBefore),
                without(shownBefore, shownAfter));
    }

    private static List<ChangeSet> without(List<ChangeSet> sets, List<ChangeSet> others) {
        Set<?> known = others.stream().map(ChangeSet::id).collect(Collectors.toSet());
        return sets.stream().filter(set -> !known.contains(set.id())).toList();
    }

    private static SortedSet<ReleaseName> named(Collection<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> Stream.of(rule.mapping(), rule.fallbackMapping()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Compares each release's content at both times, whichever rules name it when: a rule that moves on is told of above.
     */
    private List<ReleaseDifference> releases(
            @Nullable Look before, SortedSet<ReleaseName> was, @Nullable Look after, SortedSet<ReleaseName> becomes) {
        SortedSet<ReleaseName> names = new TreeSet<>(was);
        names.addAll(becomes);
        List<ReleaseDifference> differences = new ArrayList<>();
        for (ReleaseName name : names) {
            Release then = before == null ? null : before.tables().releases().get(name);
            Release later = after == null ? null : after.tables().releases().get(name);
            if (then == null && later != null) {
                differences.add(new ReleaseDifference(name, JournalEntry.Kind.ADDED, List.of()));
            } else if (then != null && later == null) {
                differences.add(new ReleaseDifference(name, JournalEntry.Kind.REMOVED, List.of()));
            } else if (then != null && later != null && !then.content().equals(later.content())) {
                differences.add(
                        new ReleaseDifference(name, JournalEntry.Kind.EDITED, parts(then.content(), later.content())));
            }
        }
        return List.copyOf(differences);
    }

    /** What was never live nor judged may be pruned: then there is nothing to compare. */
    private @Nullable List<String> parts(ContentHash before, ContentHash after) {
        Optional<Manifest> was = contents.findManifest(before);
        Optional<Manifest> becomes = contents.findManifest(after);
        if (was.isEmpty() || becomes.isEmpty()) {
            return null;
        }
        Map<String, ContentHash> then = was.get().parts();
        Map<String, ContentHash> later = becomes.get().parts();
        SortedSet<String> paths = new TreeSet<>(then.keySet());
        paths.addAll(later.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(then.get(path), later.get(path)))
                .toList();
    }
}
