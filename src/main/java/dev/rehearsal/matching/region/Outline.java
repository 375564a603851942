package dev.rehearsal.matching.region;

import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.Criterion;
import dev.rehearsal.matching.Rule;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The outline of a rule holds what it asks for by name, to tell quickly that it shares no client with another. */
final class Outline {

    private final Rule rule;
    private final Set<Criterion> demands = EnumSet.noneOf(Criterion.class);
    private final @Nullable ChannelPattern channel;
    private final @Nullable Set<String> locales;
    private final @Nullable Set<String> distributions;
    private final @Nullable Set<String> instructionSets;

    private Outline(Rule rule) {
        this.rule = rule;
        this.channel = rule.channel() == null ? null : ChannelPattern.of(rule.channel());
        this.locales = values(rule.locale());
        this.distributions = values(rule.distribution());
        this.instructionSets = values(rule.instructionSet());
        for (Criterion criterion : Criterion.values()) {
            if (criterion.field().read(rule) != null) {
                demands.add(criterion);
            }
        }
    }

    static Outline of(Rule rule) {
        return new Outline(rule);
    }

    Rule rule() {
        return rule;
    }

    /** Whether there may be a client that both match; never false where there is one. */
    boolean mayMeet(Outline other) {
        return mayMeetOutside(other)
                && agree(locales, other.locales)
                && agree(distributions, other.distributions)
                && agree(instructionSets, other.instructionSets)
                && agree(rule.mig64(), other.rule.mig64())
                && agree(rule.jaws(), other.rule.jaws());
    }

    /** Says this of what is judged before anything that can fail. */
    boolean mayMeetOutside(Outline other) {
        return agree(rule.product(), other.rule.product())
                && (channel == null || other.channel == null || channel.overlaps(other.channel))
                && agree(rule.buildTarget(), other.rule.buildTarget())
                && agree(rule.headerArchitecture(), other.rule.headerArchitecture())
                && agree(rule.distVersion(), other.rule.distVersion());
    }

    /** The criteria by which it asks for something: who asks for little matches many. */
    Set<Criterion> demands() {
        return demands;
    }

    /** Whether two rules ask for the same, word by word. */
    static boolean asksTheSame(Rule one, Rule other) {
        return Stream.of(Criterion.values())
                .allMatch(criterion -> Objects.equals(
                        criterion.field().read(one), criterion.field().read(other)));
    }

    /** Whether it matches whomever the other matches, as one can see from what stands there. */
    boolean surelyCovers(Outline other) {
        return other.demands.containsAll(demands)
                && demands.stream()
                        .allMatch(criterion -> Objects.equals(
                                criterion.field().read(rule), criterion.field().read(other.rule)));
    }

    /** Whether it may match whomever the other matches; false is sure wherever names are compared. */
    boolean mayCover(Outline other) {
        return other.demands.containsAll(demands)
                && covers(locales, other.locales)
                && covers(distributions, other.distributions)
                && covers(instructionSets, other.instructionSets);
    }

    private static boolean covers(@Nullable Set<String> all, @Nullable Set<String> some) {
        return all == null || some != null && all.containsAll(some);
    }

    private static boolean agree(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null || one.equals(other);
    }

    private static boolean agree(@Nullable Set<String> one, @Nullable Set<String> other) {
        return one == null || other == null || !Collections.disjoint(one, other);
    }

    private static @Nullable Set<String> values(@Nullable String list) {
        return list == null ? null : Set.copyOf(List.of(list.split(",", -1)));
    }
}
