package dev.rehearsal.enactment.rail;

import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.RailJudgement.Result;
import dev.rehearsal.blob.Digest;
import dev.rehearsal.blob.ReleaseVersion;
import dev.rehearsal.matching.MozillaVersion;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.impact.Movement;
import dev.rehearsal.serve.impact.Movement.Flow;
import dev.rehearsal.serve.impact.Movements;
import dev.rehearsal.serve.impact.Percentage;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.RequestClass;
import dev.rehearsal.serve.impact.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Judges by what a sample of requests gets in two states. A share above the limit is a fault where the whole of its bounds
 * is; none where none of its bounds is; and in between it cannot be said. What must happen to nobody is a fault where it
 * happens to any request of the sample, and is no fault where the sample is so large that at most one in a thousand can be
 * another.
 */
final class TrafficJudge {

    /** What is not seen in a sample may still happen to so many. */
    private static final double UNSEEN = 0.001;

    private static final int MOST_EXAMPLES = 3;

    private final GuardRail rail;
    private final Movements movements;
    private final RuleSet before;
    private final RuleSet after;

    /**
     * @param before the rules that can decide there
     * @param after likewise
     */
    TrafficJudge(GuardRail rail, Movements movements, RuleSet before, RuleSet after) {
        this.rail = rail;
        this.movements = movements;
        this.before = before;
        this.after = after;
    }

    Found found() {
        BiPredicate<RequestClass, Flow> wanted = wanted(rail.kind());
        Share share = movements.share(wanted);
        Result result = result(share);
        List<String> reasons = new ArrayList<>();
        reasons.add(said(share));
        if (result == Result.PASS && rail.kind() == GuardRail.Kind.NOTHING_OLDER) {
            Share unknown = movements.share((asked, flow) -> isIncomparable(flow));
            if (!unknown.isOfNone()) {
                result = Result.CANNOT_SAY;
                reasons.add("%s of requests get something of which it is not known whether it is older, such as plugins"
                        .formatted(Percentage.of(unknown)));
            }
        }
        if (result != Result.PASS) {
            reasons.addAll(examples(wanted));
        }
        return new Found(result, reasons, digest(movements.population()));
    }

    private static BiPredicate<RequestClass, Flow> wanted(GuardRail.Kind kind) {
        return switch (kind) {
            case NO_LOST_UPDATES -> (asked, flow) -> flow.losesUpdate();
            case NOTHING_OLDER -> (asked, flow) -> flow.isOlder(asked.query());
            case AT_MOST_CHANGED -> (asked, flow) -> true;
            case NO_LOST_FILES, RATE_HAS_FALLBACK, URLS_ANSWER ->
                throw new IllegalArgumentException(kind + " is not judged by traffic");
        };
    }

    /** Whether the version is not known of what is offered instead of something else. */
    private static boolean isIncomparable(Flow flow) {
        return flow.after().updates() > 0
                && (isUnknown(flow.after().version())
                        || flow.before().updates() > 0
                                && isUnknown(flow.before().version()));
    }

    private static boolean isUnknown(@Nullable ReleaseVersion version) {
        return version == null || MozillaVersion.tryParse(version.compared()) == null;
    }

    private Result result(Share share) {
        Integer percent = rail.percent();
        if (percent == null) {
            if (!share.isOfNone()) {
                return Result.FAIL;
            }
            return share.upper() <= UNSEEN ? Result.PASS : Result.CANNOT_SAY;
        }
        double limit = percent / 100.0;
        if (share.lower() > limit) {
            return Result.FAIL;
        }
        return share.upper() <= limit ? Result.PASS : Result.CANNOT_SAY;
    }

    private String said(Share share) {
        Population population = movements.population();
        return "%s of requests %s, in %,d of %,d requests: %s, %s to %s"
                .formatted(
                        Percentage.of(share),
                        what(),
                        population.sampled(),
                        population.asked(),
                        population.source(),
                        population.from(),
                        population.until());
    }

    private String what() {
        return switch (rail.kind()) {
            case NO_LOST_UPDATES -> "lose their update";
            case NOTHING_OLDER -> "are offered something older";
            default -> "get something else";
        };
    }

    /** The largest classes, each with the rules that decide for it. */
    private List<String> examples(BiPredicate<RequestClass, Flow> wanted) {
        return movements.moving().stream()
                .filter(movement -> movement.flows().stream().anyMatch(flow -> wanted.test(movement.asked(), flow)))
                .sorted(Comparator.comparingLong(
                                (Movement movement) -> movement.asked().requests())
                        .reversed())
                .limit(MOST_EXAMPLES)
                .map(this::example)
                .toList();
    }

    private String example(Movement movement) {
        UpdateQuery query = movement.asked().query();
        return "such as %s %s, %s, %s: %s by %s, %s by %s"
                .formatted(
                        query.version(),
                        query.osVersion(),
                        query.buildTarget(),
                        query.locale() == null ? "no locale" : query.locale(),
                        movement.before().told(),
                        rule(before, query),
                        movement.after().told(),
                        rule(after, query));
    }

    private static String rule(RuleSet rules, UpdateQuery query) {
        Rule rule = rules.decidingFor(query);
        return rule == null ? "no rule" : "rule #" + rule.id();
    }

    /** Returns what tells this sample from any other. */
    private static String digest(Population population) {
        Digest digest = new Digest();
        digest.add(population.where().product()).add(population.where().channel());
        digest.add(population.source())
                .add(population.from().toString())
                .add(population.until().toString());
        digest.add(Long.toString(population.asked()));
        population
                .classes()
                .forEach(asked -> digest.add(asked.query().toString()).add(Long.toString(asked.requests())));
        return digest.hash().value();
    }
}
