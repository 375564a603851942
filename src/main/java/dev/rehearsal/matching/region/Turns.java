package dev.rehearsal.matching.region;

import dev.rehearsal.matching.Lazy;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.VersionGrammar;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each rule of a set whether there is a client that it decides for.
 *
 * <p>A rule's own clients are made up first and asked: for most rules that is all, and takes some microseconds. For the
 * others the rules that come before are taken from it, box by box. That a rule never decides is said only where nothing
 * is left, and that it does only with a client for whom the evaluation says so.
 */
public final class Turns {

    private static final String TOO_MUCH = "too many rules come before it to tell them all apart";
    private static final String UNWRITTEN = "what is left cannot be written as an operating system";

    private final RuleSet rules;
    private final Lazy<Outlines> outlines;
    private final SingleCriteria single = new SingleCriteria();
    private final Map<RuleId, Turn> known = new ConcurrentHashMap<>();

    private Turns(RuleSet rules) {
        this.rules = rules;
        this.outlines = new Lazy<>(() -> Outlines.of(rules));
    }

    /** Costs nothing until it is asked; then once some milliseconds for ten thousand rules. Each rule is looked at once. */
    public static Turns of(RuleSet rules) {
        return new Turns(rules);
    }

    /** Returns the rules that come after one and may match the same clients, in evaluation order. */
    public Stream<Rule> after(Rule rule) {
        return outlines.get().after(Outline.of(rule)).map(Outline::rule);
    }

    /** @param rule one of the set */
    public Turn of(Rule rule) {
        return known.computeIfAbsent(rule.id(), _ -> find(rule));
    }

    private Turn find(Rule rule) {
        List<VersionGrammar> grammars = grammars(rule);
        Turn alone = alone(rule, grammars);
        if (alone != null) {
            return alone;
        }
        Precedence precedence = Precedence.over(rule, outlines.get());
        Outline one = coveringAlone(rule, precedence.candidates(), grammars);
        if (one != null) {
            return new Turn.Never(List.of(one.rule()), List.of());
        }
        String unsaid = null;
        for (VersionGrammar grammar : grammars) {
            Left left = left(rule, precedence, grammar);
            if (left.client() != null) {
                return new Turn.Comes(left.client());
            }
            unsaid = unsaid == null ? left.unsaid() : unsaid;
        }
        return unsaid == null
                ? precedence.least(fewer -> grammars.stream().allMatch(grammar -> leavesNobody(rule, fewer, grammar)))
                : new Turn.CannotSay(unsaid);
    }

    /** Looks at the rule without the others: it decides for one of its own clients, or has none; null otherwise. */
    private @Nullable Turn alone(Rule rule, List<VersionGrammar> grammars) {
        boolean hasClients = false;
        for (VersionGrammar grammar : grammars) {
            Space space = Space.of(List.of(rule), grammar, single);
            List<Box> own = space.clientsOf(rule);
            hasClients |= !own.isEmpty() || space.hidden() != null;
            UpdateQuery client = own.isEmpty() ? null : space.example(own.getFirst());
            if (client != null && decides(rule, client)) {
                return new Turn.Comes(client);
            }
        }
        return hasClients ? null : new Turn.Never(List.of(), List.of());
    }

    private @Nullable Outline coveringAlone(Rule rule, List<Outline> candidates, List<VersionGrammar> grammars) {
        List<Space> spaces = grammars.stream()
                .map(grammar -> Space.of(
                        Stream.concat(Stream.of(rule), candidates.stream().map(Outline::rule))
                                .toList(),
                        grammar,
                        single))
                .toList();
        return candidates.stream()
                .filter(other -> spaces.stream()
                        .allMatch(space -> isNobodyLeft(space, space.clientsOf(rule), space.of(other.rule()))))
                .findFirst()
                .orElse(null);
    }

    private static boolean isNobodyLeft(Space space, List<Box> own, List<Box> taken) {
        try {
            return space.hidden() == null && !Remainder.any(own, taken, _ -> true);
        } catch (Remainder.TooManyPieces tooMany) {
            return false;
        }
    }

    /** @param unsaid why there may be a client nonetheless; null where there is none */
    private record Left(
            @Nullable UpdateQuery client, @Nullable String unsaid) {}

    private Left left(Rule rule, Precedence precedence, VersionGrammar grammar) {
        Space space = Space.of(precedence.withItself(), grammar, single);
        Finding finding = new Finding(rule, space);
        try {
            boolean found = Remainder.any(space.clientsOf(rule), precedence.boxes(space), finding::isIt);
            return found ? new Left(finding.client, null) : new Left(null, finding.missed ? UNWRITTEN : space.hidden());
        } catch (Remainder.TooManyPieces tooMany) {
            return new Left(null, TOO_MUCH);
        }
    }

    /** Looks for a client in what is left. */
    private final class Finding {

        private final Rule rule;
        private final Space space;
        private @Nullable UpdateQuery client;
        private boolean missed;

        Finding(Rule rule, Space space) {
            this.rule = rule;
            this.space = space;
        }

        boolean isIt(Box left) {
            UpdateQuery example = space.example(left);
            if (example == null || !decides(rule, example)) {
                missed = true;
                return false;
            }
            client = example;
            return true;
        }
    }

    private boolean leavesNobody(Rule rule, Precedence fewer, VersionGrammar grammar) {
        Space space = Space.of(fewer.withItself(), grammar, single);
        return isNobodyLeft(space, space.clientsOf(rule), fewer.boxes(space));
    }

    private boolean decides(Rule rule, UpdateQuery client) {
        Rule first = rules.decidingFor(client);
        return first != null && first.id().equals(rule.id());
    }

    /** How the versions of clients are read that the rule may match. */
    static List<VersionGrammar> grammars(Rule rule) {
        return rule.product() == null
                ? List.of(VersionGrammar.MOZILLA, VersionGrammar.LOOSE)
                : List.of(VersionGrammar.of(rule.product()));
    }
}
