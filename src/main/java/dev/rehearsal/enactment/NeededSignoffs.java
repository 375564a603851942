package dev.rehearsal.enactment;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.Stake;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.staging.Transition;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the signoffs that the sets of a queue need, each in its turn: the union over all its changes of what the live
 * row, the row staged just before and the row after need. Goes through all live rules at most once for the whole queue.
 */
final class NeededSignoffs {

    private final Tables live;
    private final SignoffPolicy policy;
    private final ApprovalContext now;
    private final Map<RuleId, @Nullable Rule> moved = new HashMap<>();
    private final Map<Asked, Requirements> ofRules = new HashMap<>();
    private @Nullable Map<ReleaseName, Set<Rule>> naming;

    /** The columns of a rule that decide which signoffs it asks for: many rules have them in common. */
    private record Asked(@Nullable String product, @Nullable String channel) {}

    /** @param policy the requirements that do not rest */
    NeededSignoffs(Tables live, SignoffPolicy policy, ApprovalContext now) {
        this.live = live;
        this.policy = policy;
        this.now = now;
    }

    /** Returns what is needed of the same, if these are the requirements. */
    NeededSignoffs under(SignoffPolicy other) {
        if (naming == null) {
            naming = named();
        }
        NeededSignoffs needed = new NeededSignoffs(live, other, now);
        needed.moved.putAll(moved);
        needed.naming = naming;
        return needed;
    }

    /** @param transitions what the set does after those followed so far; empty if it is left out there */
    Requirements of(Collection<Change> changes, Collection<Transition> transitions) {
        Requirements needed = Requirements.NONE;
        for (Change change : changes) {
            needed = needed.and(of(change));
        }
        for (Transition transition : transitions) {
            if (transition instanceof Transition.OfRule(RuleId _, Rule before, Rule after)) {
                needed = needed.and(ofRow(before)).and(ofRow(after));
            }
        }
        return needed;
    }

    /** The next set is judged after these. */
    void follow(Collection<Transition> transitions) {
        for (Transition transition : transitions) {
            if (transition instanceof Transition.OfRule(RuleId id, Rule _, Rule after)) {
                moved.put(id, after);
                if (after != null && naming != null) {
                    addNamed(naming, after);
                }
            }
        }
    }

    private Requirements of(Change change) {
        return switch (change) {
            case Change.RuleAddition addition -> ofRow(addition.rule());
            case Change.RuleEdit edit -> ofRow(live.rules().get(edit.rule())).and(ofRow(afterOnLive(edit)));
            case Change.RuleRemoval removal -> ofRow(live.rules().get(removal.rule()));
            case Change.ReleaseAddition addition -> ofRelease(addition.name());
            case Change.ReleaseEdit edit -> of(edit);
            case Change.ReleaseRemoval removal -> ofRelease(removal.name());
            case Change.PinEdit _ -> Requirements.NONE;
            case Change.Unstaged unstaged ->
                ((RowChange<?>) unstaged).stakes().map(this::of).reduce(Requirements.NONE, Requirements::and);
        };
    }

    /** Locking a release needs none (a Balrog fact). */
    private Requirements of(Change.ReleaseEdit edit) {
        FieldEdit lock = edit.fields().get(new ReleaseField.ReadOnly());
        boolean opens = lock != null && !Boolean.TRUE.equals(lock.value());
        boolean lockAlone = lock != null && edit.fields().size() == 1;
        return (lockAlone ? Requirements.NONE : ofRelease(edit.name()))
                .and(opens ? ofOpening(edit.name()) : Requirements.NONE);
    }

    /** A release that no rule names yet needs what its product needs on any channel (a Balrog fact). */
    Requirements ofOpening(ReleaseName release) {
        Requirements ofRules = ofRelease(release);
        Release row = live.releases().get(release);
        return ofRules.isEmpty() && row != null ? policy.ofChannel(row.product(), null) : ofRules;
    }

    private Requirements of(Stake stake) {
        return switch (stake) {
            case Stake.OfChannels(String product, var channels) -> ofEnds(product, channels.toArray(String[]::new));
            case Stake.OfMapping(String product, String live, String test) -> ofMapping(product, live, test);
            case Stake.OfClients(String product, String channel) -> policy.ofShutoffRemoval(product, channel);
            case Stake.OfPermissions(var products) -> policy.ofPermission(products);
            case Stake.OfPerson(String name, Role role) -> ofPerson(now.person(new Actor(name)), role);
        };
    }

    /** Returns what granting all would need that this person holds, and the role; null for the roles that they hold. */
    private Requirements ofPerson(Person person, @Nullable Role role) {
        Requirements needed = person.permissions().values().stream()
                .map(permission -> policy.ofPermission(permission.products()))
                .reduce(Requirements.NONE, Requirements::and);
        Set<Role> roles = role == null ? person.roles() : Set.of(role);
        return roles.stream().anyMatch(this::isNamed) ? needed.and(policy.ofPermission(Set.of())) : needed;
    }

