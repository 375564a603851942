package dev.rehearsal.notice;

import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.insight.review.Audiences;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.problem.UrlSegment;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** Puts together the feed of a live channel: what went live, what is next, and what testers said. */
@Service
public class ChannelFeeds {

    /** How many of each kind. */
    private static final int MOST = 30;

    /** So many sets that ended last are looked through for those that concern a channel. */
    private static final int MOST_ENDED = 300;

    private static final int MOST_VERDICTS = 300;

    private final SnapshotKeeper snapshots;
    private final ChangeSets changeSets;
    private final Verdicts verdicts;
    private final PublicAddress address;

    ChannelFeeds(SnapshotKeeper snapshots, ChangeSets changeSets, Verdicts verdicts, PublicAddress address) {
        this.snapshots = snapshots;
        this.changeSets = changeSets;
        this.verdicts = verdicts;
        this.address = address;
    }

    /**
     * @param withVerdicts whether the reader may know who tested what
     * @throws RefusedException if neither a rule nor a mapping names such a channel of this product
     */
    public ChannelFeed of(String product, String channel, boolean withVerdicts) {
        NodeState state = snapshots.current();
        if (!isThere(state, product, channel)) {
            throw RefusedException.notFound("there is no live channel '%s' of %s".formatted(channel, product));
        }
        Audiences audiences = new Audiences(state);
        List<FeedEntry> entries = new ArrayList<>();
        changeSets.ended(MOST_ENDED).stream()
                .filter(set -> set.state() instanceof ChangeSet.Enacted)
                .filter(set -> audiences.of(set).includes(product, channel))
                .limit(MOST)
                .forEach(set -> entries.add(live(set)));
        state.queue().stream()
                .filter(set -> audiences.of(set).includes(product, channel))
                .limit(MOST)
                .forEach(set -> entries.add(next(set)));
        if (withVerdicts) {
            verdicts.latest(null, product, MOST_VERDICTS).stream()
                    .filter(verdict -> verdict.state().liveChannel().equals(channel))
                    .limit(MOST)
                    .forEach(verdict -> entries.add(verdict(verdict)));
        }
        entries.sort(Comparator.comparing(FeedEntry::updated).reversed().thenComparing(FeedEntry::id));
        return new ChannelFeed(
                id("channel/%s/%s".formatted(UrlSegment.of(product), UrlSegment.of(channel))),
                "%s of %s".formatted(channel, product),
                address.of(""),
                entries.isEmpty() ? Instant.EPOCH : entries.getFirst().updated(),
                entries);
    }

    private static boolean isThere(NodeState state, String product, String channel) {
        return state.live().rules().values().stream()
                        .anyMatch(rule ->
                                (rule.product() == null || rule.product().equals(product))
                                        && channel.equals(rule.channel()))
                || state.mappings().stream()
                        .anyMatch(mapping -> (mapping.product() == null || product.equals(mapping.product()))
                                && channel.equals(mapping.liveChannel()));
    }

    private FeedEntry live(ChangeSet set) {
        ChangeSet.Enacted enacted = (ChangeSet.Enacted) set.state();
        return entry(
                set,
                "live",
                "“%s” went live".formatted(set.title()),
                "Change set %s, enacted by %s.".formatted(set.id(), enacted.by()),
                enacted.at());
    }

    private FeedEntry next(ChangeSet set) {
        return entry(
                set,
                "next",
                "“%s” is scheduled".formatted(set.title()),
                "Change set %s, due at %s.".formatted(set.id(), set.due()),
                set.contentAt());
    }

    private FeedEntry entry(ChangeSet set, String category, String title, String text, Instant updated) {
        return new FeedEntry(
                id("set/%s/%s".formatted(set.id(), category)),
                category,
                title,
                text,
                set.author().name(),
                updated,
                address.of("changes/" + set.id()));
    }

    private FeedEntry verdict(Verdict verdict) {
        String word = verdict.outcome() == Outcome.PASS ? "passed" : "failed";
        return new FeedEntry(
                id("verdict/" + verdict.id()),
                "verdict",
                "%s %s %s".formatted(verdict.by(), word, verdict.testChannel()),
                verdict.note() == null || verdict.note().isBlank()
                        ? "State %s.".formatted(verdict.state().fingerprint())
                        : verdict.note(),
                verdict.by().name(),
                verdict.at(),
                address.of(StandingNotices.testChannel(
                        verdict.testChannel(), verdict.state().product())));
    }

    /** By RFC 4151, in the name of this installation. */
    private String id(String what) {
        return "tag:%s,2026:%s".formatted(address.host(), what);
    }
}
