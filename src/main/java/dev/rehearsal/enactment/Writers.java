package dev.rehearsal.enactment;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.Effect;
import dev.rehearsal.staging.Rows;
import dev.rehearsal.staging.StagedRules;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.staging.Transition;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds who wrote what a set does and brings in: of live rows those that are on record, of rows of earlier sets their
 * writers.
 */
final class Writers {

    private final Tables live;
    private final Provenance provenance;
    private final ReleaseContents contents;
    private final Map<Object, Set<Actor>> ofEarlierSets = new HashMap<>();

    Writers(Tables live, Provenance provenance, ReleaseContents contents) {
        this.live = live;
        this.provenance = provenance;
        this.contents = contents;
    }

    private record PartKey(ReleaseName release, String part, ContentHash content) {}

    /** @param named releases that fields of the set name, with what these lead to */
    Set<Actor> of(ChangeSet set, List<Effect> effects, Collection<ReleaseName> named, Rows after) {
        Set<Actor> writers = new HashSet<>(set.contentBy());
        Set<ReleaseName> releases = new TreeSet<>(named);
        for (Effect effect : effects) {
            for (Effect.Entering entering : effect.entering()) {
                switch (entering) {
                    case Effect.EnteringRule(Rule rule) ->
                        writers.addAll(ofRule(rule, effect.pair().channel()));
                    case Effect.EnteringRelease(ReleaseName name, Release _) -> releases.add(name);
                    case Effect.EnteringSource(ReleaseName name, String _) -> releases.add(name);
                    case Effect.EnteringPin(Pins.Key pin, ReleaseName _) -> writers.addAll(ofPin(pin));
                }
            }
        }
        releases.forEach(name -> {
            Release release = after.release(name);
            if (release != null) {
                writers.addAll(ofRelease(release));
            }
        });
        return Set.copyOf(writers);
    }

    /**
     * Returns who wrote what comes to be served again, as it is: of rules the last version alone, or nobody could agree who
     * ever wrote one.
     */
    Set<Actor> ofUncovered(Collection<Effect> uncovered) {
        Set<Actor> writers = new HashSet<>();
        for (Effect effect : uncovered) {
            for (Effect.Entering entering : effect.entering()) {
                switch (entering) {
                    case Effect.EnteringRule(Rule rule) -> writers.addAll(ofLastVersion(rule));
                    case Effect.EnteringRelease(ReleaseName _, Release release) -> {
                        if (release != null) {
                            writers.addAll(ofRelease(release));
                        }
                    }
                    case Effect.EnteringSource _ -> {}
                    case Effect.EnteringPin(Pins.Key pin, ReleaseName _) -> writers.addAll(ofPin(pin));
                }
            }
        }
        return writers;
    }

    private Set<Actor> ofLastVersion(Rule rule) {
        Set<Actor> earlier = ofEarlierSets.get(rule.id());
        Rule row = live.rules().get(rule.id());
        List<Provenance.RuleVersion> versions = earlier != null || row == null ? List.of() : provenance.ofRule(row);
        return earlier != null
                ? earlier
                : versions.isEmpty() ? Set.of() : versions.getFirst().writers();
    }

    /** The rows that a set changes are its writers' from now on. */
    void follow(ChangeSet set, List<Transition> transitions) {
        if (transitions.isEmpty()) {
            return;
        }
        Map<Object, Set<Actor>> byRow = writersByRow(set);
        for (Transition transition : transitions) {
            switch (transition) {
                case Transition.OfRule(RuleId id, var _, var _) -> add(id, byRow.getOrDefault(id, Set.of()));
                case Transition.OfPin(Pins.Key pin, var _, var _, var _) ->
                    ofEarlierSets.put(pin, byRow.getOrDefault(pin, Set.of()));
                case Transition.OfRelease(ReleaseName name, Release before, Release after) -> {
                    if (after != null) {
                        followParts(name, before, after, byRow.getOrDefault(name, Set.of()));
                    }
                }
            }
        }
    }

