package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tables under change: sets are laid over them one by one, each whole or not at all. */
public final class WorkingTables implements Rows {

    private final Tables live;
    private final ReleaseContents contents;
    private final Map<RuleId, Rule> rules;
    private final Map<ReleaseName, Release> releases;
    private final Map<Pins.Key, ReleaseName> pins;
    private final Map<Pins.Key, Long> pinIncarnations;
    private final Set<RuleId> touched = new HashSet<>();
    private final Map<String, Set<RuleId>> rulesByAlias = new HashMap<>();
    /** Which rules name a release; null until a release is removed, since nothing else asks. */
    private @Nullable Map<ReleaseName, Set<RuleId>> rulesByRelease;

    public WorkingTables(Tables live, ReleaseContents contents) {
        this.live = live;
        this.contents = contents;
        this.rules = new HashMap<>(live.rules());
        this.releases = new HashMap<>(live.releases());
        this.pins = new HashMap<>(live.pins().releases());
        this.pinIncarnations = new HashMap<>(live.pins().incarnations());
        for (Rule rule : live.rules().values()) {
            claimAlias(rule);
        }
    }

    /** The result of laying one set: transitions or reasons, never both. */
    public record Laid(List<Transition> transitions, List<Conflict.Reason> reasons) {}

    /** Lays a set over the tables; if any reason stands against it, nothing of it remains. */
    public Laid lay(QueuedSet set) {
        ChangeSetInProgress progress = new ChangeSetInProgress(this, contents);
        set.changes().forEach(progress::apply);
        List<Transition> transitions = progress.transitions();
        transitions.forEach(this::put);
        List<Conflict.Reason> reasons = new ArrayList<>(progress.reasons());
        reasons.addAll(new Integrity(this, contents).reasonsAgainst(transitions));
        reasons.addAll(new Integrity(this, contents).releasesReplaced(set.changes()));
        if (reasons.isEmpty()) {
            return new Laid(transitions, List.of());
        }
        takeBack(transitions);
        return new Laid(List.of(), reasons);
    }

    /** Makes of the rows what they have become without a set. */
    public void put(List<Transition> transitions) {
        transitions.forEach(this::put);
    }

    /** Undoes what the set that was laid last has done. */
    public void takeBack(List<Transition> transitions) {
        transitions.reversed().forEach(this::takeBack);
    }

    /** Rules nobody touched are given in their order, so that little is left to sort. */
    public Tables freeze() {
        List<Rule> all = new ArrayList<>(rules.size());
        for (Rule rule : live.ruleSet().inOrder()) {
            if (!touched.contains(rule.id())) {
                all.add(rule);
            }
        }
        for (RuleId id : touched) {
            Rule rule = rules.get(id);
            if (rule != null) {
                all.add(rule);
            }
        }
        return new Tables(
                rules,
                RuleSet.of(all, live.ruleSet()),
                releases,
                new Pins(Map.copyOf(pins), Map.copyOf(pinIncarnations)));
    }

    @Override
    public @Nullable Rule rule(RuleId id) {
        return rules.get(id);
    }

    @Override
    public @Nullable Release release(ReleaseName name) {
        return releases.get(name);
    }

    @Override
    public @Nullable ReleaseName pin(Pins.Key key) {
        return pins.get(key);
    }

    /** Returns the incarnation of a pin; 0 where there is none, or nobody knows. */
    long pinIncarnation(Pins.Key key) {
        return pinIncarnations.getOrDefault(key, 0L);
    }

    Map<Pins.Key, ReleaseName> pins() {
        return pins;
    }

    /** Returns all, by id. */
    Set<RuleId> rulesWithAlias(String alias) {
        return rulesByAlias.getOrDefault(alias, Set.of());
    }

    /** By id: those whose mapping or fallback it is. */
    Set<RuleId> rulesNaming(ReleaseName release) {
        if (rulesByRelease == null) {
            rulesByRelease = new HashMap<>();
            for (Rule rule : rules.values()) {
                claimReleases(rulesByRelease, rule);
            }
        }
        return rulesByRelease.getOrDefault(release, Set.of());
    }

    private void put(Transition transition) {
        switch (transition) {
            case Transition.OfRule(RuleId id, Rule before, Rule after) -> replace(id, before, after);
            case Transition.OfRelease(ReleaseName name, Release _, Release after) -> replace(name, after);
            case Transition.OfPin(Pins.Key pin, ReleaseName _, ReleaseName after, long incarnation) ->
                replace(pin, after, incarnation);
        }
    }

    private void takeBack(Transition transition) {
        switch (transition) {
            case Transition.OfRule(RuleId id, Rule before, Rule after) -> replace(id, after, before);
            case Transition.OfRelease(ReleaseName name, Release before, Release _) -> replace(name, before);
            case Transition.OfPin(Pins.Key pin, ReleaseName before, ReleaseName _, long incarnation) ->
                replace(pin, before, incarnation);
        }
    }

    private void replace(RuleId id, @Nullable Rule out, @Nullable Rule in) {
        touched.add(id);
        if (out != null) {
            rules.remove(id);
            release(out);
        }
        if (in != null) {
            rules.put(id, in);
            claimAlias(in);
            if (rulesByRelease != null) {
                claimReleases(rulesByRelease, in);
            }
        }
    }

    private void replace(ReleaseName name, @Nullable Release in) {
        if (in == null) {
            releases.remove(name);
        } else {
            releases.put(name, in);
        }
    }

    private void replace(Pins.Key pin, @Nullable ReleaseName in, long incarnation) {
        if (in == null) {
            pins.remove(pin);
            pinIncarnations.remove(pin);
        } else {
            pins.put(pin, in);
            pinIncarnations.put(pin, incarnation);
        }
    }

    private void release(Rule rule) {
        if (rule.alias() != null) {
            rulesWithAlias(rule.alias()).remove(rule.id());
        }
        if (rulesByRelease != null) {
            for (ReleaseName name : NamedReleases.namedBy(rule)) {
                rulesNaming(name).remove(rule.id());
            }
        }
    }

    private void claimAlias(Rule rule) {
        if (rule.alias() != null) {
            rulesByAlias.computeIfAbsent(rule.alias(), alias -> new TreeSet<>()).add(rule.id());
        }
    }

    private static void claimReleases(Map<ReleaseName, Set<RuleId>> rulesByRelease, Rule rule) {
        for (ReleaseName name : NamedReleases.namedBy(rule)) {
            rulesByRelease.computeIfAbsent(name, ignored -> new TreeSet<>()).add(rule.id());
        }
    }
}
