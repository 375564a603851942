package dev.rehearsal.matching.region;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.VersionGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule of one table beside the rules of another: finds clients for whom it decides in its own, and another rule, or
 * none, in the other.
 *
 * @param precedence of the rule in its own table
 * @param partners the rules of the other table that may match its clients, in evaluation order
 * @param failing rules of the other table that its clients may get an error by
 */
record Pairing(Precedence precedence, List<Outline> partners, List<Outline> failing) {

    /** A search says which pairs are worth looking at, and takes what is found. */
    interface Search {

        /** @param rulesByKinds how often a rule is about to be held against a kind of client */
        void weighs(long rulesByKinds);

        /** @param partner null for no rule */
        boolean isWanted(@Nullable Rule partner);

        /** Whether both rules decide for a client, as the evaluations say. */
        boolean isConfirmed(@Nullable Rule partner, UpdateQuery client);

        void found(@Nullable Rule partner, String clients, UpdateQuery example);

        /** @param why there may be more, as the end of a sentence */
        void unsaid(String why);
    }

    static Pairing of(Rule rule, Outlines own, Outlines others) {
        Outline outline = Outline.of(rule);
        return new Pairing(Precedence.over(rule, own), others.meeting(outline), others.failing(outline));
    }

    void look(SingleCriteria single, Search search) {
        for (VersionGrammar grammar : Turns.grammars(precedence.rule().rule())) {
            List<Rule> rules = rules();
            Space space = Space.of(rules, grammar, single);
            search.weighs((long) rules.size()
                    * space.axes().mapToInt(axis -> axis.kinds().size()).sum());
            try {
                look(space, search);
            } catch (Remainder.TooManyPieces tooMany) {
                search.unsaid("too many rules come before rule #"
                        + precedence.rule().rule().id());
            }
            if (space.hidden() != null) {
                search.unsaid(space.hidden());
            }
        }
    }

    private void look(Space space, Search search) throws Remainder.TooManyPieces {
        List<Box> own = space.of(precedence.rule().rule());
        List<Box> taken = new ArrayList<>(precedence.boxes(space));
        failing.forEach(other -> taken.addAll(space.failing(other.rule())));
        for (Outline partner : partners) {
            List<Box> boxes = space.of(partner.rule());
            List<Box> both = shared(own, boxes);
            if (!both.isEmpty() && search.isWanted(partner.rule())) {
                look(space, partner.rule(), both, taken, search);
            }
            taken.addAll(boxes);
            if (!both.isEmpty() && !Remainder.any(clients(space, own), taken, _ -> true)) {
                return;
            }
        }
        if (!own.isEmpty() && search.isWanted(null)) {
            look(space, null, own, taken, search);
        }
    }

    private static void look(Space space, @Nullable Rule partner, List<Box> both, List<Box> taken, Search search)
            throws Remainder.TooManyPieces {
        List<UpdateQuery> found = new ArrayList<>();
        boolean isFound = Remainder.any(clients(space, both), taken, left -> {
            UpdateQuery example = space.example(left);
            if (example == null || !search.isConfirmed(partner, example)) {
                search.unsaid("some would have to say what cannot be written down");
                return false;
            }
            return found.add(example);
        });
        if (isFound) {
            search.found(partner, new Words(space).of(both, taken), found.getFirst());
        }
    }

    private static List<Box> clients(Space space, List<Box> boxes) {
        return shared(space.clients(), boxes);
    }

    private static List<Box> shared(List<Box> some, List<Box> others) {
        return some.stream()
                .flatMap(box -> others.stream().map(box::and))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Rule> rules() {
        return Stream.of(
                        precedence.withItself().stream(),
                        partners.stream().map(Outline::rule),
                        failing.stream().map(Outline::rule))
                .flatMap(rules -> rules)
                .distinct()
                .toList();
    }
}
