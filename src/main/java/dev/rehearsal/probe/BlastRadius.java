package dev.rehearsal.probe;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.insight.preview.AskedUrl;
import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateQuery.Force;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.impact.Answers;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds who gets something else once a queue is live: it asks both states what the probes ask, and what clients at the
 * boundaries of the rules that change would ask. These queries are the same each time for the same two states, and at
 * most {@value ClientsAtBoundaries#MOST}: what it finds is true, but it need not find everything.
 */
@Service
public class BlastRadius {

    private static final int MOST_EXAMPLES = 3;
    private static final int MOST_TRIED = 200;

    private final UpdateAnswers answers;
    private final ReleaseContents contents;

    public BlastRadius(UpdateAnswers answers, ReleaseContents contents) {
        this.answers = answers;
        this.contents = contents;
    }

    /** @param preview of one product; what only shows live changes nothing for anybody, and is not asked */
    public Radius of(TestChannelPreview preview, List<Probe> suite, Progress progress) {
        String product = preview.product();
        if (preview.showsLive() || product == null) {
            return Radius.NONE;
        }
        Set<String> urls = new LinkedHashSet<>();
        suite.stream()
                .filter(probe -> probe.isFor(product, preview.mapping().liveChannel()))
                .forEach(probe -> urls.add(probe.url()));
        urls.addAll(new ClientsAtBoundaries(preview, product, contents).urls());
        ServedState live = ServedState.of(preview.stage().live(), contents);
        ServedState staged = ServedState.of(preview.stage().staged(), contents);
        Map<Seen, List<String>> differing = new LinkedHashMap<>();
        int asked = 0;
        for (String url : urls) {
            UpdateQuery query = AskedUrl.of(url).read().query();
            Answers before = both(live, query);
            Answers after = both(staged, query);
            if (!before.areAs(after)) {
                differing
                        .computeIfAbsent(seen(before, after), seen -> new ArrayList<>())
                        .add(url);
            }
            progress.made(++asked, urls.size());
        }
        return radius(asked, differing);
    }

    /**
     * Makes up a client on the live channel whom the queue gives something else, and who gets an update; one who gets one
     * at least, where the queue changes nothing for anybody.
     *
     * @return its URL; empty where no rule names a product
     */
    public Optional<String> example(TestChannelPreview preview) {
        String product = preview.product() == null ? someProduct(preview) : preview.product();
        if (product == null) {
            return Optional.empty();
        }
        ServedState live = ServedState.of(preview.stage().live(), contents);
        ServedState staged = ServedState.of(preview.stage().staged(), contents);
        String served = null;
        String first = null;
        int tried = 0;
        for (String url : new ClientsAtBoundaries(preview, product, contents).urls()) {
            UpdateQuery query = AskedUrl.of(url).read().query();
            Answers after = both(staged, query);
            first = first == null ? url : first;
            if (after.portions().getFirst().got().isUpdate()) {
                served = served == null ? url : served;
                if (!both(live, query).areAs(after)) {
                    return Optional.of(url);
                }
            }
            if (++tried == MOST_TRIED) {
                break;
            }
        }
        return Optional.ofNullable(served == null ? first : served);
    }

    /** Whether a client gets something else from one state than from another, on either side of the dice. */
    boolean differs(Tables before, Tables after, UpdateQuery client) {
        return !both(ServedState.of(before, contents), client).areAs(both(ServedState.of(after, contents), client));
    }

    private static @Nullable String someProduct(TestChannelPreview preview) {
        return new ChangedRules(preview)
                .changed().stream()
                        .flatMap(rule -> Stream.ofNullable(rule.product()))
                        .findFirst()
                        .orElse(null);
    }

    private static Radius radius(int asked, Map<Seen, List<String>> differing) {
        List<Radius.Change> changes = new ArrayList<>();
        differing.forEach((seen, urls) -> changes.add(new Radius.Change(
                seen.before(),
                seen.after(),
                urls.size(),
                urls.stream().limit(MOST_EXAMPLES).toList())));
        changes.sort(Comparator.comparingInt(Radius.Change::queries).reversed());
        return new Radius(
                asked, changes.stream().mapToInt(Radius.Change::queries).sum(), List.copyOf(changes));
    }

    private record Seen(String before, String after) {}

    private static Seen seen(Answers before, Answers after) {
        String was = before.told();
        String becomes = after.told();
        return new Seen(was, becomes.equals(was) ? becomes + " with other content" : becomes);
    }

    /** Both sides of the dice count, whichever the client asks for. */
    private Answers both(ServedState state, UpdateQuery query) {
        return Answers.of(answers, state, query.withForce(Force.NONE));
    }
}