    /** Whether a requirement or a gate names the role, in force or resting. */
    private boolean isNamed(Role role) {
        return now.policy().largestOf(role) > 0
                || now.policy().urgent().stream().anyMatch(row -> row.role().equals(role))
                || now.gates().stream().anyMatch(gate -> gate.role().equals(role))
                || now.rails().stream()
                        .anyMatch(rail -> rail.blocks() && rail.passedBy().equals(role));
    }

    /**
     * Returns what both ends ask, and the live channels that the test channel shows for some of the products by other
     * mappings.
     */
    private Requirements ofMapping(@Nullable String product, String live, String test) {
        Requirements needed = ofEnds(product, live, test);
        for (ChannelMapping other : now.mappings()) {
            boolean overlaps = product == null || other.product() == null || product.equals(other.product());
            if (other.testChannel().equals(test) && overlaps) {
                needed = needed.and(ofEnds(product == null ? other.product() : product, other.liveChannel()));
            }
        }
        return needed;
    }

    /**
     * Returns what each pair asks that configuration touches, on these channels, their partners and the channels that these
     * fall back to, in force or resting; where there is a gate, as many signoffs of its role as it asks passes; where a
     * guard rail blocks, one of the role that may pass over it.
     */
    private Requirements ofEnds(@Nullable String product, String... channels) {
        Requirements needed = Requirements.NONE;
        for (RequiredSignoff required : now.policy().forChannels()) {
            if ((product == null || product.equals(required.product())) && isEnd(required.channel(), channels)) {
                needed = needed.and(Requirements.of(required.role(), required.count()));
            }
        }
        for (Gate gate : now.gates()) {
            if ((product == null || gate.product() == null || product.equals(gate.product()))
                    && isEnd(gate.liveChannel(), channels)) {
                needed = needed.and(Requirements.of(gate.role(), gate.passesRequired()));
            }
        }
        for (GuardRail rail : now.rails()) {
            if ((product == null || rail.product() == null || product.equals(rail.product()))
                    && isEnd(rail.liveChannel(), channels)) {
                needed = needed.and(rail.requirements());
            }
        }
        return needed;
    }

    private static boolean isEnd(String guarded, String... channels) {
        return channels.length == 0
                || Arrays.stream(channels)
                        .anyMatch(channel -> guarded.equals(channel)
                                || UpdateQuery.fallbackOf(guarded).equals(channel)
                                || UpdateQuery.fallbackOf(channel).equals(guarded));
    }

    private Requirements ofRow(@Nullable Rule rule) {
        return rule == null
                ? Requirements.NONE
                : ofRules.computeIfAbsent(new Asked(rule.product(), rule.channel()), asked -> policy.ofRule(rule));
    }

    /** The rules that name it, live or as staged so far. */
    private Requirements ofRelease(ReleaseName release) {
        if (policy.forChannels().isEmpty()) {
            return Requirements.NONE;
        }
        if (naming == null) {
            naming = named();
        }
        Requirements needed = Requirements.NONE;
        for (Rule rule : naming.getOrDefault(release, Set.of())) {
            Rule now = moved.getOrDefault(rule.id(), rule);
            boolean stillThere = rule.equals(live.rules().get(rule.id())) || rule.equals(now);
            needed = stillThere ? needed.and(ofRow(rule)) : needed;
        }
        return needed;
    }

    private Map<ReleaseName, Set<Rule>> named() {
        Map<ReleaseName, Set<Rule>> named = new HashMap<>();
        for (Rule rule : live.rules().values()) {
            addNamed(named, rule);
        }
        for (Rule rule : moved.values()) {
            if (rule != null) {
                addNamed(named, rule);
            }
        }
        return named;
    }

    private @Nullable Rule afterOnLive(Change.RuleEdit edit) {
        Rule row = live.rules().get(edit.rule());
        if (row == null) {
            return null;
        }
        Map<RuleField, @Nullable Object> values = new EnumMap<>(RuleField.class);
        edit.fields().forEach((field, value) -> values.put(field, value.value()));
        return RuleFields.kept(values).applyTo(row);
    }

    private static void addNamed(Map<ReleaseName, Set<Rule>> naming, Rule rule) {
        addNamed(naming, rule.mapping(), rule);
        addNamed(naming, rule.fallbackMapping(), rule);
    }

    private static void addNamed(Map<ReleaseName, Set<Rule>> naming, @Nullable ReleaseName name, Rule rule) {
        if (name != null) {
            naming.computeIfAbsent(name, ignored -> new HashSet<>()).add(rule);
        }
    }
}