    /** Whoever wrote a part before wrote it still, as far as the set leaves something of theirs in it. */
    private void followParts(ReleaseName name, @Nullable Release before, Release after, Set<Actor> writers) {
        Map<String, ContentHash> known =
                before == null ? Map.of() : contents.manifest(before.content()).parts();
        Map<PartKey, Provenance.Replacement> shared = new HashMap<>();
        contents.manifest(after.content()).parts().forEach((path, content) -> {
            ContentHash found = known.get(path);
            if (!content.equals(found)) {
                PartKey key = new PartKey(name, path, content);
                ofEarlierSets.put(key, writers);
                if (found != null && !writers.containsAll(ofPart(name, path, found))) {
                    shared.put(key, new Provenance.Replacement(found, content));
                }
            }
        });
        Set<Provenance.Replacement> leaving = provenance.leaving(Set.copyOf(shared.values()));
        shared.forEach((key, replacement) -> {
            if (leaving.contains(replacement)) {
                add(key, ofPart(name, key.part(), replacement.before()));
            }
        });
    }

    private Set<Actor> ofPart(ReleaseName name, String path, ContentHash content) {
        Set<Actor> earlier = ofEarlierSets.get(new PartKey(name, path, content));
        Release row = live.releases().get(name);
        return earlier != null
                ? earlier
                : row == null ? Set.of() : provenance.ofParts(row).getOrDefault(path, Set.of());
    }

    private void add(Object key, Set<Actor> more) {
        ofEarlierSets.merge(key, more, (known, added) -> {
            Set<Actor> both = new HashSet<>(known);
            both.addAll(added);
            return both;
        });
    }

    /** Looks at each change once: a release that is written part by part has thousands. */
    private static Map<Object, Set<Actor>> writersByRow(ChangeSet set) {
        Map<Object, Set<Actor>> byRow = new HashMap<>();
        for (Change change : set.changes()) {
            Object row = rowOf(change);
            if (row != null) {
                byRow.computeIfAbsent(row, _ -> new HashSet<>()).addAll(set.writersOf(change.id()));
            }
        }
        return byRow;
    }

    private static @Nullable Object rowOf(Change change) {
        Object rule = ChangeSet.ruleOf(change);
        Object row = rule == null ? ChangeSet.releaseOf(change) : rule;
        return row == null && change instanceof Change.PinEdit edit ? edit.pin() : row;
    }

    /**
     * Returns what was written since the channel last had it; all of it where the channel has it only through what leads
     * there now.
     */
    private Set<Actor> ofRule(Rule rule, String channel) {
        Set<Actor> writers = new HashSet<>(ofEarlierSets.getOrDefault(rule.id(), Set.of()));
        Rule row = live.rules().get(rule.id());
        List<Provenance.RuleVersion> versions = row == null ? List.of() : provenance.ofRule(row);
        boolean hasItAlready = !versions.isEmpty() && covers(versions.getFirst(), rule, channel);
        for (Provenance.RuleVersion version : versions) {
            if (!hasItAlready && covers(version, rule, channel)) {
                break;
            }
            writers.addAll(version.writers());
        }
        return writers;
    }

    private static boolean covers(Provenance.RuleVersion version, Rule rule, String channel) {
        return StagedRules.canMatch(version.product(), version.channel(), rule.product(), channel);
    }

    private Set<Actor> ofPin(Pins.Key pin) {
        Set<Actor> earlier = ofEarlierSets.get(pin);
        return earlier == null ? provenance.ofPin(pin) : earlier;
    }

    private Set<Actor> ofRelease(Release release) {
        Set<Actor> writers = new HashSet<>();
        Release row = live.releases().get(release.name());
        Map<String, Set<Actor>> ofLive = row == null ? Map.of() : provenance.ofParts(row);
        contents.manifest(release.content()).parts().forEach((path, content) -> {
            Set<Actor> earlier = ofEarlierSets.get(new PartKey(release.name(), path, content));
            writers.addAll(earlier == null ? ofLive.getOrDefault(path, Set.of()) : earlier);
        });
        return writers;
    }
}
